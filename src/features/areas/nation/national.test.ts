import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PlainDate, plainDate } from '#kernel/dates.ts'
import { openWorld, type World } from '#test/world.ts'
import { latestDeclaredTotal } from '../declared.ts'
import { demoAreas } from '../demoPlaces.ts'
import { loadNation } from '../load.ts'
import { areasUnder, childrenOf, communeOf, crumbs, findByCode, provinceOf, settlementOn } from '../queries.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const today = plainDate('2026-11-20')
const db = () => world.host.db
const under09043 = async (day: PlainDate) => {
  const found = await findByCode(db(), '09043', { level: 'commune', day })
  if (!found) throw new Error('nobody carries the code')
  const path = (await crumbs(db(), found.areaId, day)).map((area) => area.name)
  return { ...found, path: path.join(' > ') }
}
const count = async (level: 'province' | 'district' | 'commune', day: string) =>
  (await areasUnder(db(), demoAreas.nation, plainDate(day), level)).length

describe('code 09043 on three days', () => {
  it('names a commune of 2021, the township it became, and another commune of today', async () => {
    const [before, eve, now] = await Promise.all(
      ['2021-10-15', '2025-06-30', '2026-11-20'].map((d) => under09043(plainDate(d))),
    )
    expect(before).toMatchObject({ name: 'Xã Tam Hồng', kind: 'xa', settlement: 'rural', fromKnown: false })
    expect(before?.path).toBe('Việt Nam > Tỉnh Vĩnh Phúc > Huyện Yên Lạc > Xã Tam Hồng')
    expect(eve).toMatchObject({ name: 'Thị trấn Tam Hồng', kind: 'thi_tran', settlement: 'urban', fromKnown: false })
    expect(eve?.areaId).toBe(before?.areaId)
    expect(now).toMatchObject({ name: 'Xã Tam Hồng', from: '2025-07-01', fromKnown: true })
    expect(now?.path).toBe('Việt Nam > Tỉnh Phú Thọ > Xã Tam Hồng')
    expect(now?.areaId).not.toBe(before?.areaId)
  })
})

describe('the nation', () => {
  it('has the published numbers of units on the days we know them', async () => {
    expect([await count('province', '2021-06-01'), await count('district', '2021-06-01')]).toEqual([63, 705])
    expect(await count('commune', '2021-06-01')).toBe(10_599)
    expect([await count('province', '2025-07-01'), await count('district', '2025-07-01')]).toEqual([34, 0])
    expect(await count('commune', '2025-07-01')).toBe(3321)
  })

  it('leads no commune into another province than its own became', async () => {
    const { rows } = await world.owner.query(
      `select f.name from area_succession s
         join area_version f on f.area_id = s.from_id and f.level = 3 and f.valid_until in ('2025-06-30', '2025-07-01')
         join area_version d on d.area_id = f.parent_id and d.valid_until = '2025-07-01'
         join area_version t on t.area_id = s.to_id and t.valid_from = '2025-07-01'
        where t.level = 3 and t.parent_id <> d.parent_id
          and not exists (select from area_succession p where p.from_id = d.parent_id and p.to_id = t.parent_id)`,
    )
    expect(rows).toEqual([])
  })

  it('keeps a province that no other joined and begins a merged one anew', async () => {
    const quangNinh = await findByCode(db(), '22', { level: 'province', day: plainDate('2021-06-01') })
    expect((await findByCode(db(), '22', { level: 'province', day: today }))?.areaId).toBe(quangNinh?.areaId)
    const phuTho = await findByCode(db(), '25', { level: 'province', day: plainDate('2021-06-01') })
    expect(phuTho?.areaId).not.toBe(demoAreas.phuTho)
    expect((await findByCode(db(), '25', { level: 'province', day: today }))?.areaId).toBe(demoAreas.phuTho)
    const whole = await world.owner.query('select from_id, share from area_succession where to_id = $1', [
      demoAreas.phuTho,
    ])
    expect(whole.rows.map((r) => r.share)).toEqual([1, 1, 1])
  })

  it('knows the ten wards of Đồng Nai from April 2026 on, and that the day is not known', async () => {
    const code = { level: 'commune', day: plainDate('2026-03-31') } as const
    expect(await findByCode(db(), '26368', code)).toMatchObject({ name: 'Xã Long Thành', settlement: 'rural' })
    expect(await findByCode(db(), '26368', { ...code, day: today })).toMatchObject({
      name: 'Phường Long Thành',
      fromKnown: false,
    })
    const wards = (await areasUnder(db(), await dongNai(), today, 'commune')).filter((a) => a.kind === 'phuong')
    expect(wards).toHaveLength(33)
  })

  it('leaves rural or urban open for a special zone: no source says', async () => {
    const zone = await findByCode(db(), '26732', { level: 'commune', day: today })
    expect(zone).toMatchObject({ name: 'Đặc khu Côn Đảo', settlement: null })
  })

  it('never says a share where the source gives one target and cannot tell a split', async () => {
    const { rows } = await world.owner.query(
      `select count(*) filter (where s.share is not null)::int as known, count(*)::int as all
         from area_succession s join area_version v on v.area_id = s.from_id and v.level = 3 and v.valid_until = '2025-07-01'`,
    )
    expect(rows[0]).toMatchObject({ known: 4 })
    expect(rows[0]?.all).toBeGreaterThan(10_000)
  })

  it('is loaded once', async () => {
    const connection = await world.owner.connect()
    expect(await loadNation(connection, today)).toBe(false)
    connection.release()
  })
})

