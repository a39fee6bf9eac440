/** How long the phones of Phú Thọ wait before they ask for the PIN: by the program, then by the province, from its day on. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import { idleMinutes } from './model.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const { phuTho, quangNinh, tamHongToday } = demoAreas
const laid = { minutes: 30, from: '2026-11-20', legalReference: '12/HD-SNNMT', mark: 'text' }
const set = (part: object = {}, person: PersonName = 'quantri', area: string = phuTho) =>
  world
    .as(person)
    .post(`/api/areas/${area}/phone-idle-times`, { ...laid, phoneIdleTimeId: newId<'phone_idle_time'>(), ...part })
const withdraw = (id: string, person: PersonName = 'quantri') =>
  world.as(person).post(`/api/phone-idle-times/${id}/withdraw`, { because: 'Nhầm số' })
const list = async (area: string = phuTho) =>
  (await world.as('quantri').get(`/api/areas/${area}/phone-idle-times`)).json()

/** A phone of somebody, and what it is promised as it is known. */
async function phoneOf(person: PersonName) {
  const deviceId = newId<'field_device'>()
  const kept = await world.as(person).post('/api/field/devices', { deviceId, dataKey: 'k'.repeat(43) })
  const said = async () =>
    (await world.app.inject({ method: 'GET', url: `/api/field/devices/${deviceId}` })).json().idleMinutes as number
  return { promised: kept.json().idleMinutes as number, said }
}

it('is the program’s until the province says it; then its own phones hear it, and no others', async () => {
  const mai = await phoneOf('mai')
  expect(mai.promised).toBe(idleMinutes)
  const phoneIdleTimeId = newId()
  expect((await set({ phoneIdleTimeId })).statusCode).toBe(200)
  expect(await mai.said()).toBe(30)
  expect((await phoneOf('thang')).promised).toBe(30)
  expect((await phoneOf('son')).promised).toBe(idleMinutes)
  expect(await list(tamHongToday)).toMatchObject({ minutes: 30, can: [], rows: [{ minutes: 30, state: 'in_force' }] })
  expect((await list()).can).toEqual(['write'])

  // One of a day to come holds from then on.
  const coming = newId()
  expect((await set({ phoneIdleTimeId: coming, minutes: 5, from: '2026-12-01' })).statusCode).toBe(200)
  expect(await mai.said()).toBe(30)
  const on = async (day: string) =>
    (await world.owner.query('select phone_idle_at($1, $2) as minutes', [tamHongToday, day])).rows[0].minutes
  expect([await on('2026-11-19'), await on('2026-11-30'), await on('2026-12-01')]).toEqual([null, 30, 5])
  expect((await list()).rows.map(({ state }: { state: string }) => state)).toEqual(['coming', 'in_force'])

  // Taken back, the one before holds again.
  expect((await withdraw(coming)).statusCode).toBe(200)
  expect(await refusal(world, () => withdraw(coming))).toBe('field.idle_withdrawn')
  expect((await set({ from: '2026-12-01' })).statusCode).toBe(200)
  expect((await withdraw(phoneIdleTimeId)).statusCode).toBe(200)
  expect(await mai.said()).toBe(idleMinutes)
})

it('is said once for a day, by the administrator of a province, for its phones, from today on', async () => {
  expect((await set({ from: '2027-01-01' })).statusCode).toBe(200)
  expect(await refusal(world, () => set({ from: '2027-01-01' }))).toBe('field.idle_twice')
  expect(await refusal(world, () => set({ from: '2026-11-19' }))).toBe('field.idle_day')
  expect(await refusal(world, () => set({ from: '2032-01-01' }))).toBe('field.idle_day')
  for (const minutes of [0, 241, 2.5]) expect(await refusal(world, () => set({ minutes }))).toBe('input.invalid')
  expect(await refusal(world, () => set({}, 'quantri', tamHongToday))).toBe('field.idle_not_province')
  for (const person of ['lan', 'hung', 'mai', 'kiem', 'xem', 'son'] as const)
    for (const area of [phuTho, quangNinh])
      expect(await refusal(world, () => set({}, person, area))).toBe('access.denied')
  expect(await refusal(world, () => withdraw(newId()))).toBe('field.idle_not_found')
})
