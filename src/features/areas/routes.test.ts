import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AreaId } from '#kernel/ids.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { openWorld, type World } from '#test/world.ts'
import { demoAreas } from './demoPlaces.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const names = async (q: string, rest = '') => {
  const reply = await world.as('hung').get(`/api/areas/search?q=${encodeURIComponent(q)}${rest}`)
  return (reply.json().areas as { name: string; within: string }[]).map((a) => `${a.name}, ${a.within}`)
}

describe('search', () => {
  it('finds Tam Hồng whatever the tone marks, the Unicode form or the letter case', async () => {
    for (const q of ['Tam Hồng', 'tam hong', 'TAM HỒNG', 'Tam Hồng'.normalize('NFD'), 'tam hông'])
      expect(await names(q)).toEqual(['Xã Tam Hồng, Tỉnh Phú Thọ'])
    expect(await names('hoà bình')).toEqual(await names('Hòa Bình'))
  })

  it('finds a code, the unit of the day asked for, and only below the unit named', async () => {
    expect(await names('09043')).toEqual(['Xã Tam Hồng, Tỉnh Phú Thọ'])
    expect(await names('09043', '&day=2021-10-15')).toEqual(['Xã Tam Hồng, Huyện Yên Lạc, Tỉnh Vĩnh Phúc'])
    expect(await names('thôn 1', `&under=${demoAreas.kyThuongToday}`)).toEqual([
      'Thôn 1, Xã Kỳ Thượng, Tỉnh Quảng Ninh',
    ])
  })

  it('finds Kỳ Thượng by i as by y behind its consonant', async () => {
    const found = await names('Kỳ Thượng')
    expect(found).toContainEqual(expect.stringContaining('Kỳ Thượng'))
    for (const q of ['Kì Thượng', 'ki thuong', 'xã kì thượng'])
      expect(await names(q)).toEqual(expect.arrayContaining(found))
  })

  it('finds a village by its name and that of the commune above it, in any spelling', async () => {
    for (const q of ['Thôn 1 Tam Hồng', 'thon 1 tam hong', 'thôn 1, xã Tam Hồng'])
      expect(await names(q)).toEqual(['Thôn 1, Xã Tam Hồng, Tỉnh Phú Thọ'])
    expect(await names('thon 1 ki thuong')).toEqual(['Thôn 1, Xã Kỳ Thượng, Tỉnh Quảng Ninh'])
    expect(await names('thon 1 khong co')).toEqual([])
  })

  it('puts the own villages of who asks before those of other communes', async () => {
    const first = async (person: 'hung' | 'son') => {
      const { areas } = (await world.as(person).get('/api/areas/search?q=thon%201')).json()
      expect(areas[0].own).toBe(true)
      return (areas as { name: string; within: string }[]).map((one) => `${one.name}, ${one.within}`)[0]
    }
    expect(await first('hung')).toBe('Thôn 1, Xã Tam Hồng, Tỉnh Phú Thọ')
    expect(await first('son')).toBe('Thôn 1, Xã Kỳ Thượng, Tỉnh Quảng Ninh')
  })

  it('takes signs of patterns as letters and says when there is more', async () => {
    expect(await names('%')).toEqual([])
    expect(await names("x' or 1=1 --")).toEqual([])
    expect((await world.as('hung').get('/api/areas/search?q=thon')).json()).toMatchObject({ more: true })
    expect((await world.as('hung').get('/api/areas/search?q=a&day=2021-02-30')).statusCode).toBe(400)
  })
})

