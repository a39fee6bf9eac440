/** What Mai finished in the hills comes home sealed: from her phone, a colleague's or the office's, once, and as her own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import * as sealing from '#platform/web/vault/sealing.ts'
import { answersOf, type CaseOf, type Family, type RoundInHand, roundAtSurveying, settle, thon1 } from '#test/rounds.ts'
import { rowsNow } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
let round: RoundInHand
let families: Family[]
let cases: CaseOf[]
let phone: Phone
type Phone = { readonly deviceId: string; readonly raw: Uint8Array<ArrayBuffer>; readonly key: sealing.DataKey }

/** A phone of somebody, as it is known to the office from now on. */
async function phoneOf(login: 'mai' | 'thang' | 'hung'): Promise<Phone> {
  const deviceId = newId()
  const raw = sealing.newDataKey()
  const reply = await world.as(login).post('/api/field/devices', { deviceId, dataKey: sealing.toText(raw) })
  expect(reply.statusCode).toBe(200)
  return { deviceId, raw, key: await sealing.holdDataKey(raw) }
}

beforeAll(async () => {
  world = await openWorld()
  families = []
  for (let n = 0; n < 24; n++) families.push(await settle(world, thon1, 'Nguyễn Thị Nhẫn'))
  const held = await roundAtSurveying(world, families)
  round = held.round
  cases = held.cases
  phone = await phoneOf('mai')
})
afterAll(() => world.close())

let next = 0
const noon = Date.parse('2026-11-20T05:00:00Z')
const dayMs = 86_400_000

/** A survey of a household that has none yet, as a phone made it. */
async function made(more: Partial<sealing.Made> = {}): Promise<{ made: sealing.Made; one: CaseOf }> {
  const one = cases[next] as CaseOf
  const family = families[next] as Family
  next += 1
  const body = JSON.stringify(await round.surveyOf(one, answersOf(family, 1_000_000)))
  const path = `/api/households/${one.householdId}/cases/${one.caseId}/surveys`
  return { made: { id: newId(), path, schemaVersion: 1, madeAt: noon, body, ...more }, one }
}

const seal = (one: sealing.Made, by: Phone = phone) =>
  sealing.sealDelivery(by.key, world.host.services.keys.deliveryKey(), by.deviceId, one)

/** By whoever: no session, no word of one. */
const bring = async (...sealed: string[]) => {
  const payload = JSON.stringify({ items: sealed.map((text) => ({ sealed: text })) })
  const headers = { 'content-type': 'application/json' }
  const reply = await world.app.inject({ method: 'POST', url: '/api/field/deliveries', headers, payload })
  return reply.json() as { items: { status: number; hash: string; told: unknown; problem?: { code: string } }[] }
}
const codes = async (...sealed: string[]) =>
  (await bring(...sealed)).items.map(({ status, problem }) => problem?.code ?? status)
const surveysOf = async ({ householdId }: CaseOf) =>
  (await world.owner.query('select account_id from survey where household_id = $1', [householdId])).rows

