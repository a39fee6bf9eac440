/** What the audit tells of posts: which, where, in which days; of a move and an end from what to what. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { openWorld, type World } from '#test/world.ts'

const { tamHongToday } = demoAreas
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function must(path: string, body: object) {
  const reply = await world.as('hung').post(path, body)
  expect(reply.statusCode, `${path}: ${reply.body}`).toBe(200)
}
async function last(what: string): Promise<{ vi: string; en: string } | undefined> {
  const { lines } = (await world.as('kiem').get(`/api/areas/${tamHongToday}/audit`)).json()
  return lines.find((line: { what: string }) => line.what === what)?.detail
}

it('says which post was given, where and from when, and its last day where it ended', async () => {
  const [officialId, appointmentId] = [newId(), newId()]
  const who = { sex: 'male', birth: { year: 1984 }, ethnicity: '08', languages: [], phone: '', personalNumber: '' }
  await must('/api/officials', { officialId, unitId: tamHongToday, name: 'Lò Văn Kể', ...who, holds: null })
  await must(`/api/officials/${officialId}/appointments`, {
    ...{ appointmentId, post: 'mass_organisation', areaId: tamHongToday, from: '2026-10-01' },
    ...{ until: null, standing: 'own', decisionNumber: '', decidedOn: null },
  })
  const given = await last('official.appointed')
  expect(given?.vi).toMatch(/^chức danh: .+; tại: Xã Tam Hồng; từ ngày: 01\/10\/2026$/)
  expect(given?.en).toMatch(/^post: .+; at: Xã Tam Hồng; from: 01\/10\/2026$/)
  await must(`/api/appointments/${appointmentId}/end`, { last: '2026-11-10', reason: 'retired' })
  expect((await last('official.appointment_ended'))?.vi).toMatch(
    /lý do: .+; chức danh: .+; tại: Xã Tam Hồng; ngày cuối: 10\/11\/2026$/,
  )
  await must(`/api/appointments/${appointmentId}/end/correct`, {
    ...{ ends: { last: '2026-11-12', reason: 'left' }, because: 'Ghi nhầm ngày', longer: true },
    seen: { reason: 'retired', until: '2026-11-11' },
  })
  expect((await last('official.end_corrected'))?.vi).toContain('ngày cuối 10/11/2026 → 12/11/2026, lý do thôi')
})

it('names of particulars the fields that were changed, and no value', async () => {
  const officialId = newId()
  const who = { sex: 'male', birth: { year: 1984 }, ethnicity: '08', languages: [], phone: '', personalNumber: '' }
  await must('/api/officials', { officialId, unitId: tamHongToday, name: 'Lò Văn Sửa', ...who, holds: null })
  await must(`/api/officials/${officialId}/change`, { phone: '0912345678', was: { phone: '' } })
  expect((await last('official.changed'))?.vi).toBe('mục đã sửa: điện thoại')
})