describe('a unit on a day', () => {
  it('shows its place, its totals with their source, and says when it did not stand', async () => {
    const then = (await world.as('lan').get(`/api/areas/${demoAreas.tamHong2021}?day=2021-10-15`)).json()
    expect(then.crumbs.map((c: { name: string }) => c.name)).toEqual([
      'Việt Nam',
      'Tỉnh Vĩnh Phúc',
      'Huyện Yên Lạc',
      'Xã Tam Hồng',
    ])
    expect(then.declared[0]).toMatchObject({ households: 4571, mark: 'illustrative' })
    const now = (await world.as('lan').get(`/api/areas/${demoAreas.tamHong2021}`)).json()
    expect(now).toMatchObject({ area: null, name: 'Thị trấn Tam Hồng', crumbs: [] })
  })

  it('says the status of Kỳ Thượng in 2018 with its mark, and none today', async () => {
    const statuses = async (day: string) =>
      (await world.as('son').get(`/api/areas/${demoAreas.kyThuong2021}?day=${day}`)).json().statuses
    expect(await statuses('2018-06-01')).toMatchObject([{ status: 'dbkk', mark: 'recalled' }])
    expect(await statuses('2021-06-01')).toEqual([])
  })

  it('lists what is below, in the order people count', async () => {
    const { areas } = (await world.as('hung').get(`/api/areas/${demoAreas.tamHongToday}/children`)).json()
    expect(areas.map((a: { name: string }) => a.name).slice(8, 11)).toEqual(['Thôn 9', 'Thôn 10', 'Thôn 11'])
  })

  it('tells its history: two states, why they ended, and what became of it with its share', async () => {
    const told = (await world.as('hung').get(`/api/areas/${demoAreas.tamHong2021}/history`)).json()
    expect(told.versions.map((v: { name: string }) => v.name)).toEqual(['Xã Tam Hồng', 'Thị trấn Tam Hồng'])
    expect(told.events.map((e: { kind: string }) => e.kind).sort()).toEqual(['change_kind', 'load', 'merge'])
    expect(told.successors).toMatchObject([{ areaId: demoAreas.tamHongToday, share: 1 }])
    const split = (await world.as('hung').get(`/api/areas/${demoAreas.dongLam2021}/history`)).json()
    expect(split.successors.map((s: { share: number | null }) => s.share)).toEqual([null, null])
  })

  it('knows nothing of an id that is no unit', async () => {
    const reply = await world.as('hung').get('/api/areas/01890000-0000-7000-8000-00000000abcd')
    expect(reply.json()).toMatchObject({ code: 'area.not_found' })
  })
})

describe('a unit of another day', () => {
  type Named = { areaId: AreaId; name: string; otherwise: string | null; lay: string | null }
  const found = async (q: string, more = ''): Promise<Named[]> =>
    (await world.as('hung').get(`/api/areas/search?q=${encodeURIComponent(q)}${more}`)).json().areas
  const show = async (areaId: AreaId, day: string) =>
    (await world.as('hung').get(`/api/areas/${areaId}?day=${day}`)).json()

  it('is found by its former name and leads to what it became', async () => {
    expect(await found('xa yen dong')).toContainEqual(
      expect.objectContaining({ areaId: demoAreas.tamHongToday, otherwise: expect.stringContaining('Xã Yên Đồng') }),
    )
    const [under] = await found('xa yen dong', `&level=commune&under=${demoAreas.tamHongToday}`)
    expect(under).toMatchObject({ areaId: demoAreas.tamHongToday })
    expect(await found('xa yen dong', `&under=${demoAreas.kyThuongToday}`)).toEqual([])
    expect(await found('xa yen dong', '&level=village')).toEqual([])
  })

  it('is found as a former district, which leads to the communes that stand there now', async () => {
    const within = async (q: string, more = '') => (await found(q, more)).map(({ areaId }) => areaId)
    expect(await found('Huyện Yên Lạc')).toContainEqual(
      expect.objectContaining({ areaId: demoAreas.tamHongToday, otherwise: null, lay: 'Huyện Yên Lạc' }),
    )
    expect(await within('yen lac', '&level=commune')).toContain(demoAreas.tamHongToday)
    expect(await within('Huyện Yên Lạc', '&level=province')).toEqual([])
    for (const q of ['Quận 5', 'huyện Bình Chánh', 'Thị xã Phú Thọ'])
      expect(await found(q), q).toContainEqual(
        expect.objectContaining({ lay: expect.stringMatching(new RegExp(q, 'i')) }),
      )
    const then = (await found('Huyện Yên Lạc', '&day=2021-06-01'))[0]
    expect(then).toMatchObject({ name: 'Huyện Yên Lạc', otherwise: null, lay: null })
    const stood = (await show(then?.areaId as AreaId, '2026-11-20')).stood.map((one: Named) => one.areaId)
    expect(stood).toContain(demoAreas.tamHongToday)
  })

  it.each(['Bà Rịa Vũng Tàu', 'Bà Rịa – Vũng Tàu', 'Thừa Thiên - Huế', 'Ea Hleo', "Ea H'leo"])(
    'is found however its name is pointed: %s',
    async (q) => expect((await found(q)).length).toBeGreaterThan(0),
  )

  it('is found by its name of that day as before, with no other name', async () => {
    expect(await found('xa yen dong', '&day=2021-12-31')).toContainEqual(
      expect.objectContaining({ areaId: demoAreas.yenDong2021, otherwise: null }),
    )
  })

  it('shows what stood on its ground, and what stands there now, never nothing', async () => {
    const then = await show(demoAreas.tamHongToday, '2021-12-31')
    expect(then.area).toBeNull()
    expect(then.stood.map((one: Named) => one.areaId)).toEqual(
      expect.arrayContaining([demoAreas.tamHong2021, demoAreas.yenDong2021, demoAreas.yenPhuong2021]),
    )
    const now = await show(demoAreas.yenDong2021, '2026-11-20')
    expect(now.stood.map((one: Named) => one.areaId)).toEqual([demoAreas.tamHongToday])
    expect((await show(demoAreas.tamHongToday, '2026-11-20')).stood).toEqual([])
  })

  it('of a province too: on the map of 2021 it is those it came from', async () => {
    const { crumbs } = await show(demoAreas.tamHongToday, '2026-11-20')
    const province = crumbs.find((one: { level: string }) => one.level === 'province').areaId
    const then = await show(province, '2021-12-31')
    expect(then.area).toBeNull()
    expect(then.stood.map((one: Named) => one.name)).toContain('Tỉnh Vĩnh Phúc')
  })
})

