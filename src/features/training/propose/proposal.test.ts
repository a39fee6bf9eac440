/** From needs to classes to a plan: Hùng nominates, Lan lays down, Đào proposes and takes; nobody is proposed twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { aProgramme, planSaid } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import type { ClassOf, SeatOf } from './model.ts'

const { phuTho, tamHongToday } = demoAreas
const year = 2027
let world: World
let first: string
let second: string
let unsaid: string

async function must(person: PersonName, url: string, body: object = {}) {
  const reply = await world.as(person).post(url, body)
  expect(reply.statusCode, `${url}: ${reply.body}`).toBe(200)
  return reply.json()
}
const show = async (query = '', person: PersonName = 'dao', areaId: string = phuTho) => {
  const reply = await world.as(person).get(`/api/areas/${areaId}/proposal?year=${year}${query}`)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const seats = async (query = '', person: PersonName = 'dao'): Promise<{ total: number; rows: SeatOf[] }> =>
  (await world.as(person).get(`/api/areas/${phuTho}/proposal/people?year=${year}${query}`)).json()

const says = { value: null, firstDay: null, lastDay: null, what: null, turns: null }
const limit = (kind: string, part: object) =>
  must('lan', '/api/training-limits', {
    ...{ trainingLimitId: newId(), areaId: phuTho, kind, ...says, from: '2026-01-01' },
    ...{ legalReference: '7/QĐ-UBND', mark: 'text', ...part },
  })
async function framework(): Promise<[string, string, string]> {
  const [frameworkId, one, other, third] = [newId(), newId(), newId(), newId()]
  const of = { name: 'Khung đề xuất', programmeId: null, periodFrom: 2026, periodUntil: 2030, note: '', copyOf: null }
  await must('dao', '/api/frameworks', { frameworkId, areaId: phuTho, ...of })
  const fields = { objective: '', contents: '', posts: [], levels: [], areaConditions: [], recursAfter: null }
  for (const [frameworkTopicId, code, hours, requires] of [
    [one, 'X1', 16, []],
    [other, 'X2', 8, ['X1']],
    [third, 'X3', null, []],
  ] as const)
    await must('dao', `/api/frameworks/${frameworkId}/topics`, {
      ...{
        frameworkTopicId,
        code,
        title: `Chuyên đề ${code}`,
        theoryHours: hours,
        practiceHours: hours && 0,
        requires,
      },
      ...fields,
    })
  const decided = { number: 'DX1/QĐ-UBND', decidedOn: '2026-11-03', issuer: 'UBND tỉnh Phú Thọ', edits: 3 }
  await must('lan', `/api/frameworks/${frameworkId}/approve`, decided)
  return [one, other, third]
}
async function person(name: string): Promise<string> {
  const officialId = newId()
  const who = { sex: 'male', birth: { year: 1984 }, ethnicity: '08', languages: [], phone: '', personalNumber: '' }
  await must('hung', '/api/officials', { officialId, unitId: tamHongToday, name, ...who, holds: null })
  return officialId
}
const nominate = (officialId: string, topicId: string) =>
  must('hung', `/api/areas/${tamHongToday}/nominations`, {
    ...{ trainingWishId: newId(), officialId, topicId, reason: 'Mới nhận việc' },
  })

const people: string[] = []
beforeAll(async () => {
  world = await openWorld()
  ;[first, second, unsaid] = await framework()
  for (const name of ['Lò Văn Một', 'Lò Văn Hai', 'Lò Văn Ba']) {
    const id = await person(name)
    people.push(id)
    await nominate(id, first)
    await nominate(id, second)
  }
  await nominate(people[0] ?? '', unsaid)
})
afterAll(() => world.close())

const mine = (classes: ClassOf[]) => classes.filter(({ topicId }) => [first, second].includes(topicId))

describe('a proposal', () => {
  it('says what it lacks instead of proposing: a largest class, a place', async () => {
    const { lacks, classes, needed } = await show()
    expect(lacks.map(({ en }: { en: string }) => en)).toEqual([
      'The province lays down no largest class.',
      'No place of classes is entered here.',
    ])
    expect([classes, needed]).toEqual([[], 0])
  })

  it('says of everybody why no class takes them', async () => {
    await limit('largest_class', { value: 2 })
    expect((await seats('&state=uncovered')).rows.map(({ because }) => because)).toContain('no_length')
    await limit('hours_a_day', { value: 8 })
    const { rows } = await seats(`&topics=${first},${unsaid}`)
    expect(new Set(rows.map(({ because }) => because))).toEqual(new Set(['no_length', 'no_way']))
    const { uncovered, seated } = await show(`&topics=${first}&unsaidDays=2`)
    expect([seated, uncovered]).toEqual([0, 3])
  })

  it('teaches what comes first first, in open weeks, in as few classes as the largest allows', async () => {
    await must('dao', '/api/class-places', {
      classPlaceId: newId(),
      areaId: tamHongToday,
      hall: '',
      from: '2026-01-01',
    })
    await limit('days_in_a_row', { value: 2 })
    await limit('closed', { firstDay: '01-01', lastDay: '02-15', what: 'Tết' })
    const proposal = await show(`&topics=${first},${second}`)
    const classes = mine(proposal.classes)
    expect(proposal).toMatchObject({ lacks: [], seated: 6, uncovered: 0, planned: 0, least: 4 })
    expect(classes.map(({ people: count }) => count).sort()).toEqual([1, 1, 2, 2])
    const weeksOf = (topic: string, who: string) =>
      classes.find(({ topicId, officialIds }) => topicId === topic && officialIds.some((id) => id === who))?.weeks ?? []
    for (const who of people) expect(Math.max(...weeksOf(first, who))).toBeLessThan(Math.min(...weeksOf(second, who)))
    for (const { weeks } of classes) for (const week of weeks) expect(week).toBeGreaterThan(6)
    expect(proposal.topics).toMatchObject([
      { code: 'X1', days: 2, needed: 3, seated: 3, after: [] },
      { code: 'X2', days: 1, needed: 3, seated: 3, after: ['X1'] },
    ])
  })

  it('keeps to the weeks that are asked for, which must be weeks of the year', async () => {
    const { classes } = await show(`&topics=${first}&weeks=20-21`)
    expect(new Set(classes.flatMap(({ weeks }: ClassOf) => weeks))).toEqual(new Set([20]))
    const { rows } = await seats(`&topics=${first},${second}&weeks=20`)
    expect(rows.filter(({ topicId }) => topicId === second).map(({ because }) => because)).toEqual([
      'busy',
      'busy',
      'busy',
    ])
    for (const weeks of ['0', '54', '53', 'x'])
      expect(
        await refusal(world, () => world.as('dao').get(`/api/areas/${phuTho}/proposal?year=${year}&weeks=${weeks}`)),
      ).toBe('proposal.weeks')
  })

  it('gives the first seats to whose turn is first, as the province lays it down', async () => {
    await limit('newly_in_post', { value: 12 })
    await limit('first_turn', { turns: ['newly_in_post'] })
    await must('hung', `/api/officials/${people[2]}/appointments`, {
      ...{ appointmentId: newId(), post: 'mass_organisation', areaId: tamHongToday, from: '2026-10-01' },
      ...{ until: null, standing: 'own', decisionNumber: '', decidedOn: null },
    })
    const { classes } = await show(`&topics=${first}`)
    expect(classes[0].officialIds[0]).toBe(people[2])
  })

  it('adds up on its page, in its lists and files', async () => {
    const proposal = await show()
    const { total } = await seats()
    expect(total).toBe(proposal.needed)
    expect((await seats('&state=seated')).total).toBe(proposal.seated)
    expect((await seats('&state=uncovered')).total).toBe(proposal.uncovered)
    const lines = async (path: string) =>
      (await world.as('dao').get(`/api/areas/${phuTho}/proposal/${path}?year=${year}&as=csv`)).body
        .trim()
        .split(/\r?\n/)
    expect(await lines('file')).toHaveLength(proposal.classes.length + 1)
    expect(await lines('people/file')).toHaveLength(total + 1)
    for (const { number, people: count } of proposal.classes)
      expect((await seats(`&class=${number}`)).total).toBe(count)
  })

  it('is read by who reads training there, and offered to who plans', async () => {
    expect((await show('', 'dao')).can).toEqual(['take'])
    for (const reader of ['lan', 'kiem'] as const) expect((await show('', reader)).can).toEqual([])
    expect((await show('', 'hung', tamHongToday)).can).toEqual(['take'])
    for (const [reader, area] of [
      ['hung', phuTho],
      ['son', phuTho],
      ['mai', tamHongToday],
      ['quantri', phuTho],
    ] as const)
      for (const path of ['proposal', 'proposal/people'])
        expect(await refusal(world, () => world.as(reader).get(`/api/areas/${area}/${path}?year=${year}`))).toBe(
          'access.denied',
        )
  })
})

describe('taken into a plan', () => {
  let plan: string
  const take = (classes: ClassOf[], person_: PersonName = 'dao', part: object = {}) =>
    world.as(person_).post(`/api/training-plans/${plan}/take-lines`, {
      lines: classes.map(({ topicId, placeId, weeks, people: count, officialIds }) => ({
        ...{ topicId, placeAreaId: placeId, weeks, people: count, classes: 1, officialIds, ...part },
      })),
    })

  it('its people are not proposed again, and their weeks are theirs', async () => {
    const { trainingPlanId } = await must('dao', '/api/training-plans', {
      ...{ trainingPlanId: newId(), areaId: phuTho, programmeId: await aProgramme(world), ...planSaid, year },
    })
    plan = trainingPlanId
    const before = await show(`&topics=${first}`)
    expect(before.drafts).toEqual([{ trainingPlanId: plan, name: planSaid.name }])
    expect((await take(before.classes)).statusCode).toBe(200)
    const after = await show(`&topics=${first},${second}`)
    expect(after).toMatchObject({ planned: 3, seated: 3 })
    expect((await seats('&state=planned')).rows).toMatchObject([{ planName: planSaid.name }, {}, {}])
    const held = new Set(before.classes.flatMap(({ weeks }: ClassOf) => weeks))
    for (const { topicId, weeks } of after.classes as ClassOf[]) {
      expect(topicId).toBe(second)
      for (const week of weeks) expect(week).toBeGreaterThan(Math.max(...([...held] as number[])) - 1)
    }
  })

  it('nobody sits twice, is of elsewhere, or sits where there is no room', async () => {
    const { classes } = await show(`&topics=${second}`)
    expect(await refusal(world, () => take(classes, 'dao', { people: 0 }))).toBe('input.invalid')
    const crowded = { people: 1, classes: 1, officialIds: people }
    expect(await refusal(world, () => take(classes.slice(0, 1), 'dao', crowded))).toBe('plan.too_many_seats')
    const unknown = { people: 2, officialIds: [newId()] }
    expect(await refusal(world, () => take(classes.slice(0, 1), 'dao', unknown))).toBe('plan.seat_unknown')
    for (const who of ['lan', 'kiem', 'hung'] as const)
      expect(['access.denied', 'plan.not_found']).toContain(await refusal(world, () => take(classes, who)))
    const replies = await Promise.all([take(classes), take(classes)])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(await refusal(world, () => take(classes))).toBe('plan.seat_taken')
  })

  it('and freed with the draft', async () => {
    await must('dao', `/api/training-plans/${plan}/drop`, { because: 'Lập lại' })
    expect(await show(`&topics=${first},${second}`)).toMatchObject({ planned: 0, seated: 6 })
  })
})

describe('who has left the work', () => {
  it('is named, and given no seat', async () => {
    const appointmentId = newId()
    await must('hung', `/api/officials/${people[1]}/appointments`, {
      ...{ appointmentId, post: 'mass_organisation', areaId: tamHongToday, from: '2026-01-01' },
      ...{ until: null, standing: 'own', decisionNumber: '', decidedOn: null },
    })
    await must('hung', `/api/appointments/${appointmentId}/end`, { last: '2026-10-31', reason: 'retired' })
    const { rows } = await seats(`&topics=${first}&state=uncovered`)
    expect(rows).toMatchObject([{ officialId: people[1], because: 'gone' }])
  })
})
