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
    ...{ nominations: [{ trainingWishId: newId(), officialId }], topicId, reason: 'Mới nhận việc' },
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

const otherProgramme = async (than: string): Promise<string> =>
  (await world.owner.query('select id from programme where id <> $1 order by id limit 1', [than])).rows[0].id

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
    const past = `/api/areas/${phuTho}/proposal?year=2026&weeks=1`
    expect(await refusal(world, () => world.as('dao').get(past))).toBe('proposal.weeks_past')
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
    // Each number of a topic is the length of the list that it opens, and together they are the number at the head.
    for (const { topicId, needed } of proposal.topics) expect((await seats(`&topic=${topicId}`)).total).toBe(needed)
    const sum = (of: 'needed' | 'taken' | 'seated' | 'uncovered'): number =>
      proposal.topics.reduce((all: number, one: Record<typeof of, number>) => all + one[of], 0)
    expect(sum('needed')).toBe(proposal.needed)
    expect(sum('taken')).toBe(proposal.planned + proposal.covered)
    expect(sum('seated') + sum('taken') + sum('uncovered')).toBe(proposal.needed)
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
  const name = 'Kế hoạch nhận đề xuất'
  const take = (classes: ClassOf[], person_: PersonName = 'dao', part: object = {}) =>
    world.as(person_).post(`/api/training-plans/${plan}/take-lines`, {
      lines: classes.map(({ topicId, placeId, weeks, people: count, officialIds }) => ({
        ...{ topicId, placeAreaId: placeId, weeks, people: count, classes: 1, officialIds, ...part },
      })),
    })

  it('its people are not proposed again, and their weeks are theirs', async () => {
    const { trainingPlanId } = await must('dao', '/api/training-plans', {
      ...{ trainingPlanId: newId(), areaId: phuTho, programmeId: await aProgramme(world), ...planSaid, name, year },
    })
    plan = trainingPlanId
    const before = await show(`&topics=${first}`)
    expect(before.drafts).toEqual([{ trainingPlanId: plan, name }])
    expect((await take(before.classes)).statusCode).toBe(200)
    const after = await show(`&topics=${first},${second}`)
    expect(after).toMatchObject({ planned: 3, seated: 3 })
    expect((await seats('&state=planned')).rows).toMatchObject([
      { plan: { drafted: true, read: { trainingPlanId: plan, name, areaName: 'Tỉnh Phú Thọ' } } },
      {},
      {},
    ])
    // Hùng may not read the draft of the province: no name of it, no week, also not in the file.
    const commune = `/api/areas/${tamHongToday}/proposal/people`
    const { rows: his } = (await world.as('hung').get(`${commune}?year=${year}&state=planned`)).json()
    expect(his).toMatchObject([{ plan: { drafted: true, above: true, read: null }, weeks: [] }, {}, {}])
    const file = (await world.as('hung').get(`${commune}/file?as=csv&year=${year}&state=planned`)).body
    expect(file).toContain('bản thảo của đơn vị cấp trên')
    expect(file).not.toContain(name)
    const held = new Set(before.classes.flatMap(({ weeks }: ClassOf) => weeks))
    for (const { topicId, weeks } of after.classes as ClassOf[]) {
      expect(topicId).toBe(second)
      for (const week of weeks) expect(week).toBeGreaterThan(Math.max(...([...held] as number[])) - 1)
    }
  })

  it('its people are not proposed for the year after, and named with the plan that has them, unless that is asked', async () => {
    const next = async (query: string) =>
      (await world.as('dao').get(`/api/areas/${phuTho}/proposal${query}year=${year + 1}&topics=${first}`)).json()
    expect(await next('?')).toMatchObject({ planned: 0, covered: 3, seated: 0, classes: [] })
    const { rows } = await next('/people?state=covered&')
    expect(rows).toMatchObject([{ plan: { read: { name } }, planYear: year, state: 'covered' }, {}, {}])
    expect(rows[0].homeName).not.toBe('')
    expect(await next('?coveredToo=true&')).toMatchObject({ planned: 0, covered: 0, seated: 3 })
    // In the year itself they are in the plan of the year, not of another.
    expect(await show(`&topics=${first}`)).toMatchObject({ planned: 3, covered: 0 })
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

describe('a plan begun from a proposal', () => {
  it('stands with its classes, or not at all; which class stands against it is said', async () => {
    const trainingPlanId = newId()
    const { classes, largestClass } = await show(`&topics=${first}`)
    const line = ({ topicId, placeId, weeks, people, officialIds }: ClassOf) => ({
      ...{ topicId, placeAreaId: placeId, weeks, people, classes: 1, officialIds },
    })
    const [one] = classes.map(line)
    const of = { areaId: phuTho, programmeId: await aProgramme(world), ...planSaid, name: 'Từ đề xuất', year }
    const begin = (lines: object[]) => world.as('dao').post('/api/training-plans', { trainingPlanId, ...of, lines })
    const crowded = { ...one, people: largestClass + 1, weeks: [22] }
    expect(await refusal(world, () => begin([crowded]))).toBe('plan.class_too_large')
    expect((await begin([crowded])).json().title.vi).toMatch(/^X1 \(tuần 22\): /)
    expect((await world.as('dao').get(`/api/training-plans/${trainingPlanId}`)).statusCode).toBe(404)
    expect((await begin(classes.map(line))).statusCode).toBe(200)
    const plan = (await world.as('dao').get(`/api/training-plans/${trainingPlanId}`)).json()
    expect(plan.lineList.map(({ topicId }: { topicId: string }) => topicId)).toEqual(classes.map(() => first))
    await must('dao', `/api/training-plans/${trainingPlanId}/drop`, { because: 'Thử xong' })
  })

  it('is under the programme of the framework, where the topics are of one, else of the latest plan of the unit', async () => {
    expect((await show()).programme).toBeNull()
    const programmeId = await aProgramme(world)
    const trainingPlanId = newId()
    await must('dao', '/api/training-plans', { trainingPlanId, areaId: phuTho, programmeId, ...planSaid, year: 2026 })
    expect((await show()).programme).toMatchObject({ programmeId, by: 'own' })
    const another = { trainingPlanId: newId(), areaId: phuTho, programmeId: await otherProgramme(programmeId) }
    await must('dao', '/api/training-plans', { ...another, ...planSaid, name: 'Kế hoạch khác', year: 2026 })
    // Nobody can tell which of two is meant.
    expect((await show()).programme).toBeNull()
    for (const id of [trainingPlanId, another.trainingPlanId])
      await must('dao', `/api/training-plans/${id}/drop`, { because: 'Thử xong' })
    await world.owner.query(
      'update framework set programme_id = $1 where id = (select framework_id from framework_topic where id = $2)',
      [programmeId, first],
    )
    expect((await show()).programme).toEqual({
      programmeId,
      name: expect.stringContaining('Tiểu dự án nâng cao năng lực'),
      by: 'framework',
    })
  })
})

describe('the names in a plan', () => {
  type Line = { planLineId: string; topicId: string; people: number; named: number }
  type Seat = { planSeatId: string; officialId: string; planLineId: string }
  const url = (id: string, path = '') => `/api/training-plans/${id}${path}`
  const get = async (path: string) => (await world.as('dao').get(path)).json()
  const linesOf = async (id: string): Promise<Line[]> => (await get(url(id))).lineList
  const seatsOf = async (id: string, query = ''): Promise<{ total: number; rows: Seat[] }> =>
    get(`${url(id, '/seats')}${query}`)
  const changeLine = (line: Line | undefined, part: object, was: object) =>
    world.as('dao').post(`/api/plan-lines/${line?.planLineId}/change`, { ...part, was })
  const standing = async () => (await seats(`&topics=${first}&state=planned`)).total

  /** A draft with everybody of the first topic in it. */
  async function taken(): Promise<string> {
    const trainingPlanId = newId()
    const of = { areaId: phuTho, programmeId: await aProgramme(world) }
    await must('dao', '/api/training-plans', { trainingPlanId, ...of, ...planSaid, year })
    const { classes } = await show(`&topics=${first}`)
    await must('dao', url(trainingPlanId, '/take-lines'), {
      lines: classes.map(({ topicId, placeId, weeks, people: count, officialIds }: ClassOf) => ({
        ...{ topicId, placeAreaId: placeId, weeks, people: count, classes: 1, officialIds },
      })),
    })
    return trainingPlanId
  }
  let numbers = 0
  async function approve(id: string) {
    numbers += 1
    const { edits } = await get(url(id))
    const decided = { number: `TEN${numbers}/KH`, decidedOn: '2026-11-20', issuer: 'UBND tỉnh Phú Thọ', edits }
    await must('lan', url(id, '/approve'), decided)
  }

  it('are as many on its line as in their list and its file, and as the proposal says', async () => {
    const id = await taken()
    const lines = await linesOf(id)
    for (const { planLineId, named } of lines) {
      expect(named).toBeGreaterThan(0)
      expect((await seatsOf(id, `?line=${planLineId}`)).total).toBe(named)
    }
    const { total } = await seatsOf(id)
    expect(total).toBe(3)
    expect(await standing()).toBe(3)
    const file = (await world.as('dao').get(`${url(id, '/seats/file')}?as=csv`)).body
    expect(file.trim().split(/\r?\n/)).toHaveLength(total + 1)
    await must('dao', url(id, '/drop'), { because: 'Lập lại' })
  })

  it('are taken out one by one, and never more than the line is for; who is taken out is proposed again', async () => {
    const id = await taken()
    const line = (await linesOf(id)).find(({ named }) => named === 2)
    expect(await refusal(world, () => changeLine(line, { people: 1 }, { people: 2 }))).toBe('plan.too_many_seats')
    const { rows } = await seatsOf(id, `?line=${line?.planLineId}`)
    const drop = `/api/plan-seats/${rows[0]?.planSeatId}/drop`
    for (const who of ['lan', 'kiem'] as const)
      expect(await refusal(world, () => world.as(who).post(drop, { because: 'Xin học sau' })), who).toBe(
        'access.denied',
      )
    await must('dao', drop, { because: 'Xin học sau' })
    expect(await refusal(world, () => world.as('dao').post(drop, { because: 'Nữa' }))).toBe('plan.seat_not_found')
    expect((await changeLine(line, { people: 1 }, { people: 2 })).statusCode).toBe(200)
    expect(await standing()).toBe(2)
    expect((await seats(`&topics=${first}&state=seated`)).rows.map(({ officialId }) => officialId)).toEqual([
      rows[0]?.officialId,
    ])
    await must('dao', url(id, '/drop'), { because: 'Lập lại' })
  })

  it('leave a line that is of another topic now', async () => {
    const id = await taken()
    for (const line of await linesOf(id))
      expect(
        (await changeLine(line, { topicId: second, people: 1 }, { topicId: first, people: line.people })).statusCode,
      ).toBe(200)
    expect((await seatsOf(id)).total).toBe(0)
    expect(await standing()).toBe(0)
    await must('dao', url(id, '/drop'), { because: 'Lập lại' })
  })

  it('stand as approved until an amendment is; what that leaves out is proposed again, and read by the day', async () => {
    const id = await taken()
    await approve(id)
    const amendmentId = newId()
    await must('dao', url(id, '/amendments'), { amendmentId, reason: 'Bớt lớp' })
    expect((await seatsOf(amendmentId)).total).toBe(3)
    const [large, small] = (await linesOf(amendmentId)).sort((a, b) => b.named - a.named)
    await must('dao', `/api/plan-lines/${small?.planLineId}/drop`, { because: 'Bớt lớp' })
    const { rows } = await seatsOf(amendmentId, `?line=${large?.planLineId}`)
    await must('dao', `/api/plan-seats/${rows[0]?.planSeatId}/drop`, { because: 'Xin học sau' })
    expect(await standing()).toBe(3)
    await approve(amendmentId)
    expect(await standing()).toBe(1)
    expect((await seats(`&topics=${first}&state=seated`)).total).toBe(2)
    expect((await seatsOf(id)).rows.map(({ officialId }) => officialId)).toEqual([rows[1]?.officialId])
    expect((await seatsOf(id, '?day=2026-11-19')).total).toBe(3)
    const next = newId()
    await must('dao', url(id, '/amendments'), { amendmentId: next, reason: 'Thêm lại' })
    const { classes } = await show(`&topics=${first}`)
    await must('dao', url(next, '/take-lines'), {
      lines: classes.map(({ topicId, placeId, weeks, people: count, officialIds }: ClassOf) => ({
        ...{ topicId, placeAreaId: placeId, weeks, people: count, classes: 1, officialIds },
      })),
    })
    await approve(next)
    expect(await standing()).toBe(3)
    expect((await seatsOf(id)).total).toBe(3)
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
    expect(rows).toMatchObject([
      { officialId: people[1], because: 'gone', gone: { why: 'retired', since: '2026-11-01' } },
    ])
  })
})

describe('who is named in an approved plan and is gone since', () => {
  it('is said to have died or retired where the plan names them', async () => {
    const of = { areaId: phuTho, programmeId: await aProgramme(world) }
    const trainingPlanId = newId()
    await must('dao', '/api/training-plans', { trainingPlanId, ...of, ...planSaid, name: 'Có người đã mất', year })
    const leaving = await Promise.all(['Người Sẽ Mất', 'Người Sẽ Nghỉ', 'Người Ở Lại'].map(inPost))
    const officialIds = leaving.map(({ officialId }) => officialId)
    const line = { topicId: second, placeAreaId: tamHongToday, weeks: [30], people: 3, classes: 2, officialIds }
    await must('dao', `/api/training-plans/${trainingPlanId}/take-lines`, { lines: [line] })
    const { edits } = (await world.as('dao').get(`/api/training-plans/${trainingPlanId}`)).json()
    const decided = { number: '88/KH-UBND', decidedOn: '2026-11-18', issuer: 'UBND tỉnh Phú Thọ', edits }
    await must('lan', `/api/training-plans/${trainingPlanId}/approve`, decided)
    const gone = async () => {
      const { rows } = (await world.as('dao').get(`/api/training-plans/${trainingPlanId}/seats`)).json()
      const said = rows.map(({ person, gone: why }: { person: string; gone: { why: string } | null }) => [
        person,
        why?.why,
      ])
      return Object.fromEntries(said) as Record<string, string | undefined>
    }
    expect(Object.values(await gone())).toEqual([undefined, undefined, undefined])
    for (const [at, reason] of (['died', 'retired'] as const).entries())
      await must('hung', `/api/appointments/${leaving[at]?.appointmentId}/end`, { last: '2026-11-19', reason })
    expect(await gone()).toEqual({ 'Người Sẽ Mất': 'died', 'Người Sẽ Nghỉ': 'retired', 'Người Ở Lại': undefined })
  })

  it('is not offered where people are nominated, and is found all the same where anybody is sought', async () => {
    const found = async (query = '') => {
      const { officials } = (await world.as('hung').get(`/api/officials/search?q=Người Sẽ${query}`)).json()
      return officials.map(({ name }: { name: string }) => name).sort()
    }
    expect(await found()).toEqual(['Người Sẽ Mất', 'Người Sẽ Nghỉ'])
    expect(await found('&inWork=true')).toEqual([])
    const { officials } = (await world.as('hung').get('/api/officials/search?q=Người Ở Lại&inWork=true')).json()
    expect(officials).toHaveLength(1)
  })
})

async function inPost(name: string) {
  const [officialId, appointmentId] = [newId(), newId()]
  const who = { sex: 'male', birth: { year: 1980 }, ethnicity: '01', languages: [], phone: '', personalNumber: '' }
  const post = { appointmentId, post: 'mass_organisation', areaId: tamHongToday, standing: 'own', from: '2026-01-01' }
  const holds = { ...post, until: null, decisionNumber: '', decidedOn: null, also: true }
  await must('hung', '/api/officials', { officialId, unitId: tamHongToday, name, ...who, holds })
  return { officialId, appointmentId }
}
