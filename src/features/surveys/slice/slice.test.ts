/** Mai takes the forms of her households home, and later only those that have changed. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadStandards } from '#features/standards/library.ts'
import type { Facts } from '#features/standards/model/facts.ts'
import {
  answersOf,
  type CaseOf,
  type Family,
  makeEnumerator,
  type RoundInHand,
  roundAtSurveying,
  settle,
  thon1,
  thon2,
} from '#test/rounds.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await makeEnumerator(world, 'thang', thon1)
})
afterAll(() => world.close())

type Taken = { forms: { caseId: string; version: string; form: { facts: Facts } | null }[]; gone: string[] }
type Asked = CaseOf & { version?: string }
const keyOf = ({ householdId, caseId }: CaseOf): CaseOf => ({ householdId, caseId }) as CaseOf
const ask = (cases: readonly Asked[], person: PersonName = 'mai') =>
  world.as(person).post('/api/my-surveys/forms', { cases })
async function take(cases: readonly Asked[], person: PersonName = 'mai'): Promise<Taken> {
  const reply = await ask(cases, person)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
/** As a phone would that has taken them before. */
const again = (cases: readonly CaseOf[], { forms }: Taken): Asked[] =>
  cases.map((one) => ({ ...keyOf(one), version: forms.find(({ caseId }) => caseId === one.caseId)?.version ?? '' }))
const changedSince = async (cases: readonly CaseOf[], before: Taken): Promise<string[]> =>
  (await take(again(cases, before))).forms.filter(({ form }) => form !== null).map(({ caseId }) => caseId)

type Given = { families: Family[]; round: RoundInHand; cases: CaseOf[] }
async function given(...names: string[]): Promise<Given> {
  const families: Family[] = []
  for (const name of names) families.push(await settle(world, thon1, name))
  const { round, cases } = await roundAtSurveying(world, families)
  return { families, round, cases: cases.map(keyOf) }
}

describe('the forms that Mai takes home', () => {
  it('are those that each household would open with', async () => {
    const { cases } = await given('Hà Thị Mang', 'Hà Thị Về')
    const { forms, gone } = await take(cases)
    expect(gone).toEqual([])
    for (const { householdId, caseId } of cases) {
      const alone = await world.as('mai').get(`/api/households/${householdId}/cases/${caseId}/form`)
      expect(forms.find((one) => one.caseId === caseId)?.form).toEqual(alone.json())
    }
  })

  it('are not sent twice where nothing has changed, and her phone keeps what it has', async () => {
    const { cases } = await given('Hà Thị Còn', 'Hà Thị Giữ')
    const before = await take(cases)
    expect(await take(again(cases, before))).toEqual({
      forms: before.forms.map(({ caseId, version }) => ({ caseId, version, form: null })),
      gone: [],
    })
  })

  const changes: Record<string, (of: Given, family: Family, one: CaseOf) => Promise<unknown>> = {
    'somebody of the family is born': async ({ round }, { householdId }) =>
      round.must('hung', `/api/households/${householdId}/members`, {
        ...{ memberId: crypto.randomUUID(), relation: 'child', on: '2026-11-10', reason: 'born' },
        person: { name: 'Hà Văn Mới', sex: 'male', birth: { year: 2026 }, ethnicity: '01' },
      }),
    'its address is put right': async ({ round }, { householdId }) =>
      round.must('hung', `/api/households/${householdId}/residence`, {
        ...{ on: '2026-11-10', villageId: thon1, address: 'Ngõ 7', number: '' },
      }),
    'its telephone number is said': async ({ round }, { householdId }) =>
      round.must('hung', `/api/households/${householdId}/residence`, {
        ...{ on: '2026-11-10', villageId: thon1, address: '', number: '', phone: '0000707707' },
      }),
    'it was sent and came back with a comment': async ({ round }, family, one) => {
      const { surveyId } = await round.send(one, answersOf(family, 1_000_000))
      await round.must('hung', `/api/households/${one.householdId}/cases/${one.caseId}/return`, {
        surveyId,
        notes: [{ question: '', person: null, note: 'Hỏi lại nhà ở' }],
      })
    },
  }
  it.each(Object.entries(changes))("come anew where %s, and the neighbour's does not", async (_what, happens) => {
    const of = await given('Hà Thị Đổi', 'Hà Thị Yên')
    const before = await take(of.cases)
    await happens(of, of.families[0] as Family, of.cases[0] as CaseOf)
    expect(await changedSince(of.cases, before)).toEqual([of.cases[0]?.caseId])
  })

  it('come anew for all of a village where the first survey there says in which region it lies', async () => {
    const { families, round, cases } = await given('Hà Thị Vùng', 'Hà Thị Miền')
    const [table] = loadStandards().points
    await world.owner.query('update round set opening_points = $2 where id = $1', [round.roundId, table?.hash])
    const before = await take(cases)
    const regions = (of: Taken) => of.forms.map(({ form }) => form?.facts.region)
    expect(regions(before)).toEqual([undefined, undefined])
    await round.send(cases[0] as CaseOf, { ...answersOf(families[0] as Family, 1_000_000), region: 'NT_DBSH' })
    expect(regions(await take(again(cases, before)))).toEqual(['NT_DBSH', 'NT_DBSH'])
  })

  it('come anew for all where the round is given more days', async () => {
    const { round, cases } = await given('Hà Thị Lâu', 'Hà Thị Nữa')
    const before = await take(cases)
    await world.owner.query('update round set window_until = window_until + 5 where id = $1', [round.roundId])
    expect((await changedSince(cases, before)).sort()).toEqual(cases.map((one) => one.caseId).sort())
  })
})

