/** Nobody gives to himself, who gives access sees no household, and each role stands where its work is. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const { nation, phuTho, tamHongToday, villages } = demoAreas
const village = villages.tamHong[4]
const days = { from: '2026-11-20', until: null }
const give = async (person: PersonName, role: string, areaId: string | undefined, more: object = {}) =>
  (
    await world.as('quantri').post(`/api/accounts/${world.idOf(person)}/grants`, { role, areaId, ...days, ...more })
  ).json()
const grants = async () => (await world.owner.query('select count(*)::int as n from access_grant')).rows[0].n

it('the administrator gives nothing to himself, and reads no household', async () => {
  const before = await grants()
  for (const role of ['commune_official', 'viewer'])
    expect(await give('quantri', role, tamHongToday)).toMatchObject({ code: 'people.own_grant' })
  expect(await grants()).toBe(before)
  expect((await world.as('quantri').get(`/api/households?areaId=${tamHongToday}`)).json()).toMatchObject({
    code: 'access.denied',
  })
})

it('who reads households is made no administrator over them, nor the other way round', async () => {
  const apart = { code: 'people.roles_apart' }
  const before = await grants()
  for (const area of [nation, phuTho, tamHongToday])
    expect(await give('hung', 'administrator', area)).toMatchObject(apart)
  expect((await give('kiem', 'administrator', tamHongToday)).title.vi).toContain('Kiểm tra, giám sát')
  expect(await grants()).toBe(before)
  expect(await give('dao', 'administrator', tamHongToday)).toHaveProperty('grantId')
  for (const [role, area] of [
    ['commune_official', tamHongToday],
    ['enumerator', village],
    ['auditor', phuTho],
  ] as const)
    expect(await give('dao', role, area), role).toMatchObject(apart)
  // Elsewhere, and what sees no household, they may.
  expect(await give('dao', 'viewer', tamHongToday)).toHaveProperty('grantId')
  expect(await give('dao', 'commune_official', demoAreas.kyThuongToday)).toHaveProperty('grantId')
})

it('a role begins on a day that somebody means, in a unit that stands: else the field says why', async () => {
  const before = await grants()
  for (const from of ['1899-01-01', '2046-01-01'])
    expect(await give('mai', 'viewer', nation, { from })).toMatchObject({
      code: 'people.grant_day_far',
      facts: { at: 'from' },
    })
  const early = await give('mai', 'viewer', tamHongToday, { from: '2020-01-01' })
  expect(early).toMatchObject({ code: 'people.unit_not_yet', title: { vi: expect.stringContaining('01/07/2025') } })
  for (const from of ['2024-01-01', '2026-11-20']) {
    const ended = await give('mai', 'viewer', demoAreas.tamHong2021, { from })
    expect(ended).toMatchObject({ code: 'people.unit_ended', title: { vi: expect.stringContaining('01/07/2025') } })
  }
  expect(await grants()).toBe(before)
  const past = { from: '2024-01-01', until: '2025-07-01' }
  expect(await give('mai', 'viewer', demoAreas.tamHong2021, past)).toHaveProperty('grantId')
})

it('each role is given at its levels alone', async () => {
  for (const [role, area] of [
    ['commune_chair', village],
    ['commune_official', phuTho],
    ['commune_official', village],
    ['enumerator', nation],
    ['enumerator', phuTho],
    ['province', tamHongToday],
    ['administrator', village],
  ] as const)
    expect(await give('xem', role, area), `${role} ${area}`).toMatchObject({ code: 'people.role_misplaced' })
  expect(await give('xem', 'enumerator', village)).toHaveProperty('grantId')
})

it('a role over several villages is one act, with a grant and a line of the audit each', async () => {
  const [first, second, third] = villages.tamHong.slice(6, 9) as [AreaId, AreaId, AreaId]
  const areaIds = [first, second, third]
  const lines = async () =>
    (await world.owner.query(`select area_id from audit_line where what = 'grant.given' order by id`)).rows.map(
      (row) => row.area_id,
    )
  const [grantsBefore, linesBefore] = [await grants(), (await lines()).length]
  const given = await give('xem', 'enumerator', undefined, { areaIds })
  expect(given.grantIds).toHaveLength(3)
  expect(given.grantId).toBe(given.grantIds[0])
  expect(await grants()).toBe(grantsBefore + 3)
  expect((await lines()).slice(linesBefore)).toEqual(areaIds)
  // One of them cannot be: none is, and it is named.
  const fourth = villages.tamHong[9]
  const again = await give('xem', 'enumerator', undefined, { areaIds: [fourth, second] })
  expect(again).toMatchObject({ code: 'people.grant_held_at' })
  expect(again.title.vi).toContain('Thôn 8')
  const misplaced = await give('xem', 'enumerator', undefined, { areaIds: [fourth, phuTho] })
  expect(misplaced).toMatchObject({ code: 'people.role_misplaced' })
  expect(misplaced.title.vi).toContain('Phú Thọ')
  expect(await give('xem', 'enumerator', undefined)).toMatchObject({ code: 'people.nowhere' })
  expect(await give('xem', 'enumerator', undefined, { areaIds: [] })).toMatchObject({ code: 'input.invalid' })
  expect(await give('xem', 'enumerator', undefined, { areaIds: [fourth, fourth] })).toMatchObject({
    code: 'input.invalid',
  })
  expect([await grants(), (await lines()).length]).toEqual([grantsBefore + 3, linesBefore + 3])
})

it('who administers one commune gives in it alone, whatever else is named beside', async () => {
  const before = await grants()
  const areaIds = [villages.tamHong[10], villages.kyThuong[0]]
  const reply = await world
    .as('dao')
    .post(`/api/accounts/${world.idOf('xem')}/grants`, { role: 'viewer', areaIds, ...days })
  expect(reply.json()).toMatchObject({ code: 'access.denied' })
  expect(await grants()).toBe(before)
})

it('two windows give the same villages in one second: once, and the other is told which', async () => {
  const areaIds = villages.tamHong.slice(10, 12)
  const act = (order: readonly string[]) => () =>
    world
      .as('quantri')
      .post(`/api/accounts/${world.idOf('xem')}/grants`, { role: 'enumerator', areaIds: order, ...days })
  const replies = await meetingAt(world, 'audit_line', [act(areaIds), act(areaIds.toReversed())])
  expect(answersIn(replies)).toEqual(['ok', 'people.grant_held_at'])
})

it('an account is made with a role over several villages', async () => {
  const areaIds = villages.tamHong.slice(3, 5)
  const account = { login: 'nhieu.thon', name: 'Hà Thị Kín', firstPassword: 'mật khẩu đầu tiên', role: 'enumerator' }
  const made = await world.as('quantri').post('/api/accounts', { ...account, areaIds })
  expect(made.statusCode, made.body).toBe(200)
  const { rows } = await world.owner.query('select area_id from access_grant where account_id = $1 order by id', [
    made.json().accountId,
  ])
  expect(rows.map((row) => row.area_id)).toEqual(areaIds)
})

it('one commune has one chair a day; others sign for the chair', async () => {
  const held = await give('xem', 'commune_chair', tamHongToday)
  expect(held).toMatchObject({ code: 'people.chair_held' })
  expect(held.title.vi).toContain('Phạm Thị Bích')
  expect(await give('xem', 'commune_chair', tamHongToday, { authority: 'for_chair' })).toHaveProperty('grantId')
})

it('an account has the name of a person', async () => {
  const account = { login: 'moi', firstPassword: 'mật khẩu đầu tiên', role: 'viewer', areaId: tamHongToday }
  const make = async (name: string) => (await world.as('quantri').post('/api/accounts', { ...account, name })).json()
  for (const name of ['<b>A</b>', '12345', '- -'])
    expect(await make(name), name).toMatchObject({ code: 'people.name_unfit' })
  expect(await make("H'Hen Niê (Êa Súp)")).toHaveProperty('accountId')
})

it('a role over a unit that ended is listed until it is ended', async () => {
  const recorded = async (change: object, day: string) => {
    const body = { change, day, legalBasis: 'NQ 5/NQ-HĐND', mark: 'text' }
    const reply = await world.as('quantri').post('/api/area-events', body)
    expect(reply.statusCode, reply.body).toBe(200)
    return reply.json().began as [string]
  }
  const unit = (name: string, code: string) => ({ name, kind: 'xa', code, parentId: phuTho })
  const [a] = await recorded({ kind: 'create', unit: unit('Xã Quyền Một', '97501') }, '2025-09-01')
  const [b] = await recorded({ kind: 'create', unit: unit('Xã Quyền Hai', '97502') }, '2025-09-01')
  expect(await give('mai', 'viewer', a, { from: '2026-01-05' })).toHaveProperty('grantId')
  const [into] = await recorded({ kind: 'merge', areaIds: [a, b], into: unit('Xã Quyền Mới', '97503') }, '2026-11-10')
  const left = async (): Promise<string[]> =>
    (await world.as('quantri').get(`/api/areas/${phuTho}/access?ended=true`))
      .json()
      .grants.map(({ areaName }: { areaName: string }) => areaName)
      .filter((name: string) => name.startsWith('Xã Quyền'))
  expect(await left()).toEqual(['Xã Quyền Một'])
  expect(await give('mai', 'viewer', into, { from: '2026-11-11' })).toHaveProperty('grantId')
  expect(await left()).toEqual(['Xã Quyền Một'])
  const { rows } = await world.owner.query('select id from access_grant where area_id = $1', [a])
  expect((await world.as('quantri').post(`/api/grants/${rows[0].id}/end`)).statusCode).toBe(200)
  expect(await left()).toEqual([])
})
