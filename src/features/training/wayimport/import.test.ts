/** Đào loads the ways of Phú Thọ from a spreadsheet: all of it or nothing, the same file twice changes nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { depthOf } from '#features/areas/words.ts'
import { newId } from '#platform/server/ids.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
let names: { readonly home: string; readonly other: string; readonly province: string }
beforeAll(async () => {
  world = await openWorld()
  const { rows } = await world.owner.query<{ name: string }>(
    `select v.name from area_version v where v.level = $3 and v.valid_until is null and v.area_id <> $1
        and exists (select from area_reach r where r.over_id = $2 and r.area_id = v.area_id)
        and (select count(*) from area_version w join area_reach r on r.area_id = w.area_id and r.over_id = $2
              where w.name = v.name and w.valid_until is null) = 1 order by v.name limit 1`,
    [demoAreas.tamHongToday, demoAreas.phuTho, depthOf('commune')],
  )
  names = { home: 'Xã Tam Hồng', other: rows[0]?.name ?? '', province: 'Tỉnh Phú Thọ' }
})
afterAll(() => world.close())

const areaId = demoAreas.phuTho
const fileOf = (rows: readonly string[]) => ({
  name: 'duong-di.csv',
  type: 'text/csv',
  bytes: Buffer.from(`\ufeff${['Từ;Đến;Km', ...rows].join('\r\n')}\r\n`),
})
const check = (rows: readonly string[], person: PersonName = 'dao', area: string = areaId) =>
  world.as(person).upload('/api/training-ways/import/check', { areaId: area }, fileOf(rows))
async function write(rows: readonly string[], more: Record<string, string> = {}) {
  const { sha256, seen } = (await check(rows)).json()
  return world.as('dao').upload('/api/training-ways/import', { areaId, sha256, seen, ...more }, fileOf(rows))
}
const furthest = {
  ...{ trainingLimitId: newId(), areaId, kind: 'furthest_way', value: 50, firstDay: null, lastDay: null, what: null },
  ...{ turns: null, from: '2026-01-01', legalReference: '7/QĐ-UBND', mark: 'text' },
}
const good = () => [`${names.home};${names.province};46`, `${names.other};${names.home};9 km`]
type Listed = { readonly rows: { fromName: string; toName: string; km: number; trainingWayId: string }[] }
const list = async (): Promise<Listed> => (await world.as('dao').get(`/api/areas/${areaId}/training-ways`)).json()

describe('a file of ways', () => {
  it('is checked, written once, and changes nothing the second time, in either direction', async () => {
    expect((await check(good())).json()).toMatchObject({ ways: 2, added: 2, changed: 0, unchanged: 0, faultCount: 0 })
    expect((await list()).rows).toEqual([])
    expect((await write(good())).json()).toEqual({ ways: 2, added: 2, changed: 0, unchanged: 0 })
    const before = await list()
    expect(before.rows.map(({ km }) => km).sort((a, b) => a - b)).toEqual([9, 46])
    const back = [`${names.province};${names.home};46`, `${names.home};${names.other};9`]
    for (const rows of [good(), back])
      expect((await write(rows)).json()).toEqual({ ways: 2, added: 0, changed: 0, unchanged: 2 })
    expect(await list()).toEqual(before)
  })

  it('says which km it writes over, and that a village is none of the ends', async () => {
    await write(good())
    const changed = (await check([`${names.home};${names.province};45`])).json()
    expect(changed.overwrites).toEqual([{ from: names.home, to: names.province, was: 46, km: 45 }])
    expect(JSON.stringify((await check([`Thôn 1;${names.home};3`])).json())).toContain('“Thôn 1” là thôn')
  })

  it('that was exported reads back where a unit has ended since; the list says so, and no way is added to it', async () => {
    await write(good())
    const event = {
      change: { kind: 'create', unit: { name: 'Xã Nay Hết', kind: 'xa', code: '95111', parentId: areaId } },
    }
    const by = { legalBasis: 'Nghị quyết 5/NQ-HĐND', mark: 'text' }
    const made = (await world.as('quantri').post('/api/area-events', { ...event, ...by, day: '2026-01-05' })).json()
    const row = `Xã Nay Hết;${names.home};25`
    expect((await write([row])).json()).toMatchObject({ added: 1 })
    const abolish = { kind: 'abolish', areaId: made.began[0], successors: [] }
    const ended = await world.as('quantri').post('/api/area-events', { change: abolish, ...by, day: '2026-11-19' })
    expect(ended.statusCode, ended.body).toBe(200)
    const csv = (await world.as('dao').get(`/api/areas/${areaId}/training-ways/file?as=csv`)).body
    expect(csv).toContain('Xã Nay Hết, từ 19/11/2026')
    expect((await check([row])).json()).toMatchObject({ unchanged: 1, faultCount: 0 })
    const exported = { name: 'duong-di.csv', type: 'text/csv', bytes: Buffer.from(csv) }
    const read = await world.as('dao').upload('/api/training-ways/import/check', { areaId }, exported)
    expect(read.json()).toMatchObject({ added: 0, changed: 0, faultCount: 0 })
    const more = (await check([`Xã Nay Hết;${names.other};9`])).json()
    expect(JSON.stringify(more)).toContain('“Xã Nay Hết” đã hết')
    const way = (await list()).rows.find(({ fromName }) => fromName === 'Xã Nay Hết')
    await world.as('dao').post(`/api/training-ways/${way?.trainingWayId}/drop`, { because: 'Đơn vị đã hết' })
  })

  it('changes the km of what is known, leaves the rest, and tells it of each way', async () => {
    await write(good())
    const before = await list()
    expect((await write([`${names.home};${names.province};45`])).json()).toMatchObject({ added: 0, changed: 1 })
    const after = await list()
    expect(after.rows.map(({ trainingWayId }) => trainingWayId).sort()).toEqual(
      before.rows.map(({ trainingWayId }) => trainingWayId).sort(),
    )
    expect(after.rows.map(({ km }) => km).sort((a, b) => a - b)).toEqual([9, 45])
  })

  it('is not written over what was changed since it was checked', async () => {
    await write(good())
    const rows = [`${names.home};${names.province};40`]
    const { sha256, seen } = (await check(rows)).json()
    const known = (await list()).rows.find(({ toName }) => toName === names.province)
    const changed = { km: 44, was: { km: known?.km } }
    const reply = await world.as('dao').post(`/api/training-ways/${known?.trainingWayId}/change`, changed)
    expect(reply.statusCode, reply.body).toBe(200)
    const late = () => world.as('dao').upload('/api/training-ways/import', { areaId, sha256, seen }, fileOf(rows))
    expect(await refusal(world, late)).toBe('import.register_changed')
    expect(await refusal(world, () => write(rows, { sha256: '0'.repeat(64) }))).toBe('import.changed')
  })

  it('is told in words what is wrong, and nothing of it is written', async () => {
    const before = await list()
    for (const [row, cell, words] of [
      [`Xã Không Có;${names.home};9`, 'A2', 'Không có đơn vị'],
      [`${names.home}, Huyện Nào Đó;${names.province};9`, 'A2', 'thuộc “Huyện Nào Đó”'],
      [`${names.home};${names.home};9`, 'B2', 'học tại chỗ'],
      [`${names.home};${names.province};12,5`, 'C2', 'Số nguyên từ 1 đến 1000'],
      [`${names.home};${names.province};1001`, 'C2', 'Số nguyên từ 1 đến 1000'],
      [`${names.home};${names.province};`, 'C2', 'không được để trống'],
    ] as const) {
      const { faults } = (await check([row])).json()
      expect(faults[0], row).toMatchObject({ cell })
      expect(faults[0].vi).toContain(words)
      expect(await refusal(world, () => write([good()[1] ?? '', row]))).toBe('import.has_errors')
    }
    const twice = (await check([...good(), `${names.province};${names.home};40`])).json()
    expect(twice.faults[0].vi).toContain('dòng 2, 4')
    expect(await list()).toEqual(before)
  })

  it('may be the list as it was exported', async () => {
    await write(good())
    const path = `/api/areas/${areaId}/training-ways/file?as=csv&columns=from,to,km`
    const file = { name: 'duong.csv', type: 'text/csv', bytes: (await world.as('dao').get(path)).rawPayload }
    const checked = await world.as('dao').upload('/api/training-ways/import/check', { areaId }, file)
    expect(checked.json()).toMatchObject({ ways: 2, unchanged: 2, faultCount: 0 })
  })

  it('is refused to who does not manage the province, and where no province is looked at', async () => {
    for (const person of ['kiem', 'lan', 'hung', 'mai'] as const)
      expect(await refusal(world, () => check(good(), person)), person).toBe('access.denied')
    const template = (person: PersonName) => world.as(person).get('/api/training-ways/import/template')
    expect((await template('dao')).statusCode).toBe(200)
    expect((await template('kiem')).statusCode).toBe(403)
    const village = demoAreas.villages.tamHong[0]
    expect(await refusal(world, () => check(good(), 'dao', village))).toBe('way.no_province')
  })
})

describe('a long way', () => {
  it('asks about a way that is longer than the province allows, and writes it all the same where it is right', async () => {
    const rows = [`${names.other};${names.province};70`]
    expect((await check(rows)).json().doubtCount).toBe(0)
    const entered = await world.as('lan').post('/api/training-limits', furthest)
    expect(entered.statusCode, entered.body).toBe(200)
    const told = (await check(rows)).json()
    expect(told).toMatchObject({ faultCount: 0, doubtCount: 1, added: 1 })
    expect(told.doubts[0].vi).toContain('xa hơn giới hạn 50 km')
    expect((await check([`${names.other};${names.province};50`])).json().doubtCount).toBe(0)
    expect((await write(rows)).json()).toMatchObject({ added: 1 })
  })
})
