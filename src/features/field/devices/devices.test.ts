/** The phones of the commune as Hùng finds them: by who uses one, where, or by what stands on the phone itself. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { deviceMark } from '#kernel/device.ts'
import type { FieldDeviceId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import * as sealing from '#platform/web/vault/sealing.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function phoneOf(login: PersonName): Promise<FieldDeviceId> {
  const deviceId = newId<'field_device'>()
  const reply = await world
    .as(login)
    .post('/api/field/devices', { deviceId, dataKey: sealing.toText(sealing.newDataKey()) })
  expect(reply.statusCode, reply.body).toBe(200)
  return deviceId
}
const url = `/api/areas/${demoAreas.tamHongToday}/devices`
const found = async (q: string): Promise<string[]> =>
  (await world.as('hung').get(`${url}?q=${encodeURIComponent(q)}`))
    .json()
    .rows.map(({ deviceId }: { deviceId: string }) => deviceId)
    .sort()

it('a phone is found by name without marks, by sign-in name, by village and by its four letters', async () => {
  const [hers, his] = [await phoneOf('mai'), await phoneOf('thang')]
  expect(await found('nguyen thi mai')).toEqual([hers])
  expect(await found('Mai')).toEqual([hers])
  expect(await found('THANG')).toEqual([his])
  expect(await found(deviceMark(his))).toContain(his)
  expect(await found(deviceMark(his).toLowerCase())).toContain(his)
  const [{ areaName = '' } = {}] = (await world.as('hung').get(url))
    .json()
    .rows.filter((row: { deviceId: string }) => row.deviceId === hers)
  expect(await found(areaName)).toContain(hers)
})

it('what fits nothing finds nothing, signs of a pattern stand for themselves, and the file is of what is found', async () => {
  const hers = await phoneOf('mai')
  for (const q of ['zzzz', '%', '_', '...', deviceMark(hers).slice(1)]) expect([q, await found(q)]).toEqual([q, []])
  const file = await world.as('hung').get(`${url}/file?as=csv&q=thang`)
  expect(file.statusCode).toBe(200)
  expect(file.body).not.toContain('Nguyễn Thị Mai')
})