describe('what Mai may not take', () => {
  it('is named as gone: given to Thắng meanwhile, never hers, not there', async () => {
    const { round, cases } = await given('Hà Thị Trao', 'Hà Thị Ở')
    const before = await take(cases)
    const thang = await world.as('thang').get('/api/me')
    const [first, second] = cases as [CaseOf, CaseOf]
    await world.owner.query('update review_case set account_id = $1 where id = $2', [
      thang.json().account.accountId,
      first.caseId,
    ])
    const strange = { householdId: crypto.randomUUID(), caseId: crypto.randomUUID() } as CaseOf
    const { forms, gone } = await take([...again(cases, before), strange])
    expect(forms.map(({ caseId }) => caseId)).toEqual([second.caseId])
    expect(gone).toEqual([first.caseId, strange.caseId])
    expect((await take([first], 'thang')).forms).toHaveLength(1)
    expect((await take([second], 'thang')).gone).toEqual([second.caseId])
    expect(round.roundId).toBeTruthy()
  })

  it('is what belongs to a household of another case: the two must fit', async () => {
    const { cases } = await given('Hà Thị Một', 'Hà Thị Hai')
    const [first, second] = cases as [CaseOf, CaseOf]
    const mixed = [
      { householdId: first.householdId, caseId: second.caseId },
      { householdId: second.householdId, caseId: first.caseId },
    ] as CaseOf[]
    expect(await take(mixed)).toEqual({ forms: [], gone: [second.caseId, first.caseId] })
  })

  it('is refused beyond fifty at once, to Sơn of another commune nothing is told, to the auditor nothing is given', async () => {
    const { cases } = await given('Hà Thị Nhiều')
    const [one] = cases as [CaseOf]
    expect((await ask(Array.from({ length: 51 }, () => one))).statusCode).toBe(400)
    expect((await take([one], 'son')).gone).toEqual([one.caseId])
    expect((await ask([one], 'kiem')).statusCode).toBe(403)
    expect(await take([])).toEqual({ forms: [], gone: [] })
  })

  it('is not what moved to another village of hers: it is hers there, as it stands there', async () => {
    const { families, cases } = await given('Hà Thị Dời')
    const move = { on: '2026-11-18', villageId: thon2, address: '', number: '' }
    const moved = await world.as('hung').post(`/api/households/${families[0]?.householdId}/residence`, move)
    expect(moved.statusCode, moved.body).toBe(200)
    const { forms, gone } = await take(cases)
    expect([forms.map((one) => one.form !== null), gone]).toEqual([[true], []])
  })
})