const dongNai = async () =>
  (await findByCode(db(), '75', { level: 'province', day: today }))?.areaId ?? demoAreas.nation

describe('the places of the demo', () => {
  it('hung under Hoành Bồ district until the end of 2019, under Hạ Long after it, under the province today', async () => {
    const village = demoAreas.villages.dongLam[4] ?? demoAreas.nation
    const path = async (day: string) =>
      (await crumbs(db(), village, plainDate(day)))
        .map((a) => a.name)
        .slice(1)
        .join(' > ')
    expect(await path('2019-12-31')).toBe('Tỉnh Quảng Ninh > Huyện Hoành Bồ > Xã Đồng Lâm > Thôn 5')
    expect(await path('2020-01-01')).toBe('Tỉnh Quảng Ninh > Thành phố Hạ Long > Xã Đồng Lâm > Thôn 5')
    expect(await path('2026-11-20')).toBe('Tỉnh Quảng Ninh > Phường Hoành Bồ > Thôn 5')
    expect(await settlementOn(db(), village, plainDate('2021-10-01'))).toBe('rural')
    expect(await settlementOn(db(), village, today)).toBe('urban')
  })

  it('Đồng Lâm was split over two units, and how much went where is not known', async () => {
    const { rows } = await world.owner.query(
      'select to_id, share from area_succession where from_id = $1 order by to_id',
      [demoAreas.dongLam2021],
    )
    expect(rows).toEqual([demoAreas.thongNhat, demoAreas.hoanhBoWard].sort().map((to_id) => ({ to_id, share: null })))
  })

  it("Mai's village stays the same village over the merger of its commune", async () => {
    const village = demoAreas.villages.tamHong[0] ?? demoAreas.nation
    expect((await communeOf(db(), village, plainDate('2021-10-15'))).areaId).toBe(demoAreas.tamHong2021)
    expect((await communeOf(db(), village, today)).areaId).toBe(demoAreas.tamHongToday)
    expect((await provinceOf(db(), village, today)).areaId).toBe(demoAreas.phuTho)
    await expect(communeOf(db(), village, plainDate('2010-01-01'))).rejects.toMatchObject({ code: 'area.not_found' })
    const villages = await childrenOf(db(), demoAreas.tamHongToday, today)
    expect(villages.map((v) => v.name)).toEqual(Array.from({ length: 27 }, (_, n) => `Thôn ${n + 1}`))
  })

  it('declares 4,571 households for Tam Hồng in 2021, and its villages add up to them', async () => {
    const day = plainDate('2021-12-31')
    expect(await latestDeclaredTotal(db(), demoAreas.tamHong2021, day)).toMatchObject({
      households: 4571,
      mark: 'illustrative',
    })
    const parts = await Promise.all(demoAreas.villages.tamHong.map((id) => latestDeclaredTotal(db(), id, day)))
    expect(parts.reduce((sum, part) => sum + (part?.households ?? 0), 0)).toBe(4571)
    expect(await latestDeclaredTotal(db(), demoAreas.tamHong2021, plainDate('2021-08-31'))).toBeNull()
  })
})
