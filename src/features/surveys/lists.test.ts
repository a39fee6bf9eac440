/** Every number of a round opens the list it counts: by class, state, village, enumerator, name; on every page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Facts } from '#features/standards/model/facts.ts'
import {
  answersOf,
  type CaseOf,
  type Family,
  lackingAnswers,
  type RoundInHand,
  roundAtSurveying,
  settle,
  thon1,
  thon2,
  thon4,
} from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

type Row = {
  caseId: string
  householdId: string
  headName: string
  villageName: string
  state: string
  opens: { class: string } | null
}
type Listing = { total: number; pageSize: number; cases: Row[]; can: string[]; code?: string }

let world: World
let round: RoundInHand
let families: Family[]
let cases: CaseOf[]

const names = ['Đỗ Thị Ánh', 'Nguyễn Thị Nhẫn', 'Trần Thị Ước', 'Lê Văn Đệ', 'Bùi Thị Mẵn', 'Vũ Thị Hợi', 'Lò Thị Mỉ']
const withoutIncome = ({ income: _measured, ...facts }: Facts): Facts => facts

/** Poor, near-poor, not poor, two of open class; one returned, one accepted, one not surveyed; two villages. */
beforeAll(async () => {
  world = await openWorld()
  families = []
  for (const [at, name] of names.entries()) families.push(await settle(world, at % 3 === 2 ? thon2 : thon1, name))
  const opened = await roundAtSurveying(world, families, 'annual')
  round = opened.round
  cases = opened.cases
  const answers = [
    lackingAnswers(families[0] as Family, 1_000_000),
    lackingAnswers(families[1] as Family, 1_000_000),
    answersOf(families[2] as Family, 1_400_000),
    answersOf(families[3] as Family, 9_000_000),
    withoutIncome(answersOf(families[4] as Family, 0)),
    withoutIncome(lackingAnswers(families[5] as Family, 0)),
  ]
  const sent: string[] = []
  for (const [at, facts] of answers.entries()) sent.push((await round.send(cases[at] as CaseOf, facts)).surveyId)
  await round.accept(cases[0] as CaseOf, sent[0] as string)
  const { householdId, caseId } = cases[3] as CaseOf
  const notes = [{ question: '', person: null, note: 'Hỏi lại' }]
  await round.must('hung', `/api/households/${householdId}/cases/${caseId}/return`, { surveyId: sent[3], notes })
})
afterAll(() => world.close())

const listUrl = (query: Record<string, unknown> = {}) => {
  const { roundId = round.roundId, ...rest } = query
  return `/api/rounds/${roundId}/cases?${new URLSearchParams(rest as Record<string, string>)}`
}
const list = async (query: Record<string, unknown> = {}, person: PersonName = 'hung'): Promise<Listing> =>
  (await world.as(person).get(listUrl(query))).json()
const idsOf = ({ cases: rows }: Listing) => rows.map((row) => row.caseId).sort()
const figures = async (person: PersonName = 'lan') =>
  (await world.as(person).get(`/api/rounds/${round.roundId}/figures`)).json()

type Figure = { count: number; opens: Record<string, string> }
const isFigure = (value: unknown): value is Figure =>
  typeof value === 'object' && value !== null && 'opens' in value && 'count' in value
/** Every figure in an answer, wherever it stands. */
function figuresIn(value: unknown): Figure[] {
  if (isFigure(value)) return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(figuresIn) : []
}

describe('a figure of the round', () => {
  it('opens a list of exactly as many households, each of them, with its total and its rows', async () => {
    const all = figuresIn(await figures())
    expect(all.length).toBeGreaterThan(20)
    for (const { count, opens } of all) {
      const listed = await list(opens, 'lan')
      expect([opens, listed.total, listed.cases.length]).toEqual([opens, count, count])
    }
  })

  it('of all villages adds up to the figure of the round', async () => {
    const answer = await figures()
    for (const purpose of ['opens', 'closes'] as const)
      for (const name of ['poor', 'near_poor', 'average', 'not_poor', 'open'] as const) {
        const sum = answer.villages.reduce(
          (all: number, v: Record<string, Record<string, Figure>>) => all + (v[purpose]?.[name]?.count ?? 0),
          0,
        )
        expect([purpose, name, sum]).toEqual([purpose, name, answer[purpose][name].count])
      }
    expect(answer.closes.poor.count).toBe(2)
    expect(answer.closes.open.count).toBe(2)
    expect(answer.opens.open.count).toBe(6)
  })

  it('is not told of a household that has ended: it leaves the class and its list at once', async () => {
    const family = await settle(world, thon1, 'Lý Thị Dợ')
    const other = await roundAtSurveying(world, [family])
    await other.round.send(other.cases[0] as CaseOf, lackingAnswers(family, 1_000_000))
    const poor = async () => {
      const answer = (await world.as('hung').get(`/api/rounds/${other.round.roundId}/figures`)).json()
      return [answer.opens.poor.count, (await list({ roundId: other.round.roundId, class: 'poor' })).total]
    }
    expect(await poor()).toEqual([1, 1])
    await other.round.must('hung', `/api/households/${family.householdId}/end`, {
      on: '2026-11-20',
      reason: 'moved_away',
    })
    expect(await poor()).toEqual([0, 0])
    expect((await list({ roundId: other.round.roundId, state: 'ended' })).total).toBe(1)
  })
})