describe('a form that Mai finished and sealed', () => {
  it('is hers, whoever brings it and however often, and the answer names the very bytes', async () => {
    const { made: a, one } = await made()
    const sealed = await seal(a)
    const first = await bring(sealed)
    expect(first.items).toEqual([{ status: 200, hash: await sealing.sha256(sealed), told: null }])
    expect(await surveysOf(one)).toEqual([{ account_id: world.idOf('mai') }])
    const { rows } = await world.owner.query('select what, account_id from audit_line where command_id = $1', [a.id])
    expect(rows).toEqual([{ what: 'survey.submitted', account_id: world.idOf('mai') }])
    const before = await rowsNow(world)
    for (let n = 0; n < 4; n++) expect(await bring(sealed)).toEqual(first)
    expect(await codes(await seal(a), sealed)).toEqual([200, 200])
    expect(await rowsNow(world)).toEqual(before)
  })

  it('comes home after her session, her role and her account have ended', async () => {
    const { made: a, one } = await made({ madeAt: noon - dayMs })
    const sealed = await seal(a)
    const late = await seal((await made()).made)
    next -= 1
    await world.owner.query(`update field_device set kept_on = '2026-11-01' where id = $1`, [phone.deviceId])
    await world.owner.query('update session set ended_at = now() where account_id = $1', [world.idOf('mai')])
    const { rows: grants } = await world.owner.query(
      'select id from access_grant where account_id = $1 and valid_until is null',
      [world.idOf('mai')],
    )
    await world.owner.query(`update access_grant set valid_until = '2026-11-20' where id = any ($1)`, [
      grants.map((g) => g.id),
    ])
    await world.owner.query('update account set disabled_at = now() where id = $1', [world.idOf('mai')])
    try {
      expect(await codes(late)).toEqual(['access.denied'])
      expect(await surveysOf(one)).toEqual([])
      expect(await codes(sealed)).toEqual([200])
      expect(await surveysOf(one)).toEqual([{ account_id: world.idOf('mai') }])
      // What was taken while the right stood is answered, also on a day without it.
      expect(await codes(sealed)).toEqual([200])
    } finally {
      await world.owner.query('update account set disabled_at = null where id = $1', [world.idOf('mai')])
      await world.owner.query('update access_grant set valid_until = null where id = any ($1)', [
        grants.map((g) => g.id),
      ])
      await world.owner.query('update session set ended_at = null where account_id = $1', [world.idOf('mai')])
    }
  })

  it('of a day before the phone was known, or that has not come, has the rights of the day it arrives', async () => {
    await world.owner.query(`update field_device set kept_on = '2026-11-20' where id = $1`, [phone.deviceId])
    for (const madeAt of [noon - 400 * dayMs, noon + 400 * dayMs, 0, -8e15, 8e15, -1]) {
      const { made: a } = await made({ madeAt })
      expect(await codes(await seal(a)), String(madeAt)).toEqual([200])
    }
  })

  it('goes home with others of a batch, and a bad one holds up none', async () => {
    const thang = await phoneOf('thang')
    const [a, b, c] = [await made(), await made(), await made()]
    const other = (await made()).made
    next -= 1
    const sealed = [
      await seal(a.made),
      'nonsense',
      await seal(b.made),
      await seal(other, { ...thang, deviceId: newId() }),
      await seal(other, { ...thang, deviceId: phone.deviceId }),
      await seal({ ...other, path: '/api/password', body: '{"old":"x","new":"y"}' }),
      await seal({ ...other, path: '/api/field/deliveries', body: '{"items":[]}' }),
      await seal({ ...other, path: '/api/nothing/here' }),
      await seal({ ...other, body: '{"surveyId":' }),
      await seal({ ...other, id: a.made.id }),
      await seal(c.made),
    ]
    expect(await codes(...sealed)).toEqual([
      200,
      'field.sealed_unreadable',
      200,
      'field.sealed_unreadable',
      'field.sealed_unreadable',
      'input.alone',
      'input.alone',
      'record.not_found',
      'input.unreadable',
      'command.reused',
      200,
    ])
    for (const { one } of [a, b, c]) expect(await surveysOf(one)).toHaveLength(1)
  })

  it('by another than the one to whom the household is given is refused as from his own hands', async () => {
    const thang = await phoneOf('thang')
    const { made: a, one } = await made()
    const [code] = await codes(await seal(a, thang))
    expect(['access.denied', 'surveys.not_yours', 'surveys.case_not_found']).toContain(code)
    expect(await surveysOf(one)).toEqual([])
  })

  it('altered in any letter is refused, and a hundred and one are too many', async () => {
    const { made: a, one } = await made()
    const sealed = await seal(a)
    for (const at of [2, 15, 60, 120, sealed.length - 3]) {
      const letter = sealed[at] === 'A' ? 'B' : 'A'
      const [code] = await codes(sealed.slice(0, at) + letter + sealed.slice(at + 1))
      expect(code, String(at)).toBe('field.sealed_unreadable')
    }
    expect(await surveysOf(one)).toEqual([])
    const many = await bring(...Array.from({ length: 101 }, () => sealed))
    expect(many).toMatchObject({ code: 'input.invalid' })
  })
})

describe('a phone that was lost', () => {
  it('is signed in nowhere, gets no key, and what is made on it afterwards is not taken; what was made before is', async () => {
    const lost = await phoneOf('mai')
    const [before, after] = [await made({ madeAt: noon - 60_000 }), await made({ madeAt: noon + 60_000 })]
    const [sealedBefore, sealedAfter] = [await seal(before.made, lost), await seal(after.made, lost)]
    const key = () => world.as('mai').post(`/api/field/devices/${lost.deviceId}/key`, {})
    expect((await key()).json()).toEqual({ dataKey: sealing.toText(lost.raw) })
    const say = { state: 'lost', because: 'Rơi dưới suối' }
    const saidLost = await world.as('hung').post(`/api/field/devices/${lost.deviceId}/state`, say)
    expect([saidLost.statusCode, saidLost.body]).toEqual([200, expect.anything()])
    expect((await world.as('mai').get('/api/my-surveys')).statusCode).toBe(401)
    await world.owner.query('update session set ended_at = null where account_id = $1', [world.idOf('mai')])
    expect((await key()).json()).toMatchObject({ code: 'field.device_not_found' })
    const said = await world.app.inject({ method: 'GET', url: `/api/field/devices/${lost.deviceId}` })
    expect(said.json()).toMatchObject({ state: 'lost', delivery: { id: expect.any(String) } })
    expect(await codes(sealedBefore, sealedAfter)).toEqual([200, 'field.device_lost'])
    expect(await surveysOf(after.one)).toEqual([])
  })
})
