/** Hùng brings the officials of his commune from the file of the personnel system: all of it or nothing, and the same file twice changes nothing. */
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { wordKey } from '#kernel/cells.ts'
import { usualLimits } from '#platform/server/documents/xlsx/limits.ts'
import { openBook } from '#platform/server/documents/xlsx/read.ts'
import { bodyActs } from '#test/bodies.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const tamHong = demoAreas.tamHongToday
const heads = [
  ...['Số hiệu cán bộ', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Dân tộc', 'Nói được tiếng dân tộc', 'Số CCCD'],
  ...['Số điện thoại', 'Đơn vị', 'Thuộc', 'Chức danh', 'Cách giữ', 'Từ ngày', 'Đến hết ngày', 'Số quyết định'],
  'Ngày quyết định',
] as const
type Cells = Partial<Record<(typeof heads)[number], string>>
const specialist = 'Công chức, cán bộ làm công tác giảm nghèo'
const head = 'Trưởng thôn, bản, tổ dân phố'
const row = (part: Cells): string => {
  const all: Cells = {
    ...{ 'Họ và tên': 'Lò Văn Pản', 'Giới tính': 'Nam', 'Ngày sinh': '05/11/1986', 'Dân tộc': 'Thái' },
    ...{ 'Đơn vị': 'Xã Tam Hồng', 'Chức danh': specialist, 'Từ ngày': '15/01/2026', ...part },
  }
  return heads.map((key) => `"${all[key] ?? ''}"`).join(';')
}
const fileOf = (rows: readonly string[]) => ({
  name: 'can-bo.csv',
  type: 'text/csv',
  bytes: Buffer.from(`\ufeff${[heads.join(';'), ...rows].join('\r\n')}\r\n`),
})
const check = (
  rows: readonly string[],
  { person = 'hung', areaId = tamHong }: { person?: PersonName; areaId?: string } = {},
) => world.as(person).upload('/api/officials/import/check', { areaId }, fileOf(rows))
async function write(rows: readonly string[], more: Record<string, string> = {}, areaId: string = tamHong) {
  const { sha256, seen } = (await check(rows, { areaId })).json()
  return world.as('hung').upload('/api/officials/import', { areaId, sha256, seen, ...more }, fileOf(rows))
}
async function written(rows: readonly string[]) {
  const reply = await write(rows)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const list = async (q: string) =>
  (await world.as('hung').get(`/api/areas/${tamHong}/officials?q=${encodeURIComponent(q)}`)).json()
const open = async (id: string) => (await world.as('hung').post(`/api/officials/${id}/open`, {})).json()

describe('a file of officials', () => {
  it('is checked, written, and read back with posts and particulars, marked as taken over', async () => {
    const rows = [
      row({ 'Số hiệu cán bộ': 'CB01', 'Số điện thoại': '0912 345 678', 'Nói được tiếng dân tộc': 'Thái; Mông' }),
      row({ 'Số hiệu cán bộ': 'CB01', 'Đơn vị': 'Thôn 1', 'Chức danh': head, 'Từ ngày': '01/03/2026' }),
      row({ 'Họ và tên': 'Hà Thị Ún', 'Giới tính': 'Nữ', 'Ngày sinh': '1990', 'Chức danh': '', 'Từ ngày': '' }),
    ]
    const told = (await check(rows)).json()
    expect(told, JSON.stringify(told.faults)).toMatchObject({
      people: 2,
      added: 2,
      given: 2,
      faultCount: 0,
      doubtCount: 0,
    })
    expect((await list('Pản')).total).toBe(0)
    expect(await written(rows)).toEqual({ people: 2, added: 2, changed: 0, unchanged: 0, given: 2 })
    const [found] = (await list('Pản')).rows
    expect(found.posts.map((one: { areaName: string }) => one.areaName)).toEqual(['Xã Tam Hồng', 'Thôn 1'])
    const particulars = await open(found.officialId)
    expect(particulars).toMatchObject({ birth: { year: 1986, month: 11, day: 5 }, phone: '0912345678' })
    expect(particulars.takenOver).toContain('phone')
    const [other] = (await list('Ún')).rows
    expect(other).toMatchObject({ unitName: 'Xã Tam Hồng', posts: [] })
    expect((await open(other.officialId)).takenOver).toEqual([])
  })

  it('changes nothing the second time, and of another file only what that says otherwise', async () => {
    const mine = { 'Số hiệu cán bộ': 'CB02', 'Họ và tên': 'Vàng A Chứ', 'Số CCCD': '', 'Số điện thoại': '0911111111' }
    await written([row(mine)])
    const before = (await list('Chứ')).rows
    expect(await written([row(mine)])).toMatchObject({ added: 0, changed: 0, unchanged: 1, given: 0 })
    expect((await list('Chứ')).rows).toEqual(before)
    // What is left empty stays; a year alone says no other birth.
    const less = { ...mine, 'Số điện thoại': '', 'Ngày sinh': '1986' }
    expect(await written([row(less)])).toMatchObject({ changed: 0, unchanged: 1 })
    const other = row({ ...mine, 'Họ và tên': 'Vàng A Chử', 'Số điện thoại': '0922222222' })
    const told = (await check([other])).json()
    expect(told).toMatchObject({ changed: 1, faultCount: 0, doubtCount: 2 })
    expect(told.doubts.map(({ cell, vi }: { cell: string; vi: string }) => [cell, vi])).toEqual([
      ['B2', 'Trong sổ người này tên Vàng A Chứ; tên sẽ được thay theo tệp.'],
      ['H2', 'Sổ ghi khác; sẽ được thay theo tệp.'],
    ])
    expect(JSON.stringify(told)).not.toContain('0911111111')
    await written([other])
    expect(await open(before[0].officialId)).toMatchObject({ name: 'Vàng A Chử', phone: '0922222222' })
  })

  it('asks about a post that is held already: by the norm, of a village head, and by another row of the file', async () => {
    const leader = 'Lãnh đạo phụ trách giảm nghèo'
    const unit = { kind: 'create', unit: { name: 'Thôn Tệp', kind: 'thon', code: null, parentId: tamHong } }
    await world.as('quantri').post('/api/area-events', {
      ...{ change: unit, day: '2026-01-02', legalBasis: 'Nghị quyết 5/NQ-HĐND', mark: 'text' },
    })
    const of = (name: string, part: Cells) =>
      row({ 'Họ và tên': name, 'Đơn vị': 'Thôn Tệp', 'Chức danh': head, ...part })
    const first = of('Lò Văn Trưởng', { 'Từ ngày': '01/02/2026' })
    expect((await check([first])).json()).toMatchObject({ doubtCount: 0, faultCount: 0 })
    await written([first])
    const rows = [
      first,
      of('Lò Văn Nữa', { 'Từ ngày': '01/03/2026' }),
      of('Lò Văn Trước', { 'Từ ngày': '05/01/2026', 'Đến hết ngày': '31/01/2026' }),
      of('Lò Văn Phó', { 'Từ ngày': '01/03/2026', 'Cách giữ': 'Cấp phó' }),
      row({ 'Họ và tên': 'Lò Văn Lãnh', 'Chức danh': leader, 'Từ ngày': '01/08/2025', 'Đến hết ngày': '01/09/2025' }),
      row({ 'Họ và tên': 'Lò Văn Đạo', 'Chức danh': leader, 'Từ ngày': '15/08/2025', 'Đến hết ngày': '01/09/2025' }),
    ]
    const told = (await check(rows)).json()
    expect(told.faults).toEqual([])
    const doubts = told.doubts.filter(({ row: at }: { row: number }) => at !== 6)
    expect(doubts.map(({ row: at, vi }: { row: number; vi: string }) => [at, vi])).toEqual([
      [3, expect.stringMatching(/mỗi đơn vị một người; ngày \d\d\/\d\d\/\d{4} đang giữ: Lò Văn Trưởng\./)],
      [7, expect.stringMatching(/Định mức 1 người đã đủ; ngày .* đang giữ: .*Lò Văn Lãnh \(tệp, dòng 6\)/)],
    ])
    // What was looked at is written.
    expect(await written(rows)).toMatchObject({ added: 5 })
  })

  it('gives no post after a death', async () => {
    const mine = { 'Họ và tên': 'Vàng A Khuất', 'Số hiệu cán bộ': 'CB09', 'Số CCCD': '' }
    await written([row({ ...mine, 'Chức danh': '', 'Từ ngày': '' })])
    const [{ officialId }] = (await list('Khuất')).rows
    await bodyActs(world).died(officialId, '2026-03-31')
    const told = (await check([row({ ...mine, 'Từ ngày': '04/05/2026' })])).json()
    expect(told.faults).toMatchObject([{ vi: expect.stringContaining('Vàng A Khuất đã qua đời') }])
  })

  it('finds who is known by citizen id, else by name, birth and unit; who is only alike is told', async () => {
    const sung = {
      'Họ và tên': 'Sùng A Lử',
      'Cách giữ': 'Cấp phó',
      'Ngày sinh': '12/12/1986',
      'Số CCCD': '026086001232',
    }
    await written([row(sung)])
    const renamed = { ...sung, 'Họ và tên': 'Sùng Seo Lử', 'Số hiệu cán bộ': 'CB77' }
    // Of a citizen id alone is not told whose it is.
    const { doubts } = (await check([row(renamed)])).json()
    expect(doubts).toMatchObject([{ cell: 'B2', vi: expect.stringContaining('ghi với họ tên khác') }])
    expect(await written([row(renamed)])).toMatchObject({ added: 0, changed: 1 })
    expect(await written([row({ ...renamed, 'Số CCCD': '', 'Số hiệu cán bộ': '' })])).toMatchObject({ unchanged: 1 })
    const alike = row({ ...renamed, 'Số CCCD': '', 'Số hiệu cán bộ': 'CB78' })
    const told = (await check([alike])).json()
    expect(told).toMatchObject({ added: 1, doubtCount: 1 })
    expect(told.doubts[0].vi).toContain('Sùng Seo Lử (1986, Xã Tam Hồng)')
  })

  it.each<[string, Cells | Cells[], string, string]>([
    ['no name', { 'Họ và tên': '' }, 'B2', 'không được để trống'],
    ['no name that one has', { 'Họ và tên': '1234' }, 'B2', 'chỉ gồm chữ'],
    ['a sex nobody knows', { 'Giới tính': 'Khác' }, 'C2', 'Nam hoặc Nữ'],
    ['no day', { 'Ngày sinh': '31/02/1986' }, 'D2', 'Lịch không có ngày sinh này'],
    ['a child', { 'Ngày sinh': '2019' }, 'D2', 'chưa đủ 15 tuổi'],
    ['somebody not born yet', { 'Ngày sinh': '05/11/2027' }, 'D2', 'chưa tới, hôm nay là'],
    ['two figures of a year', { 'Ngày sinh': '1786' }, 'D2', 'trước 1900'],
    ['no people', { 'Dân tộc': 'Hy Lạp' }, 'E2', 'Hy Lạp'],
    ['a people by other tones', { 'Dân tộc': 'Hỏa' }, 'E2', 'Có phải “Hoa”?'],
    ['another sex in the id', { 'Số CCCD': '026186001232' }, 'G2', ''],
    ['a short phone', { 'Số điện thoại': '12' }, 'H2', '9 đến 11 chữ số'],
    ['a unit nowhere', { 'Đơn vị': 'Xã Không Có' }, 'I2', 'Không có đơn vị “Xã Không Có”'],
    ['a unit of the neighbour', { 'Đơn vị': 'Xã Kỳ Thượng' }, 'I2', 'Không có đơn vị'],
    ['a post nobody knows', { 'Chức danh': 'Bộ trưởng' }, 'K2', 'Bộ trưởng'],
    ['a post of a village', { 'Chức danh': head }, 'K2', 'không có ở cấp của Xã Tam Hồng'],
    ['a post without a day', { 'Từ ngày': '' }, 'M2', 'không được để trống'],
    ['before the unit', { 'Từ ngày': '01/01/2020' }, 'M2', 'có từ ngày'],
    ['a day without a post', { 'Chức danh': '' }, 'K2', 'Hãy ghi chức danh'],
    ['an end before the begin', { 'Đến hết ngày': '01/01/2026' }, 'N2', 'không thể trước ngày bắt đầu'],
    ['a first day of another century', { 'Từ ngày': '15/01/2999' }, 'M2', 'Ngày bắt đầu phải từ'],
    ['a last day of another century', { 'Đến hết ngày': '31/12/2999' }, 'N2', 'không thể sau 31/12/2036'],
    ['a decision of days to come', { 'Ngày quyết định': '01/01/2999' }, 'P2', 'Ngày quyết định phải từ'],
    ['twice in one post', [{}, { 'Từ ngày': '01/02/2026' }], 'M3', 'Dòng 2 đã ghi'],
    [
      'one number for two',
      [
        { 'Số hiệu cán bộ': 'CB90' },
        { 'Số hiệu cán bộ': 'CB90', 'Họ và tên': 'Lò Văn Tủa', 'Chức danh': '', 'Từ ngày': '' },
      ],
      ...(['B3', 'Dòng 2 ghi khác'] as const),
    ],
    [
      'one number for two people',
      [{ 'Số hiệu cán bộ': 'CB91' }, { 'Số hiệu cán bộ': 'CB91', 'Họ và tên': 'Hà Văn Khác', 'Ngày sinh': '1990' }],
      ...(['A3', 'Số hiệu này trùng với dòng 2'] as const),
    ],
    ['a phone without its zero', { 'Số điện thoại': '912345678' }, 'H2', 'có phải 0912345678?'],
    ['a post that there is not', { 'Chức danh': 'Phó tổ trưởng' }, 'K2', 'một trong “Lãnh đạo phụ trách giảm nghèo”'],
    ['a unit that has ended', { 'Đơn vị': 'Xã Yên Đồng' }, 'I2', '“Xã Yên Đồng” đã hết, nay là Xã Tam Hồng.'],
  ])('is told in words what is wrong: %s', async (_what, part, cell, words) => {
    const rows = (Array.isArray(part) ? part : [part]).map(row)
    const { faults } = (await check(rows)).json()
    expect(faults.map((fault: { cell: string }) => fault.cell)).toContain(cell)
    expect(faults.find((fault: { cell: string }) => fault.cell === cell).vi).toContain(words)
    expect(await refusal(world, () => write(rows))).toBe('import.has_errors')
  })

  it('knows posts by the names that offices use, and its template lists them', async () => {
    const short = (post: string, unit: string, name: string) =>
      row({ 'Họ và tên': name, 'Chức danh': post, 'Đơn vị': unit, Thuộc: unit === 'Thôn 2' ? 'Xã Tam Hồng' : '' })
    const names = [
      short('Trưởng thôn', 'Thôn 2', 'Lường Văn Thôn'),
      short('Điều tra viên', 'Thôn 2', 'Lường Văn Điều'),
      short('Công chức giảm nghèo', 'Xã Tam Hồng', 'Lường Văn Công'),
    ]
    expect((await check(names)).json().faults).toEqual([])
    const { rows } = await world.owner.query<{ id: string; names: string[] }>(
      'select id, also_called || array[vi, en, id] as names from post',
    )
    const keys = rows.flatMap(({ id, names: called }) => [...new Set(called.map(wordKey))].map((key) => ({ id, key })))
    expect(keys.length).toBe(new Set(keys.map(({ key }) => key)).size)
    const template = await world.as('hung').get('/api/officials/import/template')
    const book = await openBook(template.rawPayload, usualLimits)
    const guide = await book.rows(book.sheets.findIndex(({ name }) => name === 'Hướng dẫn'))
    const said = guide.map(({ cells }) => cells.join('|')).join('\n')
    expect(said).toContain('Trưởng thôn, bản, tổ dân phố; hoặc: Trưởng thôn')
    expect(said).toContain('Điều tra viên, rà soát viên; hoặc: Điều tra viên')
  })

  it('asks about a cell that is a formula or a link', async () => {
    const cells = row({ 'Họ và tên': 'Lường Văn Liên' })
      .split(';')
      .map((cell) => cell.replace(/"/g, ''))
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('Danh sách')
    sheet.addRow([...heads])
    sheet.addRow(cells)
    sheet.getCell('B2').value = { formula: 'HYPERLINK("http://x","Lường Văn Liên")', result: 'Lường Văn Liên' }
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer())
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    const told = (
      await world.as('hung').upload('/api/officials/import/check', { areaId: tamHong }, { name: 'a.xlsx', type, bytes })
    ).json()
    expect(told.faults).toEqual([])
    expect(told.doubts[0]).toMatchObject({ cell: 'B2', vi: expect.stringContaining('HYPERLINK') })
  })

  it('names one person of the roster once, and nobody born before anybody who serves', async () => {
    const number = (n: string) => ({ 'Số hiệu cán bộ': n, 'Họ và tên': 'Hạng A Bảy', 'Ngày sinh': '03/04/1991' })
    const noPost = { 'Chức danh': '', 'Từ ngày': '' }
    await written([row({ ...number('ZZ1'), 'Số CCCD': '001091000123' })])
    const eighth = { 'Họ và tên': 'Hạng A Tám', 'Ngày sinh': '03/04/1991', 'Số CCCD': '001091000123' }
    const { faults } = (await check([row({ ...number('ZZ1'), ...noPost }), row({ ...eighth, ...noPost })])).json()
    expect(faults.map((one: { row: number }) => one.row)).toEqual([2, 3])
    expect(faults[0].vi).toContain('cùng là một người trong sổ')
    const old = row({ 'Họ và tên': 'Sùng A Cổ', 'Ngày sinh': '1889' })
    expect((await check([old])).json().faults).toMatchObject([{ row: 2, vi: expect.stringContaining('trước 1900') }])
    const atVillage = await check([row({ 'Họ và tên': 'Sùng A Mới' })], {
      areaId: demoAreas.villages.tamHong[0] as string,
    })
    expect(atVillage.json().code).toBe('official.import_place')
  })

  it('takes a year and a whole day of birth for one person and says so; for whom of two it asks', async () => {
    const noPost = { 'Chức danh': '', 'Từ ngày': '' }
    const born = (day: string, part: Cells = {}) =>
      row({ 'Họ và tên': 'Lường Thị Sao', 'Giới tính': 'Nữ', 'Ngày sinh': day, ...part })
    const rows = [
      born('1980', { 'Cách giữ': 'Cấp phó' }),
      born('05/11/1980', { 'Đơn vị': 'Thôn 1', 'Chức danh': head }),
    ]
    const told = (await check(rows)).json()
    expect(told).toMatchObject({ people: 1, added: 1, faultCount: 0, doubtCount: 1 })
    expect(told.doubts).toMatchObject([{ row: 3, vi: expect.stringContaining('được coi là một người') }])
    expect(await written(rows)).toMatchObject({ added: 1, given: 2 })
    expect(await written(rows)).toMatchObject({ added: 0, changed: 0, unchanged: 1, given: 0 })
    const [one] = (await list('Lường Thị Sao')).rows
    expect((await open(one.officialId)).birth).toEqual({ year: 1980, month: 11, day: 5 })
    const asked = (await check([born('1980', noPost), born('05/11/1980', noPost), born('06/12/1980', noPost)])).json()
    expect(asked.faults).toMatchObject([{ row: 2, cell: 'D2', vi: expect.stringContaining('Các dòng 3, 4') }])
  })

  it('does not give a post again that was taken back as a mistake, and says so', async () => {
    const mine = { 'Số hiệu cán bộ': 'CB79', 'Họ và tên': 'Lò Thị Muôn', 'Giới tính': 'Nữ' }
    await written([row(mine)])
    const [one] = (await list('Muôn')).rows
    const [{ appointmentId }] = one.posts
    const mistaken = { last: '2026-05-01', reason: 'entered_by_mistake' }
    expect((await world.as('hung').post(`/api/appointments/${appointmentId}/end`, mistaken)).statusCode).toBe(200)
    const told = (await check([row(mine)])).json()
    expect(told).toMatchObject({ unchanged: 1, given: 0, doubtCount: 1 })
    expect(told.doubts).toMatchObject([{ cell: 'K2', vi: expect.stringContaining('vì ghi nhầm') }])
    expect(await written([row(mine)])).toMatchObject({ given: 0 })
    expect((await list('Muôn')).rows).toMatchObject([{ posts: [] }])
    expect(await written([row({ ...mine, 'Từ ngày': '01/02/2026' })])).toMatchObject({ given: 1 })
  })

  it('is told of a post that the roster has otherwise, and ends none', async () => {
    const mine = { 'Số hiệu cán bộ': 'CB03', 'Họ và tên': 'Lường Văn Inh' }
    await written([row(mine)])
    const ended = row({ ...mine, 'Đến hết ngày': '30/06/2026' })
    const { faults } = (await check([ended])).json()
    expect(faults).toMatchObject([{ cell: 'M2' }])
    expect(faults[0].vi).toContain('từ 15/01/2026, đang giữ, khác với dòng này')
    const again = row({ ...mine, 'Đơn vị': 'Thôn 2', 'Chức danh': head, 'Từ ngày': '01/07/2026' })
    expect(await written([row(mine), again])).toMatchObject({ changed: 1, given: 1 })
  })

  it('is refused where the roster changed since the check, and for another file', async () => {
    const mine = {
      'Số hiệu cán bộ': 'CB04',
      'Họ và tên': 'Quàng Thị Ánh',
      'Giới tính': 'Nữ',
      'Số điện thoại': '0933333333',
    }
    await written([row(mine)])
    const rows = [row({ ...mine, 'Số điện thoại': '0944444444' })]
    const { sha256, seen } = (await check(rows)).json()
    const [{ officialId }] = (await list('Quàng')).rows
    const change = { phone: '0955555555', was: { phone: '0933333333' } }
    expect((await world.as('hung').post(`/api/officials/${officialId}/change`, change)).statusCode).toBe(200)
    expect((await open(officialId)).takenOver).not.toContain('phone')
    const fields = { areaId: tamHong, sha256, seen }
    const sent = () => world.as('hung').upload('/api/officials/import', fields, fileOf(rows))
    expect(await refusal(world, sent)).toBe('import.register_changed')
    expect(await refusal(world, () => write(rows, { sha256: '0'.repeat(64) }))).toBe('import.changed')
  })

  it('says what it understood otherwise than it is written, once for each spelling, and a digit in a name', async () => {
    const noPost = { 'Chức danh': '', 'Từ ngày': '' }
    const of = (name: string, sex: string) => row({ 'Họ và tên': name, 'Giới tính': sex, ...noPost })
    const told = (await check([of('Hà Thị Nhất', 'Nu'), of('Hà Thị Nhì', 'Nu'), of('Hà Thị Ba 2', 'NỮ')])).json()
    expect(told.faults).toEqual([])
    expect(told.doubts).toMatchObject([
      { cell: 'C2', vi: '“Nu” được hiểu là Nữ, ở 2 dòng. Nếu không phải, hãy ghi lại Nam hoặc Nữ.' },
      { cell: 'B4', vi: expect.stringContaining('Họ tên có chữ số') },
    ])
  })

  it('finds a village by the name that it had in its commune of then', async () => {
    const at = { 'Đơn vị': 'Thôn 1', 'Chức danh': 'Điều tra viên, rà soát viên', 'Số hiệu cán bộ': 'CB92' }
    const then = { ...at, 'Họ và tên': 'Hà Văn Xưa', Thuộc: 'Xã Yên Đồng' }
    expect(await written([row(then)])).toMatchObject({ given: 1 })
    const [found] = (await list('Hà Văn Xưa')).rows
    expect(found.posts).toMatchObject([{ areaName: 'Thôn 13' }])
    // Of the commune of today the name of today is meant.
    const now = { ...at, 'Họ và tên': 'Hà Văn Nay', 'Số hiệu cán bộ': 'CB93', Thuộc: 'Xã Tam Hồng' }
    await written([row(now)])
    expect((await list('Hà Văn Nay')).rows[0].posts).toMatchObject([{ areaName: 'Thôn 1' }])
  })

  it('takes home with a faulty row what speaks of the same person, not all of one name', async () => {
    const of = (part: Cells) => row({ 'Họ và tên': 'Hà Văn Trùng', 'Chức danh': '', 'Từ ngày': '', ...part })
    const rows = [
      of({ 'Giới tính': '?', 'Ngày sinh': '01/02/1980', 'Số hiệu cán bộ': 'CB94' }),
      of({ 'Ngày sinh': '01/02/1980' }),
      of({ 'Ngày sinh': '05/06/1990', 'Số hiệu cán bộ': 'CB95' }),
    ]
    expect((await check(rows)).json()).toMatchObject({ faultCount: 1, sheetRows: 2 })
  })

  it('is refused where the roster gave meanwhile what it would ask about', async () => {
    const post = { 'Đơn vị': 'Thôn 2', 'Chức danh': 'Bí thư chi bộ', 'Từ ngày': '01/03/2026' }
    const rows = [row({ 'Họ và tên': 'Hà Văn Tệp', 'Số hiệu cán bộ': 'CB96', ...post })]
    const { sha256, seen, doubtCount } = (await check(rows)).json()
    expect(doubtCount).toBe(0)
    const thon2 = demoAreas.villages.tamHong[1] as string
    await bodyActs(world).person('Hà Văn Tay', { post: 'cell_secretary', areaId: thon2 })
    const sent = (more: object) =>
      world.as('hung').upload('/api/officials/import', { areaId: tamHong, sha256, seen, ...more }, fileOf(rows))
    expect(await refusal(world, () => sent({}))).toBe('import.register_changed')
    const again = (await check(rows)).json()
    expect(again.doubts).toMatchObject([{ cell: 'K2', vi: expect.stringContaining('đang giữ: Hà Văn Tay') }])
    expect((await sent({ seen: again.seen })).statusCode).toBe(200)
  })

  it('is taken from who keeps the roster there alone, and touches no record of a neighbour', async () => {
    for (const person of ['kiem', 'dao'] as const)
      expect(await refusal(world, () => check([row({})], { person })), person).toBe('access.denied')
    expect(await refusal(world, () => check([row({})], { areaId: demoAreas.kyThuongToday }))).toBe('access.denied')
    const theirs = { 'Số hiệu cán bộ': 'KT01', 'Họ và tên': 'Bàn Văn Ba', 'Dân tộc': 'Dao' }
    const at = { unitId: demoAreas.kyThuongToday, officialId: crypto.randomUUID(), holds: null }
    const said = { name: 'Bàn Văn Ba', sex: 'male', birth: { year: 1980 }, ethnicity: '09', languages: [], phone: '' }
    const added = await world.as('son').post('/api/officials', { ...at, ...said, personalNumber: 'KT01' })
    expect(added.statusCode, added.body).toBe(200)
    const { faults } = (await check([row(theirs)])).json()
    expect(faults).toMatchObject([{ cell: 'A2' }])
    expect(faults[0].vi).toContain('do đơn vị khác giữ hồ sơ')
  })

  it('of two thousand rows is told its mistakes, and written when it has none', async () => {
    const number = (at: number) => `HR${String(at).padStart(5, '0')}`
    const letters = 'ABCDEGHIKLMNOPQRSTUVXY'
    const named = (at: number) =>
      `Nguyễn ${letters[at % 22]}${letters[Math.floor(at / 22) % 22]?.toLowerCase()} ${letters[Math.floor(at / 484)]}`
    const rows = Array.from({ length: 2000 }, (_, at) =>
      row({
        'Số hiệu cán bộ': number(at),
        'Họ và tên': named(at),
        'Đơn vị': 'Thôn 1',
        'Chức danh': 'Điều tra viên, rà soát viên',
      }),
    )
    const wrong = rows.map((one, at) => (at % 100 === 7 ? one.replace('"Nam"', '"?"') : one))
    const told = (await check(wrong)).json()
    expect(told).toMatchObject({ people: 1980, faultCount: 20 })
    expect(told.faults[0]).toMatchObject({ cell: 'C9' })
    const from = performance.now()
    expect(await written(rows)).toEqual({ people: 2000, added: 2000, changed: 0, unchanged: 0, given: 2000 })
    expect(performance.now() - from).toBeLessThan(60_000)
    expect(await written(rows)).toMatchObject({ added: 0, changed: 0, unchanged: 2000, given: 0 })
  }, 120_000)

  it('has a template that reads back without a fault', async () => {
    const template = await world.as('hung').get('/api/officials/import/template')
    expect(template.statusCode).toBe(200)
    expect((await world.as('kiem').get('/api/officials/import/template')).statusCode).toBe(403)
  })
})

describe('villages of one name after a merge', () => {
  const made = async (change: object, day = '2026-10-01') => {
    const sent = { change, day, legalBasis: 'Nghị quyết 1/NQ-HĐND', mark: 'text' }
    const reply = await world.as('quantri').post('/api/area-events', sent)
    expect(reply.statusCode, reply.body).toBe(200)
    return reply.json().began[0]
  }
  const unit = (parentId: string, name: string, code: string | null, kind = 'xa') => ({
    kind: 'create',
    unit: { name, kind, code, parentId },
  })
  it('are told by the former commune or the code; the sentence names what tells them apart', async () => {
    const communes: string[] = []
    for (const [name, code] of [
      ['Xã Lập Cũ', '99801'],
      ['Xã Hợp Cũ', '99802'],
    ] as const) {
      const commune = await made(unit(demoAreas.phuTho, name, code))
      await made(unit(commune, 'Thôn Song Sinh', null, 'thon'))
      communes.push(commune)
    }
    const into = { name: 'Xã Lập Hợp', kind: 'xa', code: '99803', parentId: demoAreas.phuTho }
    const merged = await made({ kind: 'merge', areaIds: communes, into }, '2026-11-01')
    const held = (within: string) =>
      row({ 'Đơn vị': 'Thôn Song Sinh', Thuộc: within, 'Chức danh': head, 'Từ ngày': '10/11/2026' })
    const checked = async (within: string) =>
      (await check([held(within)], { person: 'lan', areaId: demoAreas.phuTho })).json()
    const { faults } = await checked('Xã Lập Hợp')
    expect(faults[0].vi).toContain('trước đây thuộc Xã Lập Cũ')
    expect(faults[0].vi).toContain('trước đây thuộc Xã Hợp Cũ')
    expect(await checked('Xã Lập Cũ')).toMatchObject({ faultCount: 0, added: 1, given: 1 })
    const { areas } = (await world.as('lan').get(`/api/areas/${merged}/children`)).json()
    expect(areas.map((one: { formerly: string }) => one.formerly).sort()).toEqual(['Xã Hợp Cũ', 'Xã Lập Cũ'])
    const found = (await world.as('lan').get('/api/areas/search?q=song%20sinh')).json().areas
    expect(found.map((one: { formerly: string }) => one.formerly).sort()).toEqual(['Xã Hợp Cũ', 'Xã Lập Cũ'])
    // Where nobody has the same name, nothing is said of what was before.
    const [only] = (await world.as('lan').get(`/api/areas/search?q=99803`)).json().areas
    expect(only.formerly).toBeNull()
  })
})

describe('a file longer than one batch', () => {
  const filler = Array.from({ length: 1_050 }, (_, at) =>
    row({ 'Họ và tên': `Đồng Văn ${letters(at)}`, 'Ngày sinh': '1990', 'Chức danh': '', 'Từ ngày': '' }),
  )
  it('asks between rows that lie far apart as between those that lie together', async () => {
    const trainer = { 'Chức danh': 'Giảng viên, báo cáo viên' }
    await written([row({ ...trainer, 'Họ và tên': 'Xa Văn Cách', 'Số hiệu cán bộ': 'E1', 'Số CCCD': '025086000017' })])
    const [first, second] = [
      row({ 'Họ và tên': 'Xa Văn Cách', 'Số hiệu cán bộ': 'E1', 'Chức danh': '', 'Từ ngày': '' }),
      row({ 'Họ và tên': 'Xa Văn Khác', 'Số CCCD': '025086000017', 'Chức danh': '', 'Từ ngày': '' }),
    ]
    const told = (await check([first, ...filler, second])).json()
    expect(told.faults.map(({ row: at }: { row: number }) => at)).toEqual([2, 1_053])
    expect(told.faults[0].vi).toContain('cùng là một người trong sổ')
    const sole = { 'Chức danh': 'Bí thư chi bộ', 'Đơn vị': 'Thôn 20', 'Từ ngày': '01/03/2026' }
    const heads = [row({ ...sole, 'Họ và tên': 'Bí Thư Một' }), row({ ...sole, 'Họ và tên': 'Bí Thư Hai' })]
    const asked = (await check([heads[0] ?? '', ...filler, heads[1] ?? ''])).json()
    expect(asked).toMatchObject({ faultCount: 0, doubtCount: 1, doubts: [{ row: 1_053 }] })
  })
})

describe('rows that fit several people of the file', () => {
  const alike = { 'Họ và tên': 'Vũ Văn Ám', 'Ngày sinh': '1980' }
  it('say who is meant, wherever they stand', async () => {
    const numbered = ['Q1', 'Q2'].map((number) =>
      row({ ...alike, 'Số hiệu cán bộ': number, 'Chức danh': '', 'Từ ngày': '' }),
    )
    for (const rows of [
      [row(alike), ...numbered],
      [...numbered, row(alike)],
    ]) {
      const told = (await check(rows)).json()
      expect(told).toMatchObject({ faultCount: 1 })
      expect(told.faults[0].vi).toContain('cùng họ tên, cùng năm sinh')
    }
  })

  it('and one with a number, one with a citizen id are looked at before they become one', async () => {
    const rows = [
      row({ ...alike, 'Số hiệu cán bộ': 'Q3', 'Chức danh': '', 'Từ ngày': '' }),
      row({ ...alike, 'Số CCCD': '025080000011' }),
    ]
    const told = (await check(rows)).json()
    expect(told).toMatchObject({ faultCount: 0, people: 1 })
    expect(told.doubts.map(({ vi }: { vi: string }) => vi).join()).toContain('một dòng ghi số hiệu')
  })
})

describe('one name with and without its tone marks', () => {
  const holds = { 'Chức danh': '', 'Từ ngày': '' }
  const born = {
    'Họ và tên': 'Vũ Thị Trà Mướp',
    'Ngày sinh': '05/11/1980',
    'Số hiệu cán bộ': '',
    'Số CCCD': '',
    ...holds,
  }
  const bare = { ...born, 'Họ và tên': 'Vu Thi Tra Muop' }
  it('is looked at before two people are written', async () => {
    const told = (await check([row(born), row(bare)])).json()
    expect(told).toMatchObject({ faultCount: 0, people: 2 })
    expect(told.doubts).toMatchObject([{ row: 3, vi: expect.stringContaining('họ tên chỉ khác dấu') }])
  })

  it('is not asked about of two whose births or numbers differ', async () => {
    for (const apart of [{ 'Ngày sinh': '06/11/1980' }, { 'Số hiệu cán bộ': 'T2' }]) {
      const told = (await check([row({ ...born, 'Số hiệu cán bộ': 'T1' }), row({ ...bare, ...apart })])).json()
      expect(told.doubts).toEqual([])
    }
  })
})

/** "Ba", "Bb" ...: names without figures. */
function letters(at: number): string {
  const [high, low] = [Math.floor(at / 20), at % 20]
  return `${'BCDGHKLMNPQRSTVX'[high % 16]}${'aeiou'[low % 5]}${'aeiou'[Math.floor(low / 5)]} ${high > 15 ? 'Hai ' : ''}${high > 31 ? 'Ba ' : ''}${high > 47 ? 'Bốn' : ''}`.trim()
}

it('a unit that ends while the file is read is seen before anything is written', async () => {
  const recorded = async (change: object, day: string) => {
    const body = { change, day, legalBasis: 'Nghị quyết 6/NQ-HĐND', mark: 'text' }
    const reply = await world.as('quantri').post('/api/area-events', body)
    expect(reply.statusCode, reply.body).toBe(200)
    return reply.json().began as [string]
  }
  const unit = (name: string) => ({ name, kind: 'thon', code: null, parentId: tamHong })
  const [a] = await recorded({ kind: 'create', unit: unit('Thôn Đang Đọc') }, '2025-09-01')
  const [b] = await recorded({ kind: 'create', unit: unit('Thôn Bên Cạnh') }, '2025-09-01')
  const rows = [
    row({ 'Họ và tên': 'Lò Văn Đang', 'Đơn vị': 'Thôn Đang Đọc', 'Chức danh': head, 'Từ ngày': '01/12/2026' }),
  ]
  const { sha256, seen } = (await check(rows)).json()
  // Between the reading of the file and the act that writes.
  const { readers } = world.host.services
  const run = readers.run.bind(readers)
  const meanwhile = async (...asked: Parameters<typeof run>) => {
    const read = await run(...asked)
    Object.assign(readers, { run })
    await recorded({ kind: 'merge', areaIds: [a, b], into: unit('Thôn Đọc Xong') }, '2026-11-10')
    return read
  }
  Object.assign(readers, { run: meanwhile })
  const reply = await world.as('hung').upload('/api/officials/import', { areaId: tamHong, sha256, seen }, fileOf(rows))
  expect(reply.json()).toMatchObject({ code: 'import.register_changed' })
  expect((await list('Lò Văn Đang')).total).toBe(0)
})
