/** Who stands already is asked about among those who live in what a village has become, and where a household comes from afar. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const must = async (url: string, body: object, by: 'hung' | 'quantri' = 'hung') => {
  const reply = await world.as(by).post(url, body)
  expect(reply.statusCode, `${url}: ${reply.body}`).toBe(200)
  return reply.json()
}
const recorded = async (change: object, day: string): Promise<AreaId> => {
  const body = { change, day, legalBasis: 'Nghị quyết 5/NQ-HĐND', mark: 'text' }
  return (await must('/api/area-events', body, 'quantri')).began[0]
}
let made = 0
const village = (parentId: AreaId) =>
  recorded({ kind: 'create', unit: { name: `Thôn Kế ${++made}`, kind: 'thon', code: null, parentId } }, '2025-09-01')
const newCommune = () => {
  made += 1
  return { name: `Xã Kế ${made}`, kind: 'xa', code: String(91_000 + made), parentId: demoAreas.quangNinh }
}
const give = (areaId: AreaId) => {
  const grant = { role: 'commune_official', areaId, from: '2026-11-20', until: null }
  return must(`/api/accounts/${world.idOf('hung')}/grants`, grant, 'quantri')
}
async function commune(): Promise<AreaId> {
  const id = await recorded({ kind: 'create', unit: newCommune() }, '2025-09-01')
  await give(id)
  return id
}
const merged = (a: AreaId, b: AreaId, parentId: AreaId) => {
  made += 1
  const into = { name: `Thôn Kế ${made}`, kind: 'thon', code: null, parentId }
  return recorded({ kind: 'merge', areaIds: [a, b], into }, '2026-11-10')
}

const person = (name: string) => ({ name, sex: 'female', birth: { year: 1980 }, ethnicity: '01' })
/** `sure` is left out, so that the question is asked. */
const entering = (villageId: AreaId, name: string, more: object = {}) => ({
  ...{ householdId: newId(), villageId, number: '', address: '', on: '2025-10-01', reason: 'listed', sure: undefined },
  ...{ members: [{ memberId: newId(), relation: 'head', person: person(name) }], ...more },
})
const asked = async (url: string, body: object) => {
  const ask = () => world.as('hung').post(url, body)
  expect(await refusal(world, ask)).toBe('household.double')
  return (await ask()).json().facts.doubles
}
const enteringAsked = (...of: Parameters<typeof entering>) => asked('/api/households', entering(...of))

it('who came with a village that was merged is found by who enters the same person, for whatever day', async () => {
  const at = await commune()
  const [a, b, beside] = [await village(at), await village(at), await village(at)]
  await must('/api/households', entering(a, 'Sùng Thị Cũ', { number: '7' }))
  await must('/api/households', entering(b, 'Sùng Thị Bên'))
  const heir = await merged(a, b, at)
  const known = { kind: 'person', headName: 'Sùng Thị Cũ', number: '7' }
  for (const of of [heir, beside])
    expect(await enteringAsked(of, 'Sung Thi Cu', { on: '2026-11-12' })).toMatchObject([known])
  // Before the end of the village it is entered in that; with whom it will live is asked all the same.
  for (const of of [a, b]) expect(await enteringAsked(of, 'Sùng Thị Cũ', { on: '2025-11-05' })).toMatchObject([known])
  expect(await enteringAsked(b, 'Sùng Thị Khác', { on: '2025-11-05', number: '7' })).toMatchObject([
    { kind: 'number', number: '7' },
  ])
})

