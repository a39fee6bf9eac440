/** Two persons of the register who are one: joined with a reason, parted again as they were, refused where it cannot be. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import { inForce } from '#test/decisions.ts'
import { kyThuong, roundAtSurveying, settle, thon1, thon2 } from '#test/rounds.ts'
import { refusal, rowsNow } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Shown = { memberId: string; personId: string; name: string; relation: string }
const show = async (householdId: string) => (await world.as('hung').get(`/api/households/${householdId}`)).json()
const post = async (url: string, body: object) => {
  const reply = await world.as('hung').post(`/api/households/${url}`, body)
  expect(reply.statusCode, reply.body).toBe(200)
}
const join = (kept: readonly [string, string], other: readonly [string, string], taken?: readonly string[]) => () =>
  world.as('hung').post(`/api/households/${kept[0]}/members/${kept[1]}/join`, {
    ...{ otherHouseholdId: other[0], otherMemberId: other[1], because: 'Cùng một người, ghi hai lần' },
    ...(taken && { taken }),
  })
/** A household with its boy, and a way to enter somebody else into it. */
async function home(mother: string, village = thon1) {
  const { householdId } = await settle(world, village, mother)
  const { members } = (await show(householdId)) as { members: Shown[] }
  const idOf = (relation: string) => members.find((m) => m.relation === relation)?.memberId ?? ''
  const enter = async (name: string, more: object = {}) => {
    const memberId = newId()
    const person = { name, sex: 'male', birth: { year: 2014, month: 4, day: 12 }, ethnicity: '01', ...more }
    await post(`${householdId}/members`, { memberId, on: '2026-01-10', reason: 'moved_in', relation: 'child', person })
    return memberId
  }
  return { householdId, boy: idOf('child'), head: idOf('head'), enter }
}
const undoLast = async (householdId: string) => {
  const { timeline } = await show(householdId)
  const act = timeline.find(({ kind }: { kind: string }) => kind === 'persons_joined').actId
  return world.as('hung').post(`/api/households/${householdId}/events/${act}/undo`, { because: 'Hai anh em' })
}
const stays = async () => {
  const { member, household, identity_index, household_residence } = await rowsNow(world)
  return { member, household, identity_index, household_residence }
}

describe('a child entered twice in one household', () => {
  it('is one again: both ids stay, the second holds no day, and undoing brings both back as they were', async () => {
    const { householdId, boy, enter } = await home('Lò Thị Chập')
    const twin = await enter('Le Van Be')
    const before = await stays()
    expect((await join([householdId, boy], [householdId, twin])()).statusCode).toBe(200)
    const shown = await show(householdId)
    expect(shown.members.map((m: Shown) => m.memberId)).not.toContain(twin)
    expect(shown.others).toMatchObject([{ memberId: twin, leaveReason: 'entered_by_mistake' }])
    const child = shown.members.find((m: Shown) => m.memberId === boy)
    expect(shown.timeline[0]).toMatchObject({
      kind: 'persons_joined',
      facts: { person: child.personId, same: shown.others[0].personId, because: 'Cùng một người, ghi hai lần' },
    })
    expect((await undoLast(householdId)).statusCode).toBe(200)
    expect(await stays()).toEqual(before)
  })

  it('who is the head or has the citizen id is the one to keep', async () => {
    const { householdId, boy, head, enter } = await home('Lò Thị Đôi')
    const numbered = await enter('Lê Văn Be', { citizenId: '026214000801' })
    expect(await refusal(world, join([householdId, boy], [householdId, numbered], []))).toBe('household.join_number')
    expect(await refusal(world, join([householdId, boy], [householdId, head]))).toBe('household.join_head')
    expect((await join([householdId, numbered], [householdId, boy])()).statusCode).toBe(200)
  })

  it('who led the household before the other came is the one to keep', async () => {
    const { householdId, boy, head, enter } = await home('Lò Thị Dẫn')
    await post(`${householdId}/head`, { on: '2026-01-05', newHeadId: boy, sure: 'Đúng như sổ giấy' })
    const twin = await enter('Lê Văn Be')
    await post(`${householdId}/head`, { on: '2026-02-01', newHeadId: head })
    expect(await refusal(world, join([householdId, twin], [householdId, boy]))).toBe('household.join_led')
    expect((await join([householdId, boy], [householdId, twin])()).statusCode).toBe(200)
  })

  it('is not where a decision counts both, which is named', async () => {
    const family = await settle(world, thon1, 'Lò Thị Nghị')
    const { householdId } = family
    const { members } = (await show(householdId)) as { members: Shown[] }
    const boy = members.find((m) => m.relation === 'child')?.memberId ?? ''
    const father = members.find((m) => m.relation === 'spouse')?.memberId ?? ''
    const { round, cases } = await roundAtSurveying(world, [family])
    await round.toDeciding(cases, [family])
    await inForce(world, (await round.printed()).decisionId)
    const reply = join([householdId, boy], [householdId, father])
    expect(await refusal(world, reply)).toBe('decisions.stands_on_event')
    expect((await reply()).json().title.vi).toMatch(/số \S+/)
  })
})

describe('somebody known in two households', () => {
  it('one after the other is one person, read in both timelines, until it is undone', async () => {
    const [first, second] = [await home('Lò Thị Trước'), await home('Lò Thị Sau', thon2)]
    await post(`${first.householdId}/members/${first.boy}/leave`, { on: '2026-01-10', reason: 'moved_out' })
    const came = await second.enter('Lê Văn Bé')
    const before = await stays()
    expect((await join([second.householdId, came], [first.householdId, first.boy])()).statusCode).toBe(200)
    expect(await stays()).toEqual(before)
    const [here, there] = [await show(second.householdId), await show(first.householdId)]
    expect(here.timeline[0]).toMatchObject({ kind: 'persons_joined', facts: { toName: 'Lò Thị Trước' } })
    expect(there.timeline[0]).toMatchObject({ kind: 'persons_joined', facts: { toName: 'Lò Thị Sau' } })
    expect(await refusal(world, join([first.householdId, first.boy], [second.householdId, came]))).toBe(
      'household.join_same_person',
    )
    expect((await undoLast(first.householdId)).statusCode).toBe(200)
    expect((await show(second.householdId)).timeline[1]).toMatchObject({ kind: 'persons_joined', undone: true })
    expect((await join([first.householdId, first.boy], [second.householdId, came])()).statusCode).toBe(200)
  })

  it('on one day cannot be one: both are named', async () => {
    const [first, second] = [await home('Lò Thị Đây'), await home('Lò Thị Kia')]
    const act = join([first.householdId, first.boy], [second.householdId, second.boy])
    expect(await refusal(world, act)).toBe('household.join_two_homes')
    const { vi } = (await act()).json().title
    expect(vi).toContain('Lò Thị Đây')
    expect(vi).toContain('Lò Thị Kia')
  })

  it('with two citizen ids is two', async () => {
    const { householdId, enter } = await home('Lò Thị Số')
    const one = await enter('Lê Văn Một', { citizenId: '026214000811' })
    const two = await enter('Lê Văn Hai', { citizenId: '026214000812' })
    expect(await refusal(world, join([householdId, one], [householdId, two]))).toBe('household.join_two_ids')
  })

  it('of another commune is not found', async () => {
    const [here, there] = [await home('Lò Thị Gần'), await settle(world, kyThuong, 'Lò Thị Xa')]
    const { rows } = await world.owner.query('select id from member where household_id = $1 limit 1', [
      there.householdId,
    ])
    const act = join([here.householdId, here.boy], [there.householdId, rows[0].id])
    expect(await refusal(world, act)).toBe('household.not_found')
  })
})
