/** What Mai had begun on a phone that she gave back comes to her on the next one; nobody else reads it, and nothing comes twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { draftPlace } from '#kernel/drafts.ts'
import { newId } from '#platform/server/ids.ts'
import * as sealing from '#platform/web/vault/sealing.ts'
import { rowsNow } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Phone = { readonly deviceId: string; readonly key: sealing.DataKey; readonly accountId: string }
async function phoneOf(login: PersonName): Promise<Phone> {
  const deviceId = newId()
  const raw = sealing.newDataKey()
  const reply = await world.as(login).post('/api/field/devices', { deviceId, dataKey: sealing.toText(raw) })
  expect(reply.statusCode, reply.body).toBe(200)
  return { deviceId, key: await sealing.holdDataKey(raw), accountId: world.idOf(login) }
}
const giveBack = async ({ deviceId }: Phone, state = 'returned') => {
  const reply = await world.as('hung').post(`/api/field/devices/${deviceId}/state`, { state, because: 'Hết kỳ' })
  expect(reply.statusCode, reply.body).toBe(200)
}

type Begun = { readonly kind: string; readonly id: string; readonly savedAt: number; readonly sealed: string }
const savedAt = Date.parse('2026-11-19T03:00:00Z')
async function begun({ key, accountId }: Phone, data: unknown, part: Partial<Begun> = {}): Promise<Begun> {
  const { kind = 'survey', id = newId() } = part
  const sealed = sealing.toText(await sealing.sealRecord(key, data, draftPlace({ accountId, kind, id })))
  return { savedAt, sealed, ...part, kind, id }
}
/** By the phone itself, with nobody signed in. */
const leave = async ({ deviceId }: Phone, ...drafts: Begun[]) => {
  const headers = { 'content-type': 'application/json' }
  const payload = JSON.stringify({ drafts })
  const reply = await world.app.inject({
    method: 'POST',
    url: `/api/field/devices/${deviceId}/drafts`,
    headers,
    payload,
  })
  return reply.json()
}
const leftOf = async (login: PersonName) => (await world.as(login).get('/api/field/left-drafts')).json()
const take = (login: PersonName, ids: string[]) =>
  world.as(login).post('/api/field/left-drafts/taken', { fieldDraftIds: ids })
const countAt = async ({ deviceId }: Phone) => {
  const reply = await world.as('hung').get(`/api/areas/${demoAreas.tamHongToday}/devices`)
  return reply.json().rows.find((one: { deviceId: string }) => one.deviceId === deviceId)?.left
}

describe('forms begun on a phone that is given back', () => {
  it('are left once, read by their author alone, and gone from the server when they lie on another phone', async () => {
    const phone = await phoneOf('mai')
    await giveBack(phone)
    const form = await begun(phone, { strokes: { note: 'Nhà cuối bản' } })
    expect(await leave(phone, form)).toEqual({ taken: 1, unreadable: 0 })
    expect(await leave(phone, form)).toEqual({ taken: 1, unreadable: 0 })
    expect(await countAt(phone)).toBe(1)
    const { drafts, more } = await leftOf('mai')
    expect(more).toBe(false)
    expect(drafts).toMatchObject([
      { kind: 'survey', id: form.id, savedAt, data: { strokes: { note: 'Nhà cuối bản' } } },
    ])
    for (const other of ['thang', 'hung', 'quantri'] as const) expect((await leftOf(other)).drafts).toEqual([])
    const ids = drafts.map((one: { fieldDraftId: string }) => one.fieldDraftId)
    expect((await take('thang', ids)).json()).toEqual({ taken: 0 })
    expect((await leftOf('mai')).drafts).toHaveLength(1)
    expect((await take('mai', ids)).json()).toEqual({ taken: 1 })
    expect((await take('mai', ids)).json()).toEqual({ taken: 0 })
    expect((await leftOf('mai')).drafts).toEqual([])
    expect(await countAt(phone)).toBe(0)
  })

  it('lie sealed on the server too, and of two that are left the later one stays', async () => {
    const phone = await phoneOf('mai')
    await giveBack(phone)
    const early = await begun(phone, { note: 'Nguyễn Thị Nhẫn' })
    const late = await begun(phone, { note: 'Nguyễn Thị Nhẫn, sửa' }, { id: early.id, savedAt: savedAt + 60_000 })
    await leave(phone, late)
    await leave(phone, early)
    const { drafts } = await leftOf('mai')
    expect(drafts).toMatchObject([{ savedAt: savedAt + 60_000, data: { note: 'Nguyễn Thị Nhẫn, sửa' } }])
    const { rows } = await world.owner.query('select sealed from field_draft')
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('Nh')
    await take('mai', [drafts[0].fieldDraftId])
  })

  it('are not taken where another key, another place or another phone sealed them, and the others are', async () => {
    const [phone, other] = [await phoneOf('mai'), await phoneOf('thang')]
    await giveBack(phone)
    const good = await begun(phone, { n: 1 })
    const strange = await begun(other, { n: 2 })
    const moved = { ...(await begun(phone, { n: 3 })), id: newId() }
    const cut = { ...(await begun(phone, { n: 4 })), sealed: 'AAAA' }
    expect(await leave(phone, strange, moved, good, cut)).toEqual({ taken: 1, unreadable: 3 })
    const { drafts } = await leftOf('mai')
    expect(drafts.map(({ data }: { data: unknown }) => data)).toEqual([{ n: 1 }])
    await take('mai', [drafts[0].fieldDraftId])
  })

  it('are taken of a phone that was given back alone: of none in use, lost or unknown', async () => {
    const [used, lost] = [await phoneOf('mai'), await phoneOf('mai')]
    await giveBack(lost, 'lost')
    const before = await rowsNow(world)
    expect((await leave(used, await begun(used, {}))).code).toBe('field.device_in_use')
    expect((await leave(lost, await begun(lost, {}))).code).toBe('field.device_lost')
    const nowhere = { ...used, deviceId: newId() }
    expect((await leave(nowhere, await begun(used, {}))).code).toBe('field.device_not_found')
    expect(await rowsNow(world)).toEqual(before)
  })
})
