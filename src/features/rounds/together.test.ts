/** Two rounds of one commune, two hands on one list, in one second. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { recount } from '#test/homes.ts'
import { settle, tamHong, thon1, thon2, thon4 } from '#test/rounds.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  // Signed in before anything is timed.
  await world.as('hung').get('/api/me')
})
afterAll(() => world.close())

const post = (person: PersonName, url: string, body: object) => () => world.as(person).post(url, body)

function opening(kind: 'annual' | 'ad_hoc', villages: readonly AreaId[], more: object = { because: 'Kỳ thử' }) {
  const roundId = newId()
  const window = { windowFrom: '2026-09-15', windowUntil: '2026-12-14' }
  const body = {
    roundId,
    areaId: demoAreas.tamHongToday,
    kind,
    name: `Rà soát ${roundId}`,
    ...window,
    villages,
    ...more,
  }
  return { roundId, act: post('hung', '/api/rounds', body) }
}

describe('two rounds of one commune', () => {
  it('do not both review a village for one year, unless one is cancelled; ad hoc rounds stand beside', async () => {
    const [one, other] = [opening('annual', [thon1, thon2]), opening('annual', [thon2, thon4])]
    const replies = await meetingAt(world, 'audit_line', [one.act, other.act])
    expect(answersIn(replies)).toEqual(['ok', 'rounds.village_reviewed'])
    const apart = [opening('annual', [thon4]), opening('ad_hoc', [thon1, thon2]), opening('ad_hoc', [thon1])]
    for (const { act } of apart) expect(answersIn([await act()])).toEqual(['ok'])
    await post('hung', `/api/rounds/${one.roundId}/cancel`, { because: 'Mở nhầm' })()
    expect(answersIn([await opening('annual', [thon1]).act()])).toEqual(['ok'])
  })

  it('are not opened twice by one id', async () => {
    const { act } = opening('ad_hoc', [thon1])
    expect(answersIn(await meetingAt(world, 'audit_line', [act, act]))).toEqual(['ok', 'rounds.opened_already'])
  })
})

describe('two rounds that ask of one household in one second', () => {
  const families = async () =>
    [await settle(world, thon1, 'Lò Thị Đôi'), await settle(world, thon1, 'Lò Thị Hai')] as const

  it('do not both list it unasked: the second is asked, and lists it with a reason', async () => {
    const [one, other] = [opening('ad_hoc', [thon1]), opening('ad_hoc', [thon1])]
    await one.act()
    await other.act()
    const [family] = await families()
    const { householdId } = family
    const by = (round: typeof one, more: object = {}) =>
      post('hung', `/api/rounds/${round.roundId}/list`, { householdId, ...more })
    expect(answersIn(await meetingAt(world, 'audit_line', [by(one), by(other)]))).toEqual(['ok', 'rounds.sure'])
    expect(answersIn([await by(other, { because: 'Hộ có đơn' })()])).toEqual(['ok'])
  })

  it('nor many at once, nor drawn from the register', async () => {
    const [many, drawn, late] = [opening('ad_hoc', [thon1]), opening('ad_hoc', [thon1]), opening('ad_hoc', [thon1])]
    for (const { act } of [many, drawn, late]) await act()
    const [a, b] = await families()
    const householdIds = [b.householdId, a.householdId]
    for (const { householdId } of [a, b])
      await world.owner.query(
        `insert into household_class (household_id, id, village_id, home_id, class, standard_id, valid_from, decision_id, verdict_id)
         values ($1, gen_random_uuid(), $2, $2, 'poor', 'vn-2022-2025', '2026-01-01', gen_random_uuid(), gen_random_uuid())`,
        [householdId, thon1],
      )
    const add = (round: typeof many, ids: readonly string[]) =>
      post('hung', `/api/rounds/${round.roundId}/list/many`, { householdIds: ids })
    const draw = post('hung', `/api/rounds/${drawn.roundId}/list/draw`, {})
    const replies = await meetingAt(world, 'audit_line', [
      add(many, householdIds),
      add(late, householdIds.toReversed()),
      draw,
    ])
    expect(answersIn(replies)).toEqual(['ok', 'rounds.none_added', 'rounds.sure'])
    const { rows } = await world.owner.query('select round_id from review_case where household_id = any ($1)', [
      householdIds,
    ])
    expect(rows.map((row) => row.round_id)).toEqual([many.roundId, many.roundId])
    await recount(world, '2026-11-20')
  })

  it('opened over one village are not both opened unasked', async () => {
    const free = [tamHong[7] as AreaId]
    const asked = [opening('ad_hoc', free, {}).act, opening('ad_hoc', free, {}).act]
    expect(answersIn(await meetingAt(world, 'audit_line', asked))).toEqual(['ok', 'rounds.sure'])
  })
})

describe('a household on the list', () => {
  it('is listed once of two requests, and not while it ends', async () => {
    const family = await settle(world, thon1, 'Lò Thị Mỉ')
    const { roundId, act } = opening('ad_hoc', [thon1])
    await act()
    const list = post('hung', `/api/rounds/${roundId}/list`, { householdId: family.householdId })
    const twice = await meetingAt(world, 'audit_line', [list, list])
    expect(answersIn(twice)).toEqual(['ok', 'rounds.household_listed'])
    const ending = await settle(world, thon1, 'Lò Thị Mẩy')
    const end = post('hung', `/api/households/${ending.householdId}/end`, { on: '2026-11-20', reason: 'moved_away' })
    const late = post('hung', `/api/rounds/${roundId}/list`, { householdId: ending.householdId })
    const replies = await meetingAt(world, 'household_event', [end, late])
    expect(answersIn(replies)).toEqual(['ok', 'rounds.household_elsewhere'])
  })
})
