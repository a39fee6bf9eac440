/** Villages of one name in one commune after a merge: lists and the way back say of which former commune each is. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { unasked } from './unasked.ts'
import { openWorld, type World } from './world.ts'

const name = 'Thôn Song Sinh'
const former = ['Xã Hợp Cũ', 'Xã Lập Cũ']
let world: World
let merged: string
let eventId: string
const villages: string[] = []
beforeAll(async () => {
  world = await openWorld()
  const communes = []
  for (const [at, one] of former.entries()) {
    const unit = { name: one, kind: 'xa', code: `9980${at}`, parentId: demoAreas.phuTho }
    const [commune] = (await event({ kind: 'create', unit }, '2026-10-01')).began
    communes.push(commune)
    const village = { name, kind: 'thon', code: null, parentId: commune }
    villages.push((await event({ kind: 'create', unit: village }, '2026-10-01')).began[0])
  }
  const other = { name: 'Thôn Khác', kind: 'thon', code: null, parentId: communes[0] }
  villages.push((await event({ kind: 'create', unit: other }, '2026-10-01')).began[0])
  const into = { name: 'Xã Lập Hợp', kind: 'xa', code: '99803', parentId: demoAreas.phuTho }
  const merge = await event({ kind: 'merge', areaIds: communes, into }, '2026-11-01')
  merged = merge.began[0]
  eventId = merge.eventId
  await world.owner.query(
    `insert into access_grant (id, account_id, role, area_id, valid_from) values ($1, $2, 'commune_official', $3, '2026-01-01')`,
    [newId(), world.idOf('hung'), merged],
  )
})
afterAll(() => world.close())

async function event(change: object, day: string) {
  const sent = { change, day, legalBasis: 'Nghị quyết 1/NQ-HĐND', mark: 'text' }
  const reply = await world.as('quantri').post('/api/area-events', sent)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
async function must(person: 'hung' | 'lan', url: string, body: object) {
  const reply = await world.as(person).post(url, body)
  expect(reply.statusCode, reply.body).toBe(200)
}
const born = { sex: 'female', birth: { year: 1980 }, ethnicity: '01' }

it('the list of households says it, on the page and in the file; of others nothing', async () => {
  for (const [at, villageId] of villages.entries()) {
    const head = { memberId: newId(), relation: 'head', person: { name: `Trần Thị ${'ABC'[at]}`, ...born } }
    const household = {
      householdId: newId(),
      villageId,
      number: `${at}`,
      address: '',
      reason: 'listed',
      members: [head],
    }
    await must('hung', '/api/households', { ...household, on: '2026-11-05' })
  }
  const list = `/api/households?areaId=${merged}`
  const { rows } = (await world.as('hung').get(list)).json()
  const said = rows.map((row: { villageName: string; formerly: string }) => [row.villageName, row.formerly])
  expect(said.sort()).toEqual([['Thôn Khác', null], ...former.map((one) => [name, one])].sort())
  const { body } = await world.as('hung').get(`/api/households/file?areaId=${merged}&as=csv`)
  for (const one of former) expect(body).toContain(`${name} (trước đây thuộc ${one})`)
  expect(body).not.toContain('Thôn Khác (')
})

it('the list of officials says it of their posts', async () => {
  for (const [at, areaId] of villages.entries()) {
    const officialId = newId()
    const holds = {
      appointmentId: newId(),
      post: 'village_head',
      areaId,
      standing: 'own',
      from: '2026-11-05',
      until: null,
    }
    const who = { name: `Lê Văn ${'ABC'[at]}`, ...born, languages: [], phone: '', personalNumber: '' }
    const sure = { sure: 'Người khác', holds: { ...holds, decisionNumber: '', decidedOn: null, also: true } }
    await must('hung', '/api/officials', { officialId, unitId: merged, ...who, ...sure })
    await unasked(world, officialId)
  }
  const { rows } = (await world.as('lan').get(`/api/areas/${merged}/officials`)).json()
  const posts = rows.flatMap((row: { posts: { areaName: string; formerly: string }[] }) => row.posts)
  expect(posts.map((one: { formerly: string }) => one.formerly).sort()).toEqual([...former, null].sort())
  const { body } = await world.as('lan').get(`/api/areas/${merged}/officials/file?as=csv`)
  for (const one of former) expect(body).toContain(`${name} (trước đây thuộc ${one})`)
  expect(body).not.toContain('Thôn Khác (')
})

it('the way back says of which commune each is again', async () => {
  const { back, gone } = (await world.as('quantri').get(`/api/area-events/${eventId}/undoing`)).json()
  const told = back.map((one: { name: string; formerly: string | null }) => [one.name, one.formerly])
  expect(told).toEqual(expect.arrayContaining(former.map((one) => [name, one])))
  expect(told).toContainEqual(['Thôn Khác', null])
  expect(gone).toMatchObject([{ name: 'Xã Lập Hợp', formerly: null }])
})
