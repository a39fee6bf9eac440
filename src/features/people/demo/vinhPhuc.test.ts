/** What the demo says of Vĩnh Phúc and Hoành Bồ is what the pages read: the norm on a day of 2021, gaps by name, who answered for a village. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas, loadDemoVinhPhuc } from '#features/areas/demoPlaces.ts'
import { testDay } from '#test/day.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import { addDemoFormerOfficials, addDemoOfficials } from './officials.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  const client = await world.owner.connect()
  await loadDemoVinhPhuc(client, testDay)
  await addDemoOfficials(client, world.host.services.keys)
  await addDemoFormerOfficials(client, world.host.services.keys)
  client.release()
})
afterAll(() => world.close())

const { vinhPhuc, yenLac, phuTho, merged, quangNinh, hoanhBoDistrict } = demoAreas
const autumn = '2021-10-12'
type Line = { level: string; post: string; units: number; required: number; filled: number; people: number }
type Gap = { areaName: string; within: string; post: string }
type Row = { name: string; posts: { post: string; areaName: string }[] }
type Norm = { lines: Line[]; places: Gap[]; sums: { required: number; filled: number } }
const normOf = async (area: string, day: string, by: PersonName = 'lan'): Promise<Norm> =>
  (await world.as(by).get(`/api/areas/${area}/norm?day=${day}`)).json()
const officials = async (
  area: string,
  query: string,
  by: PersonName = 'lan',
): Promise<{ total: number; rows: Row[] }> => (await world.as(by).get(`/api/areas/${area}/officials?${query}`)).json()

describe('Vĩnh Phúc in the autumn of 2021', () => {
  it('is 146 units with 292 posts of the norm, almost all filled, and over 1,300 enumerators', async () => {
    const { lines } = await normOf(vinhPhuc, autumn)
    const offices = lines.filter(({ post }) => post !== 'enumerator')
    const sum = (key: 'units' | 'required' | 'filled', of: readonly Line[]) =>
      of.reduce((all, one) => all + one[key], 0)
    expect(offices.map(({ level, post, units }) => `${level} ${post} ${units}`)).toEqual([
      ...['province leader 1', 'province specialist 1', 'district leader 9', 'district specialist 9'],
      ...['commune leader 136', 'commune specialist 136'],
    ])
    expect(sum('units', offices) / 2).toBe(146)
    expect([sum('required', offices), sum('filled', offices)]).toEqual([292, 286])
    const [villages] = lines.filter(({ post }) => post === 'enumerator')
    expect(villages?.filled).toBeGreaterThan(1300)
    expect(villages?.people).toBe(villages?.filled)
  })

  it('says by name which places are vacant, as many as the numbers', async () => {
    const { lines, places, sums } = await normOf(vinhPhuc, autumn)
    const missing = lines.reduce((all, { required, filled }) => all + required - filled, 0)
    expect([places.length, sums.required - sums.filled]).toEqual([missing, missing])
    const offices = places.filter(({ post }) => post !== 'enumerator')
    expect(offices.map(({ post, areaName, within }) => `${post} ${areaName}, ${within}`)).toMatchInlineSnapshot(`
      [
        "specialist Phường Liên Bảo, Thành phố Vĩnh Yên, Tỉnh Vĩnh Phúc",
        "specialist Xã Bạch Lưu, Huyện Sông Lô, Tỉnh Vĩnh Phúc",
        "specialist Xã Bồ Lý, Huyện Tam Đảo, Tỉnh Vĩnh Phúc",
        "specialist Xã Đồng Thịnh, Huyện Sông Lô, Tỉnh Vĩnh Phúc",
        "leader Xã Hướng Đạo, Huyện Tam Dương, Tỉnh Vĩnh Phúc",
        "specialist Xã Vĩnh Sơn, Huyện Vĩnh Tường, Tỉnh Vĩnh Phúc",
      ]
    `)
  })

  it('reads the same in one of its districts, which is no more', async () => {
    const { lines } = await normOf(yenLac, autumn)
    expect(lines.map(({ post, units }) => `${post} ${units}`).slice(0, 4)).toEqual([
      ...['leader 1', 'specialist 1', 'leader 17', 'specialist 17'],
    ])
    expect((await officials(yenLac, `day=${autumn}&post=leader`)).total).toBe(18)
  })

  it('shows who answered for a village on that day, and who does today', async () => {
    const [village = ''] = demoAreas.villages.tamHong
    const on = async (day: string) => (await officials(village, `day=${day}`)).rows.map(({ name }) => name)
    expect(await on(autumn)).toMatchInlineSnapshot(`
      [
        "Lê Quang Khoa",
      ]
    `)
    expect(await on('2026-11-20')).toEqual(['Nguyễn Thị Mai'])
  })

  it('is nothing to the neighbour province', async () => {
    expect((await world.as('loi').get(`/api/areas/${vinhPhuc}/norm?day=${autumn}`)).json().code).toBe('access.denied')
    expect((await world.as('loi').get(`/api/areas/${vinhPhuc}/officials?day=${autumn}`)).json().code).toBe(
      'access.denied',
    )
  })
})

it('of a unit that was split each sees no more than came to it', async () => {
  const { dongLam2021, thongNhat, hoanhBoWard, villages } = demoAreas
  const client = await world.owner.connect()
  const below = async (area: string): Promise<string[]> => {
    await client.query('begin')
    await client.query('set local role nb_app')
    await client.query('select nb_begin(null, $1, null)', [[area]])
    const { rows } = await client.query('select unnest(area_was_over($1, $2)) as id', [dongLam2021, autumn])
    await client.query('rollback')
    return rows.map(({ id }) => id).sort()
  }
  const all = villages.dongLam
  expect(await below(thongNhat)).toEqual([dongLam2021, ...all.slice(0, 3)].sort())
  expect(await below(hoanhBoWard)).toEqual([dongLam2021, ...all.slice(3)].sort())
  expect(await below(quangNinh)).toEqual([dongLam2021, ...all].sort())
  expect(await below(phuTho)).toEqual([dongLam2021])
  client.release()
})

describe('after the reform', () => {
  it('few wait to be placed, the others ended with their units', async () => {
    const waiting = await officials(phuTho, 'post=unplaced')
    expect(waiting.total).toBeLessThan(15)
    const { rows } = await world.owner.query(
      `select count(*)::int as n from appointment a where a.ended_because is null
          and not exists (select from area_version v where v.area_id = a.area_id and (v.valid_until is null or v.valid_until > $1))`,
      [testDay],
    )
    expect(waiting.total).toBeLessThanOrEqual(rows[0].n)
    expect(rows[0].n).toBeLessThan(25)
  })

  it('two villages merged in 2026: one head leads the new village, the other waits to be placed', async () => {
    const heads = async (area: string, day: string) =>
      (await officials(area, `day=${day}&post=village_head`)).rows.map(({ name }) => name)
    const [first = '', second = ''] = merged.from
    const before = [await heads(first, '2026-03-31'), await heads(second, '2026-03-31')]
    expect(await heads(merged.into, '2026-04-01')).toEqual(before[0])
    const waiting = await officials(merged.commune, 'post=unplaced')
    expect(waiting.rows.map(({ name }) => name)).toEqual(expect.arrayContaining(before[1] ?? []))
  })

  it('the posts of the Economic Office stand in each commune of today', async () => {
    expect((await officials(phuTho, 'post=office_head')).total).toBe(36)
  })
})

describe('Hoành Bồ in 2018', () => {
  it('has its four difficult communes with their officials and who was moved there, to its own province alone', async () => {
    const { lines } = await normOf(hoanhBoDistrict, '2018-06-01', 'loi')
    expect(lines.map(({ level, post, units }) => `${level} ${post} ${units}`)).toContain('commune leader 4')
    const moves = (await world.as('loi').get(`/api/areas/${quangNinh}/moves?day=2018-06-01`)).json()
    expect(moves.rows).toHaveLength(4)
    expect((await normOf(hoanhBoDistrict, '2018-06-01', 'lan')).lines).toBeUndefined()
  })
})
