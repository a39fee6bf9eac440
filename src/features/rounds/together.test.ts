/** Two rounds of one commune, two hands on one list, in one second. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { settle, thon1, thon2, thon4 } from '#test/rounds.ts'
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

function opening(kind: 'annual' | 'ad_hoc', villages: readonly AreaId[]) {
  const roundId = newId()
  const window = { windowFrom: '2026-09-15', windowUntil: '2026-12-14' }
  const body = {
    roundId,
    areaId: demoAreas.tamHongToday,
    kind,
    name: 'Rà soát',
    ...window,
    villages,
    because: 'Kỳ thử',
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
