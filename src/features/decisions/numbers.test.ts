/** Papers are found by the number that stands on them. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deciding, inForce } from '#test/decisions.ts'
import { settle, thon1 } from '#test/rounds.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
let householdId: string
beforeAll(async () => {
  world = await openWorld()
  const family = await settle(world, thon1, 'Sùng Thị Số')
  householdId = family.householdId
  const { round } = await deciding(world, [family])
  const { decisionId } = await round.printed()
  await inForce(world, decisionId, { fields: { number: '12/QĐ-UBND' } })
  const other = await deciding(world, [await settle(world, thon1, 'Sùng Thị Khác')])
  await inForce(world, (await other.round.printed()).decisionId, { fields: { number: '125/QĐ-UBND' } })
})
afterAll(() => world.close())

const find = async (q: string, person: PersonName = 'hung') =>
  (await world.as(person).get(`/api/decisions?q=${encodeURIComponent(q)}`)).json()

it('puts the very number before those that only begin with it', async () => {
  for (const q of ['12', '012', '12/qđ-ubnd', '12/qd', ' 12 / QĐ-UBND'])
    expect((await find(q)).papers[0], q).toMatchObject({ kind: 'decision', number: '12/QĐ-UBND' })
  expect((await find('12')).papers.map((one: { number: string }) => one.number)).toEqual(['12/QĐ-UBND', '125/QĐ-UBND'])
  expect((await find('13')).papers).toEqual([])
})

it('finds a certificate by its number, with or without its zeros, and tells of whom it is', async () => {
  const { rows } = await world.owner.query<{ number: string }>(
    'select number from certificate where household_id = $1',
    [householdId],
  )
  const number = rows[0]?.number ?? ''
  expect(number).toMatch(/^0+1\/GCN-2026$/)
  for (const q of [number, '1', '0001', '1/gcn-2026', '1/G'])
    expect((await find(q)).certificates, q).toMatchObject([
      {
        number,
        householdId,
        holder: 'Sùng Thị Số',
        headName: null,
        villageName: 'Thôn 1',
        year: 2026,
        replaced: false,
      },
    ])
  for (const q of ['1/QĐ', '3', '0', '%', '/']) expect((await find(q)).certificates, q).toEqual([])
  expect((await find(number, 'lan')).certificates).toHaveLength(1)
  expect(await find(number, 'son')).toMatchObject({ papers: [], certificates: [] })
  expect((await find(number, 'xem')).code).toBe('access.denied')
})

it('tells the holder as the paper says, and who heads the household today where that is another name', async () => {
  const family = await settle(world, thon1, 'Sùng Thị Cũ')
  const { round } = await deciding(world, [family])
  await inForce(world, (await round.printed()).decisionId, { fields: { number: '301/QĐ-UBND' } })
  const { rows } = await world.owner.query('select number from certificate where household_id = $1', [
    family.householdId,
  ])
  const view = (await world.as('hung').get(`/api/households/${family.householdId}`)).json()
  const url = `/api/households/${family.householdId}/members/${view.members[0].memberId}/change`
  expect((await world.as('hung').post(url, { name: 'Sùng Thị Mới' })).statusCode).toBe(200)
  expect((await find(rows[0].number)).certificates).toMatchObject([
    { holder: 'Sùng Thị Cũ', headName: 'Sùng Thị Mới', replaced: false },
  ])
})
