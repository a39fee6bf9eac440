/** A line of the audit speaks of whom it is about, by the head of its time, and says what was before and after. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { type Family, settle, thon1 } from '#test/rounds.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = async ({ householdId }: Family, what: string, body: object) => {
  const reply = await world.as('hung').post(`/api/households/${householdId}/${what}`, body)
  expect(reply.statusCode, reply.body).toBe(200)
}
const lines = async ({ householdId }: Family) => {
  const reply = await world.as('lan').get(`/api/areas/${demoAreas.tamHongToday}/audit?householdId=${householdId}`)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply
    .json()
    .lines.map((line: { what: string; subject: { name: { vi: string } }; detail: { vi: string } }) => [
      line.what,
      line.subject.name.vi,
      line.detail.vi,
    ])
}

it('who died is named, not who heads the household since; an older line has the head of its time', async () => {
  const family = await settle(world, thon1, 'Đặng Thị An')
  const { rows } = await world.owner.query('select id, relation from member where household_id = $1', [
    family.householdId,
  ])
  const memberOf = (relation: string): string => rows.find((row) => row.relation === relation).id
  await act(family, 'residence', { villageId: thon1, address: '', number: '1-123', on: '2026-03-01' })
  await act(family, `members/${memberOf('child')}/change`, { name: 'Lê Văn Bế' })
  const leaving = { on: '2026-03-02', reason: 'died', newHeadId: memberOf('spouse') }
  await act(family, `members/${memberOf('head')}/leave`, leaving)
  const said = await lines(family)
  expect(said).toContainEqual(['household.member_left', 'Đặng Thị An, hộ Lê Văn Bền (1-123)', 'lý do: Đã mất'])
  expect(said).toContainEqual([
    'household.member_changed',
    'Lê Văn Bế, hộ Đặng Thị An (1-123)',
    'họ tên: Lê Văn Bé → Lê Văn Bế',
  ])
  expect(said).toContainEqual(['household.moved', 'Đặng Thị An (1-123)', 'số hộ: – → 1-123'])
  const undoing = (await world.as('hung').get(`/api/households/${family.householdId}`)).json().timeline
  const { actId } = undoing.find(({ kind }: { kind: string }) => kind === 'died')
  await act(family, `events/${actId}/undo`, { because: 'Ghi nhầm người' })
  const after = await lines(family)
  expect(after).toContainEqual(['household.member_left', 'Đặng Thị An, hộ Lê Văn Bền (1-123)', 'lý do: Đã mất'])
  expect(after).toContainEqual(['household.moved', 'Đặng Thị An (1-123)', 'số hộ: – → 1-123'])
})