it('so is who moved away from there, and who was joined with another', async () => {
  const at = await commune()
  const [a, b, far] = [await village(at), await village(at), await village(at)]
  const moving = entering(a, 'Hạng Thị Dời')
  await must('/api/households', moving)
  await must(`/api/households/${moving.householdId}/residence`, {
    on: '2026-11-05',
    villageId: far,
    address: '',
    number: '',
  })
  const two = entering(a, 'Hạng Thị Thật')
  await must('/api/households', two)
  const other = newId()
  const twice = {
    memberId: other,
    on: '2026-01-05',
    reason: 'moved_in',
    relation: 'child',
    person: person('Hạng Thị Tên Khác'),
  }
  await must(`/api/households/${two.householdId}/members`, twice)
  const head = (two.members as { memberId: string }[])[0]?.memberId
  const one = { otherHouseholdId: two.householdId, otherMemberId: other, because: 'Là một người' }
  await must(`/api/households/${two.householdId}/members/${head}/join`, one)
  await merged(a, b, at)
  expect(await enteringAsked(a, 'Hạng Thị Dời')).toMatchObject([{ kind: 'person', headName: 'Hạng Thị Dời' }])
  expect(await enteringAsked(a, 'Hạng Thị Tên Khác')).toMatchObject([
    { kind: 'person', joined: true, headName: 'Hạng Thị Thật' },
  ])
})

const list = async (areaId: AreaId, villageName: string, [name, number]: readonly [string, string]) => {
  const head = 'Thôn,Số hộ,Quan hệ với chủ hộ,Họ và tên,Giới tính,Ngày sinh,Dân tộc,Số CCCD'
  const bytes = Buffer.from(`\ufeff${head}\r\n${villageName},${number},Chủ hộ,${name},Nữ,1980,Kinh,\r\n`)
  const fields = { areaId, listedOn: '2026-11-05' }
  const file = { name: 'ho.csv', type: 'text/csv', bytes }
  return (await world.as('hung').upload('/api/households/import/check', fields, file)).json()
}
const nameOf = async (id: AreaId) => (await world.as('hung').get(`/api/areas/${id}?day=2026-11-05`)).json().area.name

it('a list of a day before says so too: names to look at, and numbers that the heir has', async () => {
  const at = await commune()
  const [a, b] = [await village(at), await village(at)]
  await must('/api/households', entering(a, 'Giàng Thị Sổ', { number: '9' }))
  await merged(a, b, at)
  const told = await list(at, await nameOf(b), ['Giàng Thị Sổ', '9'])
  expect(told.doubts).toMatchObject([{ vi: expect.stringContaining('Sổ đã có Giàng Thị Sổ') }])
  expect(told.faults).toMatchObject([{ vi: expect.stringContaining('đã có hộ số 9') }])
})

it('a list for a commune that was merged since is compared with the commune of today', async () => {
  const [at, beside] = [await commune(), await commune()]
  const [a, b] = [await village(at), await village(beside)]
  await must('/api/households', entering(b, 'Vàng Thị Xã'))
  const name = await nameOf(a)
  await give(await recorded({ kind: 'merge', areaIds: [at, beside], into: newCommune() }, '2026-11-10'))
  const told = await list(at, name, ['Vàng Thị Xã', '31'])
  expect(told.doubts).toMatchObject([{ vi: expect.stringContaining('Sổ đã có Vàng Thị Xã') }])
})

it('a household that comes from another commune is asked about, alone or among many; within its own it is not', async () => {
  const [here, there] = [await commune(), await commune()]
  const [a, near, b] = [await village(here), await village(here), await village(there)]
  const comes = entering(a, 'Thào Thị Đến')
  await must('/api/households', comes)
  await must('/api/households', entering(b, 'Thào Thị Đến'))
  const url = `/api/households/${comes.householdId}/residence`
  const place = { on: '2026-11-05', address: '', number: '', sure: undefined }
  expect(await asked(url, { ...place, villageId: b })).toMatchObject([{ kind: 'person', headName: 'Thào Thị Đến' }])
  const many = {
    householdIds: [comes.householdId],
    on: '2026-11-05',
    villageId: b,
    why: 'moved',
    because: 'Chuyển nhà',
  }
  const left = await world.as('hung').post('/api/households/residence', many)
  expect(left.json()).toMatchObject({ code: 'household.none_moved', facts: { left: [{ withReason: true }] } })
  await must(url, { ...place, villageId: near })
  expect((await must('/api/households/residence', { ...many, sure: 'Hai người khác nhau' })).moved).toEqual([
    comes.householdId,
  ])
})