describe('a list with a filter', () => {
  it.each(['listed', 'assigned', 'submitted', 'returned', 'accepted', 'ended'])(
    'by state %s holds what the round counts',
    async (state) => {
      const { counts } = (await round.show()).round
      const listed = await list({ state })
      expect([listed.total, listed.cases.length]).toEqual([counts[state], counts[state]])
      expect(listed.cases.every((row) => row.state === state)).toBe(true)
    },
  )

  it('of what is open holds all that the round still waits for, in a village too', async () => {
    const { round: told, villages } = await round.show()
    const openOf = ({ listed, assigned, submitted, returned }: typeof told.counts) =>
      listed + assigned + submitted + returned
    const listed = await list({ state: 'open' })
    expect([listed.total, listed.cases.length]).toEqual([openOf(told.counts), openOf(told.counts)])
    expect(listed.cases.some((row) => row.state === 'accepted' || row.state === 'ended')).toBe(false)
    for (const { villageId, counts } of villages)
      expect((await list({ state: 'open', villageId })).total).toBe(openOf(counts))
    expect((await list({ state: 'open', class: 'none' })).cases.every((row) => row.state !== 'accepted')).toBe(true)
  })

  it('by village holds what the village counts, and all villages together hold the whole list once', async () => {
    const shown = await round.show()
    const whole = await list()
    const parts = []
    for (const village of shown.villages) {
      const part = await list({ villageId: village.villageId })
      expect(part.total).toBe(village.counts.total)
      parts.push(...part.cases.map((row) => row.caseId))
    }
    expect(parts.sort()).toEqual(idsOf(whole))
    expect(whole.total).toBe(shown.round.counts.total)
  })

  it('by enumerator holds what was given to him', async () => {
    const { enumerators } = (await world.as('hung').get(`/api/rounds/${round.roundId}/enumerators`)).json()
    for (const { accountId, assigned } of enumerators)
      expect((await list({ enumeratorId: accountId })).total).toBe(assigned)
    expect((await list({ enumeratorId: world.idOf('mai') })).total).toBe(names.length)
    expect((await list({ enumeratorId: world.idOf('hung') })).total).toBe(0)
  })

  it('by several of them is where they meet', async () => {
    const [inVillage, poor] = [await list({ villageId: thon1 }), await list({ closingClass: 'poor' })]
    const both = await list({ villageId: thon1, closingClass: 'poor' })
    expect(idsOf(both)).toEqual(idsOf(inVillage).filter((id) => idsOf(poor).includes(id)))
    expect((await list({ closingClass: 'poor', class: 'poor' })).total).toBe(0)
    expect((await list({ state: 'accepted', closingClass: 'poor' })).total).toBe(1)
  })

  it('by what cannot be decided holds what the round says is blocked', async () => {
    const ofRound = (await world.as('hung').get(`/api/rounds/${round.roundId}/decision`)).json()
    const blocked = ofRound.blocked.reduce((sum: number, b: { count: number }) => sum + b.count, 0)
    expect((await list({ undecidable: true })).total).toBe(blocked)
    expect(blocked).toBe(6)
  })

  it('by a name finds it with and without its marks, and takes nobody’s wildcard', async () => {
    for (const q of ['Nhẫn', 'nhan', 'NHẪN', 'thi nhan'])
      expect((await list({ q })).cases.map((row) => row.headName)).toEqual(['Nguyễn Thị Nhẫn'])
    for (const q of ['%', '_', '\\', 'Nh%n', "'; drop table survey; --"]) expect((await list({ q })).total).toBe(0)
  })

  it('holds nothing, and says so, where nothing fits', async () => {
    for (const query of [{ villageId: thon4 }, { page: 2 }, { page: 99_999 }])
      expect((await list(query)).cases).toEqual([])
    expect((await list({ page: 2 })).total).toBe(names.length)
  })

  it.each([
    { state: 'poor' },
    { class: 'accepted' },
    { closingClass: 'x' },
    { page: 0 },
    { page: -1 },
    { villageId: 'thon1' },
    { q: 'x'.repeat(101) },
    { undecidable: 'maybe' },
  ])('that is none is refused: %j', async (query) => {
    expect(await refusal(world, () => world.as('hung').get(listUrl(query)))).toBe('input.invalid')
  })

  it('reads village by village as people count, then by the given name in the Vietnamese alphabet', async () => {
    expect((await list()).cases.map((row) => `${row.villageName} ${row.headName}`)).toEqual([
      'Thôn 1 Đỗ Thị Ánh',
      'Thôn 1 Lê Văn Đệ',
      'Thôn 1 Bùi Thị Mẵn',
      'Thôn 1 Lò Thị Mỉ',
      'Thôn 1 Nguyễn Thị Nhẫn',
      'Thôn 2 Vũ Thị Hợi',
      'Thôn 2 Trần Thị Ước',
    ])
  })
})