const total = (areaId: AreaId) => ({
  url: `/api/areas/${areaId}/declared-totals`,
  body: {
    day: '2026-10-01',
    households: 7100,
    persons: null,
    kinhHouseholds: 7000,
    dttsHouseholds: 100,
    source: 'Báo cáo 12/BC-UBND',
  },
})

describe('a declared total', () => {
  it('is entered by the official of the commune and comes first from then on', async () => {
    const { url, body } = total(demoAreas.tamHongToday)
    expect((await world.as('hung').post(url, body)).statusCode).toBe(200)
    const { declared } = (await world.as('bich').get(`/api/areas/${demoAreas.tamHongToday}`)).json()
    expect(declared[0]).toMatchObject({ households: 7100, source: 'Báo cáo 12/BC-UBND', mark: 'text' })
  })

  it('is not taken from the next commune, from a chair, nor where its groups exceed it', async () => {
    const here = total(demoAreas.tamHongToday)
    expect((await world.as('son').post(here.url, here.body)).json()).toMatchObject({ code: 'access.denied' })
    expect((await world.as('bich').post(here.url, here.body)).json()).toMatchObject({ code: 'access.denied' })
    const tooMany = { ...here.body, day: '2026-10-02', dttsHouseholds: 101 }
    expect((await world.as('hung').post(here.url, tooMany)).json()).toMatchObject({ code: 'area.groups_exceed' })
    const early = { ...here.body, day: '2021-10-01' }
    expect((await world.as('hung').post(here.url, early)).json()).toMatchObject({ code: 'area.not_found' })
  })
})

const event = (change: object, day = '2026-10-01') => ({
  change,
  day,
  legalBasis: 'Nghị quyết 1/NQ-HĐND',
  mark: 'text',
})

