/** Who was handed over, or left a round otherwise, and is back can be taken into its list again, by every way that adds to it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { recount } from '#test/homes.ts'
import { mustAddUp } from '#test/parts.ts'
import { type CaseOf, type Family, type RoundInHand, roundAtSurveying, settle, thon1, thon2 } from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
const must = async (person: PersonName, url: string, body: object) => {
  const reply = await world.as(person).post(url, body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const get = async (person: PersonName, url: string) => {
  const reply = await world.as(person).get(url)
  expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200)
  return reply
}
const goes = (day = '2026-11-18'): Promise<{ eventId: string }> =>
  must('quantri', '/api/area-events', {
    change: { kind: 'move', areaId: thon2, parentId: demoAreas.kyThuongToday },
    ...{ day, legalBasis: 'Nghị quyết 1/NQ-HĐND', mark: 'text' },
  })

describe('a village that was handed over and is back', () => {
  let first: { round: RoundInHand; cases: CaseOf[] }
  let second: { round: RoundInHand; cases: CaseOf[] }
  let families: Family[]
  let told: Record<string, { rounds: { roundId: string }[]; news: { what: string; count: number }[] }>
  const people = ['hung', 'son'] as const
  const because = 'Kỳ thử'
  const household = (at: number) => (families[at] as Family).householdId
  const stateOf = async ({ roundId }: RoundInHand, at: number) => {
    const { cases } = (await get('hung', `/api/rounds/${roundId}/cases`)).json()
    const one = cases.find(({ householdId }: { householdId: string }) => householdId === household(at))
    return one && [one.state, one.caseId, one.enumeratorId]
  }
  const arrivals = async ({ roundId }: RoundInHand) => (await get('hung', `/api/rounds/${roundId}/arrivals`)).json()

  beforeAll(async () => {
    world = await openWorld()
    families = [await settle(world, thon1, 'Lò Thị Ở')]
    for (const name of ['Lò Thị Một', 'Lò Thị Hai', 'Lò Thị Ba', 'Lò Thị Tư'])
      families.push(await settle(world, thon2, name))
    await world.owner.query(
      `insert into household_class (household_id, id, village_id, home_id, class, standard_id, valid_from, decision_id, verdict_id)
       values ($1, $2, $3, $3, 'poor', 'vn-2022-2025', '2026-01-01', $4, $5)`,
      [household(3), newId(), thon2, newId(), newId()],
    )
    await recount(world, '2026-11-20')
    first = await roundAtSurveying(world, families)
    second = await roundAtSurveying(world, families)
    const { eventId } = await goes()
    const list = `/api/rounds/${first.round.roundId}/list`
    for (const { round } of [first, second]) {
      expect((await round.show()).apart).toMatchObject([
        { commune: expect.stringContaining('Kỳ Thượng'), villages: [expect.any(String)], households: 4 },
      ])
      await must('hung', `/api/rounds/${round.roundId}/hand-over`, { because: 'Thôn 2 về Kỳ Thượng' })
      const { round: own, unseen, apart } = await round.show()
      expect([own.counts.total, own.counts.ended, unseen, apart]).toEqual([5, 4, 4, []])
    }
    told = Object.fromEntries(
      await Promise.all(people.map(async (one) => [one, (await get(one, '/api/work/progress')).json()] as const)),
    )
    // Not while it is the other commune's.
    const adding = () => world.as('hung').post(list, { householdId: household(1), because })
    expect(await refusal(world, adding)).toMatch(/^rounds\.household_elsewhere/)
    expect(await arrivals(first.round)).toMatchObject({ villages: [], households: [] })
    await must('quantri', `/api/area-events/${eventId}/undo`, { because: 'Ghi nhầm' })
  })
  afterAll(() => world.close())

  it('was told to both communes at home; the other is shown no round in which nothing of it is left', () => {
    const newsOf = (person: 'hung' | 'son') =>
      Object.fromEntries((told[person]?.news ?? []).map((n) => [n.what, n.count]))
    expect(newsOf('hung')).toMatchObject({ 'area.moved_away': 1, 'round.handed_over': 2 })
    expect(newsOf('son')).toMatchObject({ 'area.move': 1, 'round.handed_here': 2 })
    const rounds = (person: 'hung' | 'son') => (told[person]?.rounds ?? []).map(({ roundId }) => roundId)
    expect(rounds('hung')).toEqual(expect.arrayContaining([first.round.roundId, second.round.roundId]))
    expect(rounds('son')).toEqual([])
  })

  it('is offered to the round, and its households are found as not on the list', async () => {
    expect((await arrivals(first.round)).villages).toMatchObject([
      { villageId: thon2, since: '2026-11-20', back: true },
    ])
    const asked = `/api/rounds/${first.round.roundId}/list/find`
    const { households } = await must('hung', asked, { villageId: thon2 })
    const found = households.filter((one: { householdId: string }) =>
      families.some((f) => f.householdId === one.householdId),
    )
    expect(found.map(({ why }: { why: { withReason: boolean } | null }) => why?.withReason ?? false)).toHaveLength(4)
  })

  it('gives one back by its request, with its case, its enumerator and why it had left', async () => {
    const { round, cases } = first
    const { caseId } = await must('hung', `/api/rounds/${round.roundId}/list`, { householdId: household(1), because })
    expect(caseId).toBe(cases[1]?.caseId)
    expect(await stateOf(round, 1)).toEqual(['assigned', caseId, world.idOf('mai')])
    const { rows } = await world.owner.query(
      `select facts from audit_line where what = 'round.household_requested' and subject_id = $1 order by at desc, id desc limit 1`,
      [household(1)],
    )
    expect(rows[0].facts).toMatchObject({ left: 'handed_over', since: '2026-11-20' })
    const removals = await world.owner.query(
      'select because from list_removal where household_id = $1 and round_id = $2',
      [household(1), round.roundId],
    )
    expect(removals.rows).toEqual([{ because: 'Thôn 2 về Kỳ Thượng' }])
    const again = () =>
      world.as('hung').post(`/api/rounds/${round.roundId}/list`, { householdId: household(1), because })
    expect(await refusal(world, again)).toBe('rounds.household_listed')
  })

  it('offers the others one by one from then on, takes many in one act, the poor with the drawn list', async () => {
    const { round } = first
    const { villages, households } = await arrivals(round)
    expect(villages).toEqual([])
    expect(households.map((one: { householdId: string; how: string }) => [one.householdId, one.how]).sort()).toEqual(
      [2, 3, 4].map((at) => [household(at), 'back']).sort(),
    )
    const many = { householdIds: [household(2), household(4)], because }
    expect(await must('hung', `/api/rounds/${round.roundId}/list/many`, many)).toMatchObject({ added: 2, left: [] })
    const drawn = await must('hung', `/api/rounds/${round.roundId}/list/draw`, { because })
    expect(drawn.added).toBeGreaterThanOrEqual(1)
    for (const at of [2, 3, 4]) expect((await stateOf(round, at))?.[0]).toBe('assigned')
    expect((await arrivals(round)).households).toEqual([])
    expect((await round.show()).round.counts).toMatchObject({ ended: 0 })
    await mustAddUp(world, round.roundId, ['hung', 'lan', 'mai'])
  })

  it('comes back whole where the village is taken in; only while the list may change, by who runs the round', async () => {
    const { round, cases } = second
    const url = `/api/rounds/${round.roundId}/villages`
    for (const person of ['son', 'mai', 'bich', 'lan'] as const)
      expect(await refusal(world, () => world.as(person).post(url, { villageIds: [thon2] }))).toMatch(
        /^(access\.denied|rounds\.not_found)$/,
      )
    await must('hung', url, { villageIds: [thon2], because })
    for (const at of [1, 2, 3, 4])
      expect((await stateOf(round, at))?.slice(0, 2)).toEqual(['assigned', cases[at]?.caseId])
    await mustAddUp(world, round.roundId, ['hung', 'lan', 'mai'])
  })

  it('and a household that ended under a decision which was withdrawn, or moved away and back, too', async () => {
    const { round, cases } = second
    const ends = `update review_case set state = 'ended', left_because = 'household', left_state = 'assigned', left_on = '2026-11-19'
                   where household_id = $1 and round_id = $2`
    await world.owner.query(ends, [household(2), round.roundId])
    await world.owner.query(
      `update case_count set assigned = assigned - 1, ended = ended + 1 where round_id = $1 and village_id = $2`,
      [round.roundId, thon2],
    )
    expect((await arrivals(round)).households).toMatchObject([
      { householdId: household(2), how: 'back', since: '2026-11-19' },
    ])
    const sending = { householdId: household(2), because }
    const moveOn = (state: string) =>
      world.owner.query('update round set state = $2 where id = $1', [round.roundId, state])
    const taking = () => world.as('hung').post(`/api/rounds/${round.roundId}/list`, sending)
    await moveOn('posting')
    expect(await refusal(world, taking)).toBe('rounds.step_not_allowed')
    await moveOn('checking')
    expect((await taking()).json()).toEqual({ caseId: cases[2]?.caseId })
    expect((await stateOf(round, 2))?.[0]).toBe('assigned')
    await mustAddUp(world, round.roundId, ['hung', 'lan', 'mai'])
  })
})
