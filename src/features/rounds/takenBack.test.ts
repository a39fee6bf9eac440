/** What left a round and is back after the survey is over: taken back at checking as it stood, and nobody else with it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { deciding } from '#test/decisions.ts'
import { mustAddUp } from '#test/parts.ts'
import { type CaseOf, type Family, openRound, type RoundInHand, settle, thon1, thon2 } from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
const because = 'Thôn về lại xã'
const must = async (person: PersonName, url: string, body: object) => {
  const reply = await world.as(person).post(url, body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const goes = (areaId: string, day = '2026-11-18'): Promise<{ eventId: string }> =>
  must('quantri', '/api/area-events', {
    change: { kind: 'move', areaId, parentId: demoAreas.kyThuongToday },
    ...{ day, legalBasis: 'Nghị quyết 1/NQ-HĐND', mark: 'text' },
  })

describe('a village whose move is undone after its hand-over, the round at its decision', () => {
  let round: RoundInHand
  let cases: readonly CaseOf[]
  let families: Family[]
  let url: string
  const household = (at: number) => (families[at] as Family).householdId
  const arrivals = async () => (await world.as('hung').get(`${url}/arrivals`)).json()
  const stateOf = async (at: number) => {
    const { cases: all } = (await world.as('hung').get(`${url}/cases`)).json()
    const one = all.find(({ householdId }: { householdId: string }) => householdId === household(at))
    return one && [one.state, one.caseId, one.leftBecause]
  }

  beforeAll(async () => {
    world = await openWorld()
    families = [await settle(world, thon1, 'Lò Thị Ở'), await settle(world, thon2, 'Lò Thị Về')]
    ;({ round, cases } = await deciding(world, families))
    url = `/api/rounds/${round.roundId}`
    const { eventId } = await goes(thon2)
    await must('hung', `${url}/hand-over`, { because: 'Thôn 2 về Kỳ Thượng' })
    expect((await stateOf(1))?.[2] ?? 'handed_over').toBe('handed_over')
    await must('quantri', `/api/area-events/${eventId}/undo`, { because: 'Ghi nhầm' })
  })
  afterAll(() => world.close())

  it('is told at that step, is not taken there, and does not come back by itself', async () => {
    expect(await arrivals()).toMatchObject({ villages: [{ villageId: thon2, back: true }] })
    const taking = () => world.as('hung').post(`${url}/villages`, { villageIds: [thon2] })
    expect(await refusal(world, taking)).toBe('rounds.step_not_allowed')
    expect((await stateOf(1))?.[0]).toBe('ended')
    expect((await round.show()).can).not.toContain('take_back')
  })

  it('is offered at checking, with nobody who was not in the round before', async () => {
    const stranger = await settle(world, thon2, 'Lò Thị Lạ')
    await must('hung', `${url}/reopen`, { because })
    expect((await round.show()).can).toContain('take_back')
    expect(await arrivals()).toMatchObject({ villages: [{ villageId: thon2, back: true }], households: [] })
    const adding = (householdId: string) => () => world.as('hung').post(`${url}/list`, { householdId, because })
    expect(await refusal(world, adding(stranger.householdId))).toMatch(/^rounds\.(only_back|household_elsewhere)$/)
    expect(await refusal(world, adding(household(0)))).toBe('rounds.household_listed')
    for (const person of ['son', 'mai', 'bich', 'lan'] as const)
      expect(await refusal(world, () => world.as(person).post(`${url}/villages`, { villageIds: [thon2] }))).toMatch(
        /^(access\.denied|rounds\.not_found)$/,
      )
  })

  it('comes back accepted, as it was when it was handed over, and is decided with the others', async () => {
    expect(await must('hung', `${url}/villages`, { villageIds: [thon2] })).toEqual({ villages: 1, added: 1 })
    expect(await stateOf(1)).toEqual(['accepted', cases[1]?.caseId, null])
    expect(await arrivals()).toEqual({ villages: [], households: [] })
    await mustAddUp(world, round.roundId, ['hung', 'lan', 'mai'])
    await must('hung', `${url}/finish`, { step: 'checking' })
    await round.pastPaperSteps()
    const { decisionId } = (await round.draft()).json()
    const { entries } = (await world.as('hung').get(`/api/decisions/${decisionId}`)).json()
    expect(entries.map((one: { headName: string }) => one.headName).toSorted()).toEqual(
      ['Lò Thị Về', 'Lò Thị Ở'].toSorted(),
    )
    await must('hung', `/api/decisions/${decisionId}/withdraw`, { because })
  })

  it('comes back by its request alone where the village is in the round again, and not by a change of the household', async () => {
    await must('hung', `${url}/reopen`, { because })
    const { eventId } = await goes(thon2, '2026-11-19')
    await must('hung', `${url}/hand-over`, { because: 'Thôn 2 về Kỳ Thượng' })
    await must('quantri', `/api/area-events/${eventId}/undo`, { because: 'Ghi nhầm' })
    expect((await stateOf(1))?.slice(0, 1)).toEqual(['ended'])
    // It moves into the other village of the round: still out until it is taken back.
    const place = { villageId: thon1, address: '', number: '', on: '2026-11-20' }
    await must('hung', `/api/households/${household(1)}/residence`, place)
    expect((await stateOf(1))?.[0]).toBe('ended')
    expect((await arrivals()).households).toMatchObject([{ householdId: household(1), how: 'back' }])
    expect(await must('hung', `${url}/list`, { householdId: household(1), because })).toEqual({
      caseId: cases[1]?.caseId,
    })
    expect((await stateOf(1))?.[0]).toBe('accepted')
    await mustAddUp(world, round.roundId, ['hung', 'lan', 'mai'])
  })
})

describe('another round that asks the same household', () => {
  it('is told by its name to who holds its commune, else only that there is one', async () => {
    world = await openWorld()
    const family = await settle(world, thon2, 'Chíu Thị Múi')
    const theirs = await openRound(world, 'ad_hoc', [thon1, thon2])
    await theirs.list([family])
    await goes(thon2)
    const roundId = crypto.randomUUID()
    const mine = { kind: 'ad_hoc', windowFrom: '2026-11-19', windowUntil: '2026-12-14', villages: [thon2], because }
    await must('son', '/api/rounds', { roundId, areaId: demoAreas.kyThuongToday, name: 'Kỳ của Kỳ Thượng', ...mine })
    const reply = await world.as('son').post(`/api/rounds/${roundId}/list`, { householdId: family.householdId })
    expect(reply.json(), reply.body).toMatchObject({ code: 'rounds.sure' })
    expect(reply.json().title.vi).toContain('1 hộ đang được rà soát trong một kỳ của đơn vị khác.')
    expect(reply.body).not.toContain('Rà soát tháng 11/2026')
    await world.close()
  })
})