describe('an event', () => {
  it('merges two villages: the new one stands under the commune and its people are still reached', async () => {
    const [first, second] = demoAreas.villages.yenPhuong
    const into = { name: 'Thôn Phương Nha', kind: 'thon', code: null, parentId: demoAreas.tamHongToday }
    const reply = await world
      .as('quantri')
      .post('/api/area-events', event({ kind: 'merge', areaIds: [first, second], into }))
    expect(reply.json()).toMatchObject({ began: [expect.any(String)] })
    expect(await names('thon phuong nha')).toEqual(['Thôn Phương Nha, Xã Tam Hồng, Tỉnh Phú Thọ'])
    // The day before it is found by its name to come, as the two that it came from.
    expect(await names('thon phuong nha', '&day=2026-09-30')).toEqual(
      ['Thôn 21', 'Thôn 22'].map((name) => `${name}, Xã Tam Hồng, Tỉnh Phú Thọ`),
    )
    const { rows } = await world.owner.query('select over_id from area_reach where area_id = $1', [first])
    expect(rows.map((r) => r.over_id)).toContain(demoAreas.tamHongToday)
    const { rows: audit } = await world.owner.query(
      "select count(*)::int as n from audit_line where what = 'area.merge'",
    )
    expect(audit[0]?.n).toBe(1)
  })

  it('is recorded after another of the same unit, not beside it: a village that was merged is not named anew', async () => {
    const [, , third, fourth, fifth] = demoAreas.villages.yenPhuong
    const into = { name: 'Thôn Phương Trù', kind: 'thon', code: null, parentId: demoAreas.tamHongToday }
    const record = (change: object) => () => world.as('quantri').post('/api/area-events', event(change))
    const merge = record({ kind: 'merge', areaIds: [third, fourth], into })
    const rename = record({ kind: 'rename', areaId: third, name: 'Thôn Khác' })
    expect(answersIn(await meetingAt(world, 'area_event', [merge, rename]))).toEqual(['ok', 'area.not_found'])
    const twice = record({ kind: 'rename', areaId: fifth, name: 'Thôn Năm' })
    expect(answersIn(await meetingAt(world, 'area_event', [twice, twice]))).toEqual(['ok', 'area.changed_later'])
    const { rows } = await world.owner.query(
      'select count(*)::int as n from area_version where area_id = $1 and valid_until is null',
      [third],
    )
    expect(rows).toEqual([{ n: 0 }])
  })

  it('is refused truly for a unit whose end is recorded for a later day, and for one that would end in itself', async () => {
    const [, , , , , sixth, seventh] = demoAreas.villages.tamHong
    const record = (change: object, day?: string) => world.as('quantri').post('/api/area-events', event(change, day))
    const into = { name: 'Thôn Ngày Mai', kind: 'thon', code: null, parentId: demoAreas.tamHongToday }
    const kept = await record({ kind: 'abolish', areaId: sixth, successors: [{ areaId: sixth, share: 1 }] })
    expect(kept.json()).toMatchObject({ code: 'area.into_itself' })
    expect((await record({ kind: 'merge', areaIds: [sixth, seventh], into }, '2026-12-01')).statusCode).toBe(200)
    const early = await record({ kind: 'rename', areaId: sixth, name: 'Thôn Hai Ba' }, '2026-11-20')
    expect(early.json()).toMatchObject({
      code: 'area.ends_later',
      title: { vi: expect.stringContaining('kết thúc ngày 01/12/2026') },
    })
  })

  it('is refused to everybody but an administrator of all units it names', async () => {
    const rename = event({ kind: 'rename', areaId: demoAreas.tamHongToday, name: 'Xã Khác' })
    for (const person of ['hung', 'bich', 'lan', 'kiem', 'la'] as const)
      expect((await world.as(person).post('/api/area-events', rename)).json()).toMatchObject({ code: 'access.denied' })
  })

  it('is refused in words: no later than what is known, no code twice, no village left behind', async () => {
    const refuse = async (change: object, code: string, day?: string) =>
      expect((await world.as('quantri').post('/api/area-events', event(change, day))).json()).toMatchObject({ code })
    const areaId = demoAreas.tamHongToday
    await refuse({ kind: 'rename', areaId, name: 'Xã Khác' }, 'area.changed_later', '2025-07-01')
    await refuse({ kind: 'rename', areaId: demoAreas.tamHong2021, name: 'Xã Khác' }, 'area.not_found')
    await refuse({ kind: 'change_code', areaId, code: '06979' }, 'area.code_taken')
    await refuse({ kind: 'abolish', areaId, successors: [] }, 'area.children_left')
    await refuse({ kind: 'change_kind', areaId, to: 'thon', name: 'Thôn' }, 'area.kind_of_other_level')
  })

  it('a commune that becomes a township turns urban from that day, for its villages too', async () => {
    const change = { kind: 'change_kind', areaId: demoAreas.kyThuongToday, to: 'phuong', name: 'Phường Kỳ Thượng' }
    expect((await world.as('quantri').post('/api/area-events', event(change))).statusCode).toBe(200)
    const { areaId, ...before } = (await world.as('son').get(`/api/areas/${change.areaId}?day=2026-09-30`)).json().area
    const after = (await world.as('son').get(`/api/areas/${areaId}`)).json().area
    expect([before.settlement, after.settlement]).toEqual(['rural', 'urban'])
  })

  it('a status is entered by decision, and refused to a province official', async () => {
    const url = `/api/areas/${demoAreas.thongNhat}/statuses`
    const body = { status: 'kv1', from: '2026-03-01', until: null, decision: 'Quyết định 60/QĐ-BDTTG' }
    expect((await world.as('lan').post(url, body)).json()).toMatchObject({ code: 'access.denied' })
    expect((await world.as('quantri').post(url, body)).statusCode).toBe(200)
    const { statuses } = (await world.as('son').get(`/api/areas/${demoAreas.thongNhat}`)).json()
    expect(statuses).toMatchObject([{ status: 'kv1', decision: 'Quyết định 60/QĐ-BDTTG' }])
    const again = async (period: object) => (await world.as('quantri').post(url, { ...body, ...period })).json().code
    for (const period of [{}, { from: '2026-06-01' }, { from: '2026-01-01', until: '2026-03-02' }])
      expect(await again(period)).toBe('area.status_held')
    expect(await again({ from: '2026-01-01', until: '2026-03-01' })).toBe(undefined)
  })

  it('a unit begins under a name that stands there only once on a day', async () => {
    const unit = { name: 'Thôn Song Sinh', kind: 'thon', code: null, parentId: demoAreas.tamHongToday }
    const begin = (name: string) =>
      world.as('quantri').post('/api/area-events', {
        ...{ change: { kind: 'create', unit: { ...unit, name } }, day: '2026-11-01' },
        ...{ legalBasis: 'Nghị quyết 1', mark: 'text' },
      })
    expect((await begin(unit.name)).statusCode).toBe(200)
    expect((await begin('thôn song sinh')).json()).toMatchObject({ code: 'area.name_taken' })
  })
})
