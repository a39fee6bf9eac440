/** Many households on a list at once: the exact number first, each that cannot be added with its reason. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HouseholdId } from '#kernel/ids.ts'
import { type Family, kyThuong, openRound, type RoundInHand, settle, thon1, thon2, thon4 } from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'
import { numbersIn } from './rules.ts'

let world: World
let round: RoundInHand
let man: Family
let anh: Family
let hoi: Family
let far: Family
beforeAll(async () => {
  world = await openWorld()
  man = await settle(world, thon1, 'Bùi Thị Mẵn')
  anh = await settle(world, thon1, 'Đỗ Thị Ánh')
  hoi = await settle(world, thon2, 'Vũ Thị Hợi')
  far = await settle(world, thon4, 'Lê Thị Na')
  for (const [family, number] of [
    [man, '120'],
    [anh, '12'],
    [hoi, '12'],
    [far, '7'],
  ] as const)
    await world.owner.query(
      `update household set number = $2, search = search || ' ' || $2::text where household_id = $1`,
      [family.householdId, number],
    )
  round = await openRound(world, 'ad_hoc', [thon1, thon2])
})
afterAll(() => world.close())

type Row = { householdId: HouseholdId; headName: string; number: string; member: string | null; why: unknown }
const find = async (body: object, of = round): Promise<{ households: Row[]; missing: string[] }> =>
  (await world.as('hung').post(`/api/rounds/${of.roundId}/list/find`, body)).json()
const add = (households: readonly string[], because?: string, person: 'hung' | 'son' = 'hung') =>
  world
    .as(person)
    .post(`/api/rounds/${round.roundId}/list/many`, { householdIds: households, ...(because && { because }) })
const ids = (families: readonly Family[]) => families.map((family) => family.householdId)

describe('households for a list', () => {
  it('are found with the exact number first, then by name', async () => {
    const { households } = await find({ q: '12' })
    expect(households.map((one) => [one.headName, one.number])).toEqual([
      ['Đỗ Thị Ánh', '12'],
      ['Vũ Thị Hợi', '12'],
      ['Bùi Thị Mẵn', '120'],
    ])
  })

  it('are found by a member, who is shown; one of another village says why it cannot be added', async () => {
    const { households } = await find({ q: 'le van be' })
    expect(households.find((one) => one.householdId === anh.householdId)?.member).toBe('Lê Văn Bền')
    const na = (await find({ q: 'Lê Thị Na' })).households[0]
    expect(na?.why).toMatchObject({ withReason: false, said: { vi: 'Hộ không ở trong các thôn của kỳ này.' } })
  })

  it('are found by a pasted list, and what is not there is told', async () => {
    const { households, missing } = await find({ numbers: ['12', '99', '120'] })
    expect(households.map((one) => one.number)).toEqual(['12', '12', '120'])
    expect(missing).toEqual(['99'])
    const written = await find({ numbers: ['007', '0120', '0099'] })
    expect(written.households.map((one) => one.number)).toEqual(['7', '120'])
    expect(written.missing).toEqual(['0099'])
    expect((await find({ q: '0120' })).households.map((one) => one.number)).toEqual(['120'])
    expect((await find({ q: '-' })).households).toEqual([])
    expect(numbersIn(' 12\n99, 120;12\t')).toEqual(['12', '99', '120'])
    expect(numbersIn('2-001 1-999\n12 B, Tổ 5')).toEqual(['2-001', '1-999', '12 B', 'Tổ 5'])
  })

  it('are found as all of a village that are not on the list yet, and by nobody of another commune', async () => {
    const first = (await find({ villageId: thon2 })).households.length
    await round.list([hoi])
    expect((await find({ villageId: thon2 })).households).toHaveLength(first - 1)
    const asked = await world.as('son').post(`/api/rounds/${round.roundId}/list/find`, { q: '12' })
    expect(asked.statusCode).toBe(404)
  })

  it('are added at once; each that is not is told with its reason, each that is has its line', async () => {
    const other = await openRound(world, 'ad_hoc', [thon1])
    await other.list([anh])
    const answer = (await add(ids([man, anh, hoi, far]))).json()
    expect(answer.added).toBe(1)
    expect(
      answer.left.map((one: { householdId: string; said: { vi: string } }) => [one.householdId, one.said.vi]),
    ).toEqual([
      [anh.householdId, 'Đang được rà soát trong kỳ “Rà soát tháng 11/2026”.'],
      [hoi.householdId, 'Đã có trong danh sách.'],
      [far.householdId, 'Hộ không ở trong các thôn của kỳ này.'],
    ])
    expect((await add([anh.householdId], 'Hộ có đơn')).json()).toEqual({ added: 1, left: [] })
    const { rows } = await world.owner.query(
      `select subject_id, facts from audit_line where what = 'round.household_requested' and facts ->> 'round' = $1 order by id`,
      [round.roundId],
    )
    expect(rows.map((row) => [row.subject_id, row.facts.because])).toEqual([
      [hoi.householdId, undefined],
      [man.householdId, undefined],
      [anh.householdId, 'Hộ có đơn'],
    ])
  })

  it('are refused where none can be added, and where another commune asks', async () => {
    expect(await refusal(world, () => add(ids([man, far])))).toBe('rounds.none_added')
    expect(await refusal(world, () => add(ids([far]), undefined, 'son'))).toBe('rounds.not_found')
    const elsewhere = await settle(world, kyThuong, 'Triệu Thị Mùi')
    expect(await refusal(world, () => add(ids([elsewhere])))).toBe('rounds.none_added')
  })
})
