/** A village goes to another commune while its round is open: both communes are told at home, and led to the round. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import { openRound, type RoundInHand, settle, tamHong, thon1, thon2 } from '#test/rounds.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

const thon3 = tamHong[2] as AreaId
let world: World
let round: RoundInHand
beforeAll(async () => {
  world = await openWorld()
  round = await openRound(world, 'ad_hoc')
  await round.list([
    await settle(world, thon1, 'Vàng Thị Ở'),
    await settle(world, thon2, 'Vàng Thị Sang'),
    await settle(world, thon2, 'Vàng Thị Theo'),
  ])
})
afterAll(() => world.close())

const linesOf = async (person: PersonName, of: RoundInHand = round) => {
  const reply = await world.as(person).get('/api/work/rounds')
  expect(reply.statusCode, reply.body).toBe(200)
  const items: { kind: string; roundId: string; count: number; places: string[] }[] = reply.json().items
  return items
    .filter((one) => one.roundId === of.roundId && /to_(give|take)$/.test(one.kind))
    .map(({ kind, count, places }) => [kind, count, places])
}
const move = async (day: string, parentId: string, areaId: AreaId = thon2) => {
  const change = { kind: 'move', areaId, parentId }
  const body = { change, day, legalBasis: 'Nghị quyết 1/NQ-HĐND', mark: 'text' }
  const reply = await world.as('quantri').post('/api/area-events', body)
  expect(reply.statusCode, reply.body).toBe(200)
}

it('says nothing while all of the round is of one commune', async () => {
  for (const person of ['hung', 'bich', 'son'] as const) expect(await linesOf(person)).toEqual([])
})

it('tells official and chair of the commune that opened it what to hand over, and the other what it waits for', async () => {
  await move('2026-11-18', demoAreas.kyThuongToday)
  for (const person of ['hung', 'bich'] as const)
    expect(await linesOf(person), person).toEqual([['to_give', 2, ['Thôn 2']]])
  expect(await linesOf('son')).toEqual([['to_take', 2, ['Thôn 2']]])
  // Heads of villages and readers hand nothing over.
  for (const person of ['mai', 'thang', 'lan'] as const) expect(await linesOf(person), person).toEqual([])
  const { items } = (await world.as('son').get('/api/work/rounds')).json()
  const [line] = items.filter((one: { kind: string }) => one.kind === 'to_take')
  expect(JSON.stringify(line)).not.toContain('Vàng')
  expect((await world.as('son').get(`/api/rounds/${round.roundId}`)).statusCode).toBe(200)
})

it('says it no more once it is handed over', async () => {
  await round.must('hung', `/api/rounds/${round.roundId}/hand-over`, { because: 'Thôn 2 về xã Kỳ Thượng' })
  for (const person of ['hung', 'bich', 'son'] as const) expect(await linesOf(person), person).toEqual([])
})

let bare: RoundInHand
it('tells of a village from which nobody was listed yet, counted as a village', async () => {
  bare = await openRound(world, 'ad_hoc', [thon1, thon3])
  await move('2026-11-18', demoAreas.kyThuongToday, thon3)
  const of = (person: PersonName) => linesOf(person, bare)
  expect(await of('hung')).toEqual([['villages_to_give', 1, ['Thôn 3']]])
  expect(await of('son')).toEqual([['villages_to_take', 1, ['Thôn 3']]])
})

it('says it only at the steps at which Hùng is offered to hand over', async () => {
  for (const [state, told] of [
    ['village_meeting', 0],
    ['posting', 0],
    ['objections', 0],
    ['deciding', 1],
  ] as const) {
    await world.owner.query('update round set state = $2 where id = $1', [bare.roundId, state])
    const { can } = (await world.as('hung').get(`/api/rounds/${bare.roundId}`)).json()
    expect(can.includes('hand_over'), state).toBe(told === 1)
    for (const person of ['hung', 'bich', 'son'] as const)
      expect((await linesOf(person, bare)).length, `${state} ${person}`).toBe(told)
  }
})
