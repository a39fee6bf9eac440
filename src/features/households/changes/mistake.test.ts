/** Whoever was entered by mistake was there on no day: on every day on which a household stands somebody lives there and one is head. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import { thon1 } from '#test/rounds.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const person = (name: string, year: number) => ({ name, sex: 'female', birth: { year }, ethnicity: '01' })

/** Lò Thị Nhầm is head from 5 February 2026, Lò Thị Sau comes on 8 August; `child`: Lò Văn Út is there throughout. */
async function family({ child = false } = {}) {
  const householdId = newId()
  const [mistaken, later, boy] = [newId(), newId(), newId()]
  const of = (path: string, body: object) => world.as('hung').post(`/api/households/${householdId}${path}`, body)
  const must = async (path: string, body: object) => {
    const reply = await of(path, body)
    expect(reply.statusCode, reply.body).toBe(200)
  }
  const members = [
    { memberId: mistaken, relation: 'head', person: person('Lò Thị Nhầm', 1970) },
    ...(child ? [{ memberId: boy, relation: 'child', person: person('Lò Văn Út', 1999) }] : []),
  ]
  const place = { villageId: thon1, number: '', address: '' }
  const entered = await world
    .as('hung')
    .post('/api/households', { householdId, ...place, on: '2026-02-05', reason: 'listed', members })
  expect(entered.statusCode, entered.body).toBe(200)
  const comes = { memberId: later, on: '2026-08-08', reason: 'moved_in', relation: 'sibling' }
  await must('/members', { ...comes, person: person('Lò Thị Sau', 1975) })
  const mistake = (newHeadId?: string) =>
    of(`/members/${mistaken}/leave`, { on: '2026-11-20', reason: 'entered_by_mistake', newHeadId })
  const on = async (day: string) => (await world.as('hung').get(`/api/households/${householdId}?day=${day}`)).json()
  return { mistaken, later, boy, of, must, mistake, on }
}

describe('a head entered by mistake', () => {
  it('is not followed by who came later, where nobody else was there: the household would stand empty', async () => {
    const { mistake, later, on } = await family()
    expect((await mistake(later)).json()).toMatchObject({ code: 'household.nobody_then' })
    expect((await on('2026-07-20')).members).toMatchObject([{ name: 'Lò Thị Nhầm' }])
  })

  it('is followed by who was there from the first day, not by who came later', async () => {
    const { mistake, later, boy, on } = await family({ child: true })
    expect((await mistake(later)).json()).toMatchObject({ code: 'household.head_not_there' })
    expect((await mistake(boy)).statusCode).toBe(200)
    expect((await on('2026-07-20')).members).toMatchObject([{ name: 'Lò Văn Út' }])
  })

  it('nor leaves days without a head who was head before another', async () => {
    const { mistake, later, must } = await family({ child: true })
    await must('/head', { on: '2026-09-01', newHeadId: later })
    expect((await mistake()).json()).toMatchObject({ code: 'household.was_head_then' })
  })

  it('nor does who was alone before others came and took over', async () => {
    const { mistake, later, must } = await family()
    await must('/head', { on: '2026-09-01', newHeadId: later })
    expect((await mistake()).json()).toMatchObject({ code: 'household.nobody_then' })
  })
})

describe('who was head before another', () => {
  it('cannot have left on a day on which that one still led; from the day of the change on, yes', async () => {
    const { mistaken, boy, later, must, of, on } = await family({ child: true })
    await must('/head', { on: '2026-09-01', newHeadId: later })
    const gone = (day: string, reason: string) => of(`/members/${mistaken}/leave`, { on: day, reason })
    for (const reason of ['moved_out', 'died', 'married'])
      expect((await gone('2026-08-20', reason)).json(), reason).toMatchObject({ code: 'household.head_until' })
    expect((await of(`/members/${boy}/leave`, { on: '2026-08-20', reason: 'moved_out' })).statusCode).toBe(200)
    expect((await gone('2026-09-01', 'died')).statusCode).toBe(200)
    expect((await on('2026-08-25')).members).toMatchObject([{ name: 'Lò Thị Nhầm' }, { name: 'Lò Thị Sau' }])
  })
})

describe('who came before a change of head and was entered after it', () => {
  it('is on days before no head beside the one of then, though head today', async () => {
    const { boy, must, on } = await family({ child: true })
    await must('/head', { on: '2026-09-01', newHeadId: boy })
    const memberId = newId()
    const comes = { memberId, on: '2026-08-20', reason: 'moved_in', relation: 'other' }
    await must('/members', { ...comes, person: person('Lò Thị Đến', 1972) })
    await must('/head', { on: '2026-10-01', newHeadId: memberId })
    const headsOn = async (day: string) =>
      (await on(day)).members
        .filter(({ relationOnDay }: { relationOnDay: string }) => relationOnDay === 'head')
        .map(({ name }: { name: string }) => name)
    expect(await headsOn('2026-08-25')).toEqual(['Lò Thị Nhầm'])
    expect(await headsOn('2026-09-15')).toEqual(['Lò Văn Út'])
    expect(await headsOn('2026-10-15')).toEqual(['Lò Thị Đến'])
  })
})
