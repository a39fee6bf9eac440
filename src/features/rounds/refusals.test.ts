/** Who may not move a round, and when not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import {
  answersOf,
  type CaseOf,
  type Family,
  openRound,
  type RoundInHand,
  roundAtSurveying,
  settle,
  thon1,
  thon2,
  thon4,
} from '#test/rounds.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
let families: Family[]
let round: RoundInHand

beforeAll(async () => {
  world = await openWorld()
  families = [await settle(world, thon1, 'Nguyễn Thị Nhẫn'), await settle(world, thon2, 'Trần Thị Ước')]
  const opened = await roundAtSurveying(world, families)
  round = opened.round
  const [first] = opened.cases as [CaseOf]
  await round.send(first, answersOf(families[0] as Family, 1_000_000))
})
afterAll(() => world.close())

const familyOf = (at: number): Family => families[at] as Family

describe('the steps', () => {
  it('move only by who runs the round, and only from where it stands', async () => {
    for (const person of ['mai', 'bich', 'lan', 'xem'] as const) {
      const reply = await world.as(person).post(`/api/rounds/${round.roundId}/finish`, { step: 'surveying' })
      expect(reply.json().code).toBe('access.denied')
    }
    const son = await world.as('son').post(`/api/rounds/${round.roundId}/finish`, { step: 'surveying' })
    expect(son.json().code).toBe('rounds.not_found')
    expect((await round.finish('checking')).json().code).toBe('rounds.moved_on')
    expect((await round.skip('surveying')).json()).toMatchObject({
      code: 'rounds.step_not_allowed',
      title: { vi: expect.stringContaining('“Khảo sát”') },
    })
    expect((await round.finish('surveying')).json()).toMatchObject({
      code: 'rounds.blocked',
      facts: { blocked: [{ code: 'not_submitted', count: 1, households: [{ headName: 'Trần Thị Ước' }] }] },
    })
  })

  it('hide the round from the neighbour altogether', async () => {
    expect((await world.as('son').get(`/api/rounds/${round.roundId}`)).json().code).toBe('rounds.not_found')
    expect((await world.as('son').get(`/api/rounds/${round.roundId}/cases`)).statusCode).toBe(404)
    for (const room of ['rounds', 'surveys', 'decisions'])
      expect((await world.as('son').get(`/api/work/${room}`)).json()).toEqual({ items: [] })
    const list = await world.as('son').get(`/api/areas/${demoAreas.tamHongToday}/rounds`)
    expect(list.json().code).toBe('access.denied')
  })

  it('show Mai in her village the round that takes it in, and no round that leaves it out', async () => {
    const elsewhere = await openRound(world, 'ad_hoc', [thon4])
    const { rounds } = (await world.as('mai').get(`/api/areas/${thon1}/rounds`)).json()
    const ids = rounds.map((r: { roundId: string }) => r.roundId)
    expect(ids).toContain(round.roundId)
    expect(ids).not.toContain(elsewhere.roundId)
    expect((await world.as('mai').get(`/api/areas/${demoAreas.tamHongToday}/rounds`)).json().code).toBe('access.denied')
  })

  it('open no round in another commune, in a province, on a village elsewhere', async () => {
    const body = {
      roundId: newId(),
      areaId: demoAreas.tamHongToday,
      kind: 'annual',
      name: 'x',
      windowFrom: '2026-09-01',
      windowUntil: '2026-12-14',
      villages: [],
      because: 'Kỳ thử',
    }
    expect((await world.as('son').post('/api/rounds', body)).json().code).toBe('access.denied')
    const elsewhere = { ...body, villages: [demoAreas.villages.kyThuong[0]] }
    expect((await world.as('hung').post('/api/rounds', elsewhere)).json().code).toBe('rounds.not_a_village_here')
    const backwards = { ...body, windowUntil: '2026-08-01' }
    expect((await world.as('hung').post('/api/rounds', backwards)).json().code).toBe('rounds.window')
  })

  it('give no village to who is not its enumerator, and list nobody twice', async () => {
    const other = await openRound(world, 'ad_hoc', [thon1, thon4])
    await other.list([familyOf(0)])
    const twice = await world
      .as('hung')
      .post(`/api/rounds/${other.roundId}/list`, { ...familyOf(0), because: 'Kỳ thử' })
    expect(twice.json().code).toBe('rounds.household_listed')
    const away = await world.as('hung').post(`/api/rounds/${other.roundId}/list`, familyOf(1))
    expect(away.json().code).toBe('rounds.household_elsewhere')
    await other.finish('listing')
    const give = (villageId: string, person: 'mai' | 'bich') =>
      world.as('hung').post(`/api/rounds/${other.roundId}/assign`, { villageId, accountId: world.idOf(person) })
    expect((await give(thon4, 'mai')).json().code).toBe('rounds.not_an_enumerator')
    expect((await give(thon1, 'bich')).json().code).toBe('rounds.not_an_enumerator')
    const { enumerators } = (await world.as('hung').get(`/api/rounds/${other.roundId}/enumerators`)).json()
    expect(enumerators.map((e: { holds: object }) => e.holds)).toEqual(
      enumerators.map(() => ({ state: 'no_rule', lastDay: null })),
    )
    expect((await give(thon1, 'mai')).json()).toEqual({ assigned: 1 })
    const gone = { householdId: familyOf(0).householdId, because: 'Ghi nhầm' }
    const late = await world.as('hung').post(`/api/rounds/${other.roundId}/list/remove`, gone)
    expect(late.json().code).toBe('rounds.case_not_listed')
  })
})
