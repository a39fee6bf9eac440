/** The faulty rows of a file go home as a sheet, are corrected there, and come in again by the same importer. */
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { bodyActs } from './bodies.ts'
import { approvedTopics } from './training.ts'
import { openWorld, type PersonName, type World } from './world.ts'

let world: World
let frameworkId: string
beforeAll(async () => {
  world = await openWorld()
  const acts = bodyActs(world)
  await acts.founded({ name: 'Ban Chỉ đạo nước sạch' })
  for (const name of ['Lò Văn Ban', 'Lò Thị Hai']) await acts.person(name)
  await approvedTopics(world)
  const said = { name: 'Khung nạp từ tệp', periodFrom: 2026, periodUntil: 2030, programmeId: null, note: '' }
  const input = { frameworkId: newId(), areaId: demoAreas.phuTho, copyOf: null, ...said }
  frameworkId = (await world.as('dao').post('/api/frameworks', input)).json().frameworkId
})
afterAll(() => world.close())

const commune = { areaId: demoAreas.tamHongToday }
const edits = async () => String((await world.as('dao').get(`/api/frameworks/${frameworkId}`)).json().edits)

type Target = {
  readonly url: string
  readonly person: PersonName
  readonly fields: () => Promise<Record<string, string>>
  readonly heads: string
  /** The second of them is wrong in one cell. */
  readonly rows: readonly string[]
  /** The cell that is wrong, as the office's own file has it, and what it should be. */
  readonly cell: string
  readonly right: string
  /** Rows of the file that the sheet holds. */
  readonly holds: readonly number[]
  /** What is said once the corrected sheet is written. */
  readonly written: Record<string, number>
}
const targets = {
  households: {
    url: '/api/households/import',
    person: 'hung',
    fields: async () => ({ ...commune, listedOn: '2026-11-01' }),
    heads: 'STT;Thôn;Số hộ;Quan hệ với chủ hộ;Họ và tên;Giới tính;Ngày sinh;Dân tộc;Ghi chú của xã',
    rows: [
      '1;Thôn 1;801;Chủ hộ;Lường Văn Tám;Nam;1970;Kinh;',
      '2;Thôn 2;802;Chủ hộ;Lường Văn Chín;Nam;1971;Kinh;ở nhà con',
      '3;Thôn 2;802;Vợ;Lường Thị Mười;Nữ;31/02/1972;Kinh;',
      '4;Thôn 3;803;Chủ hộ;Lường Văn Sáu;Nam;1973;Kinh;',
    ],
    cell: 'G4',
    right: '28/02/1972',
    holds: [3, 4],
    written: { households: 1, members: 2 },
  },
  officials: {
    url: '/api/officials/import',
    person: 'hung',
    fields: async () => commune,
    heads: 'Họ và tên;Giới tính;Ngày sinh;Dân tộc;Đơn vị;Chức danh;Từ ngày',
    rows: [
      'Hà Văn Chín;Nam;01/02/1980;Kinh;Thôn 1;Điều tra viên, rà soát viên;15/01/2026',
      'Hà Văn Mười;Ông;01/02/1981;Kinh;Thôn 1;Điều tra viên, rà soát viên;15/01/2026',
    ],
    cell: 'B3',
    right: 'Nam',
    holds: [3],
    written: { people: 1, added: 1, changed: 0, unchanged: 0, given: 1 },
  },
  members: {
    url: '/api/body-members/import',
    person: 'hung',
    fields: async () => commune,
    heads: 'Tên Ban;Họ tên;Vai trò;Từ ngày',
    rows: [
      'Ban Chỉ đạo nước sạch;Lò Văn Ban;Trưởng ban;15/01/2026',
      'Ban Chỉ đạo nước sạch;Lò Thị Hai;Thành viên;15/13/2026',
    ],
    cell: 'D3',
    right: '15/01/2026',
    holds: [3],
    written: { rows: 1, bodies: 1, joined: 1, unchanged: 0 },
  },
  topics: {
    url: '/api/frameworks/import',
    person: 'dao',
    fields: async () => ({ frameworkId, edits: await edits() }),
    heads: 'Mã chuyên đề;Tên chuyên đề;Mục tiêu;Nội dung;Số tiết lý thuyết;Học trước',
    rows: ['CĐ1;Quy trình rà soát;;;4;', 'CĐ2;Họp dân;;;hai;CĐ1', 'CĐ3;Biên bản;;;2;'],
    cell: 'E3',
    right: '2',
    holds: [2, 3],
    written: { topics: 2, added: 2, changed: 0, unchanged: 0 },
  },
  ways: {
    url: '/api/training-ways/import',
    person: 'dao',
    fields: async () => ({ areaId: demoAreas.phuTho }),
    heads: 'Từ;Đến;Km',
    rows: ['Tỉnh Phú Thọ;Xã Yên Lạc;40', 'Xã Tam Hồng;Tỉnh Phú Thọ;bốn sáu'],
    cell: 'C3',
    right: '46',
    holds: [3],
    written: { ways: 1, added: 1, changed: 0, unchanged: 0 },
  },
  questions: {
    url: '/api/questions/import',
    person: 'dao',
    fields: async () => ({ areaId: demoAreas.phuTho }),
    heads: 'Mã chuyên đề;Loại câu;Câu hỏi;Đáp án',
    rows: ['CĐ1;Đúng hay sai;Họp thôn công khai.;Đúng', 'CĐ1;Đúng hay sai;Niêm yết danh sách.;A'],
    cell: 'D3',
    right: 'Đúng',
    holds: [3],
    written: { questions: 1, added: 1, unchanged: 0 },
  },
} satisfies Record<string, Target>

const textType = 'text/csv'
const bookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
type Sent = { readonly name: string; readonly type: string; readonly bytes: Buffer }
const csv = (heads: string, rows: readonly string[], name = 'danh sách.csv'): Sent => ({
  ...{ name, type: textType },
  bytes: Buffer.from(`\ufeff${[heads, ...rows].join('\r\n')}\r\n`),
})

const on = ({ url, person, fields }: Pick<Target, 'url' | 'person' | 'fields'>) => ({
  check: async (file: Sent) => (await world.as(person).upload(`${url}/check`, await fields(), file)).json(),
  faults: async (file: Sent, who: PersonName = person) => world.as(who).upload(`${url}/faults`, await fields(), file),
  write: async (file: Sent, { sha256, seen }: { sha256: string; seen?: string }) =>
    world.as(person).upload(url, { ...(await fields()), sha256, ...(seen && { seen }) }, file),
})
const nameOf = (reply: { headers: Record<string, unknown> }): string =>
  decodeURIComponent(String(reply.headers['content-disposition']).split("filename*=UTF-8''")[1] ?? '')

async function opened(bytes: Buffer) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const [sheet] = book.worksheets
  if (!sheet) throw new Error('no sheet')
  const rows = Array.from({ length: sheet.rowCount }, (_, at) =>
    Array.from({ length: sheet.columnCount }, (_, place) => sheet.getCell(at + 1, place + 1).text),
  )
  const save = async (name: string): Promise<Sent> => {
    return { name, type: bookType, bytes: Buffer.from(await book.xlsx.writeBuffer()) }
  }
  return { sheet, rows, save }
}
const colourOf = (cell: ExcelJS.Cell): string => (cell.fill?.type === 'pattern' ? (cell.fill.fgColor?.argb ?? '') : '')

describe('faulty rows go home', () => {
  it.each(Object.entries<Target>(targets))(
    '%s: as they were written, and come in again once corrected',
    async (_, target) => {
      const call = on(target)
      const file = csv(target.heads, target.rows)
      const told = await call.check(file)
      expect(
        told.faults.some(({ cell }: { cell: string }) => cell === target.cell),
        JSON.stringify(told.faults),
      ).toBe(true)
      expect(told.sheetRows).toBe(target.holds.length)
      const reply = await call.faults(file)
      expect(reply.statusCode, reply.body).toBe(200)
      expect(nameOf(reply)).toBe('dong-loi-danh sách.xlsx')
      const { sheet, rows, save } = await opened(reply.rawPayload)
      const heads = target.heads.split(';')
      expect(rows[0]).toEqual([...heads, 'Dòng trong tệp đã gửi', 'Lỗi cần sửa'])
      // His words, in his columns.
      expect(rows.slice(1).map((cells) => cells.slice(0, heads.length))).toEqual(
        target.holds.map((row) => target.rows[row - 2]?.split(';')),
      )
      expect(rows.slice(1).map((cells) => cells[heads.length])).toEqual(target.holds.map(String))
      const at = target.holds.indexOf(Number(target.cell.slice(1))) + 2
      const wrong = sheet.getCell(`${target.cell[0]}${at}`)
      expect([colourOf(wrong), wrong.numFmt]).toEqual(['FFF8C9C4', '@'])
      expect(rows[at - 1]?.at(-1)).not.toBe('')
      // As it is, it says the same again; what the check wrote is no fault of it.
      const again = await call.check(await save('dong-loi-danh sách.xlsx'))
      expect(again).toMatchObject({ faultCount: told.faultCount, nameless: [] })
      expect(again.unread.filter((one: string) => /Dòng|Lỗi/.test(one))).toEqual([])
      wrong.value = target.right
      const right = await save('dong-loi-danh sách.xlsx')
      const report = await call.check(right)
      expect(report, JSON.stringify(report.faults)).toMatchObject({ faultCount: 0 })
      const written = await call.write(right, report)
      expect(written.json()).toEqual(target.written)
    },
  )

  const twins = {
    officials: [
      ...['Hà Văn Một;Nam;01/02/1980;Kinh;Thôn 1;Điều tra viên, rà soát viên;15/01/2026'],
      ...['Hà Văn Hai;Nam;01/02/1981;Kinh;Thôn 1;Điều tra viên, rà soát viên;15/01/2026'],
      ...['Hà Văn Một;Nam;01/02/1980;Mường;Thôn 1;Điều tra viên, rà soát viên;15/01/2026'],
    ],
    topics: ['CĐ7;Quy trình;;;4;', 'CĐ8;Họp dân;;;2;', 'CĐ7;Quy trình khác;;;2;'],
    ways: ['Tỉnh Phú Thọ;Xã Tam Hồng;46', 'Tỉnh Phú Thọ;Xã Yên Lạc;40', 'Xã Tam Hồng;Tỉnh Phú Thọ;60'],
  }
  it.each(Object.entries(twins))(
    '%s: with the row that they contradict, so that sent in alone it is seen again',
    async (name, rows) => {
      const target = targets[name as keyof typeof twins]
      const call = on(target)
      const told = await call.check(csv(target.heads, rows))
      expect(told.faultCount).toBeGreaterThan(0)
      expect(told.sheetRows).toBe(2)
      const { rows: sheet, save } = await opened((await call.faults(csv(target.heads, rows))).rawPayload)
      expect(sheet.slice(1).map((cells) => cells.at(-2))).toEqual(['2', '4'])
      expect((await call.check(await save('lại.xlsx'))).faultCount).toBe(told.faultCount)
    },
  )

  it('names the file once however often it goes home, and is refused without a faulty row', async () => {
    const call = on(targets.ways)
    const file = csv('Từ;Đến;Km', ['Xã Tam Hồng;Tỉnh Phú Thọ;x'], 'dong-loi-dong-can-xem-đường.xlsx')
    expect(nameOf(await call.faults(file))).toBe('dong-loi-đường.xlsx')
    const right = csv('Từ;Đến;Km', ['Xã Tam Hồng;Tỉnh Phú Thọ;46'])
    expect((await call.check(right)).sheetRows).toBe(0)
    expect((await call.faults(right)).json()).toMatchObject({ code: 'import.nothing_to_take' })
    // Of the file as a whole there is no row.
    const headless = csv('Một;Hai', ['1;2'])
    expect((await call.check(headless)).sheetRows).toBe(0)
    expect((await call.faults(headless)).json()).toMatchObject({ code: 'import.nothing_to_take' })
  })

  it('is for who may import there alone', async () => {
    const call = on(targets.households)
    const file = csv(targets.households.heads, targets.households.rows)
    for (const who of ['kiem', 'dao', 'son', 'la'] as const) expect((await call.faults(file, who)).statusCode).toBe(403)
  })
})

const officials = targets.officials
const wide =
  'Số hiệu cán bộ;Họ và tên;Giới tính;Ngày sinh;Dân tộc;Nói được tiếng dân tộc;Số CCCD;Số điện thoại;Đơn vị;Chức danh;Từ ngày;Đến hết ngày'
const post = 'Điều tra viên, rà soát viên'

describe('hostile cells', () => {
  it('stay text, in the columns of the importer and beside them', async () => {
    const call = on(officials)
    const [hostile, own] = ['=HYPERLINK("http://x";"y")', '@SUM(A1)']
    const heads = `${officials.heads};=1+1;Ghi chú`
    const quoted = `"${hostile.replaceAll('"', '""')}"`
    const rows = [`${quoted};Nam;+1980;-2;Thôn 1;${post};15/01/2026;=cmd|'/C calc'!A0;${own}`]
    const { sheet, rows: read } = await opened((await call.faults(csv(heads, rows))).rawPayload)
    expect(read[0]?.[7]).toBe('=1+1')
    expect(read[1]?.slice(0, 9)).toEqual([
      ...[hostile, 'Nam', '+1980', '-2', 'Thôn 1', post, '15/01/2026'],
      ...["=cmd|'/C calc'!A0", own],
    ])
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        expect(cell.type).toBe(ExcelJS.ValueType.String)
      })
    })
  })
})

describe('two thousand rows with twelve kinds of mistakes', () => {
  const letters = 'ABCDEGHIKLMNOPQRSTUVXY'
  const named = (at: number) =>
    `Nguyễn ${letters[at % 22]}${letters[Math.floor(at / 22) % 22]?.toLowerCase()} ${letters[Math.floor(at / 484)]}`
  const good = (at: number) => [
    ...[`HS${String(at).padStart(5, '0')}`, named(at), 'Nam', '05/11/1986', 'Kinh', '', '', '', 'Thôn 1', post],
    ...['15/01/2026', ''],
  ]
  /** Column, and what stands there. */
  const mistakes: readonly (readonly [number, string])[] = [
    ...([
      [1, ''],
      [1, '#REF!'],
      [1, '=A1'],
      [2, 'Ông'],
      [3, '31/02/1986'],
      [3, '1886'],
    ] as const),
    ...([
      [4, 'Kinhh'],
      [6, '12'],
      [7, 'không có'],
      [8, 'Thôn 999'],
      [9, 'Trưởng nhóm'],
    ] as const),
    [10, '15/13/2026'],
  ]
  // 25 of each kind: every sixth or seventh row.
  const mistakeOf = (at: number) => (at % 6 === 0 && at < 1800 ? mistakes[(at / 6) % 12] : undefined)
  const rows = Array.from({ length: 2000 }, (_, at) => {
    const [place, words] = mistakeOf(at) ?? [-1, '']
    return good(at)
      .map((cell, column) => `"${column === place ? words : cell}"`)
      .join(';')
  })

  it('all go home though the page shows 200, and change exactly those when they are right', async () => {
    const call = on(officials)
    const file = csv(wide, rows)
    const told = await call.check(file)
    expect(told).toMatchObject({ faultCount: 300, sheetRows: 300 })
    expect(told.faults).toHaveLength(200)
    const { sheet, rows: read, save } = await opened((await call.faults(file)).rawPayload)
    expect(read).toHaveLength(301)
    for (let at = 0; at < 300; at += 1) {
      const cells = read[at + 1] ?? []
      const [place, words] = mistakeOf(at * 6) ?? [0, '']
      expect(cells[12]).toBe(String(at * 6 + 2))
      expect(cells[place]).toBe(words)
      expect(colourOf(sheet.getCell(at + 2, place + 1))).toBe('FFF8C9C4')
      expect(cells[13]?.length).toBeGreaterThan(20)
      sheet.getCell(at + 2, place + 1).value = good(at * 6)[place] ?? ''
    }
    const right = await save('dong-loi-can-bo.xlsx')
    const report = await call.check(right)
    expect(report, JSON.stringify(report.faults.slice(0, 3))).toMatchObject({ faultCount: 0, people: 300, unread: [] })
    expect((await call.write(right, report)).json()).toMatchObject({ people: 300, added: 300 })
    const { rows: held } = await world.owner.query(
      "select count(*)::int as n from official where personal_number like 'HS%'",
    )
    expect(held[0].n).toBe(300)
  }, 120_000)
})

describe('a household of which one cell is wrong', () => {
  const household = targets.households
  const whole = [
    '1;Thôn 1;821;Chủ hộ;Bàn Văn Tốt;Nam;1970;Kinh;',
    '2;Thôn 1;821;Vợ;Bàn Thị Tốt;Nữ;1972;Kinh;',
    '3;Thôn 1;822;Chủ hộ;Bàn Văn Sai;Nam;1970;Kinh;',
    '4;Thôn 1;822;Vợ;Bàn Thị Sai;Nữ;1972;Kinh;',
    '5;Thôn 1;822;Con;Bàn Văn Con;Nam;2001;Kinh;',
    '6;Thôn 1;823;Chủ hộ;Bàn Văn Hay;Nam;1970;Kinh;',
  ]
  it.each([
    ['the village of its head', 2, 'Thôn 1;822', 'Thôn 11;822'],
    ['the number of its head', 2, ';822;', ';;'],
    ['the village of a member', 3, 'Thôn 1;822', 'Thôn 11;822'],
    ['the number of the last', 4, ';822;', ';;'],
    ['a birth', 3, '1972', '1872'],
    ['the relation of its head', 2, 'Chủ hộ', 'Chủ nhà'],
  ])('goes home whole and alone: %s', async (_, at, right, wrong) => {
    const call = on(household)
    const rows = whole.map((row, place) => (place === at ? row.replace(right, wrong) : row))
    const file = csv(household.heads, rows)
    expect((await call.check(file)).sheetRows).toBe(3)
    const { rows: read, save } = await opened((await call.faults(file)).rawPayload)
    expect(read.slice(1).map((cells) => cells.slice(0, 9).join(';'))).toEqual(rows.slice(2, 5))
    const companions = read.filter((cells) => cells.at(-1)?.startsWith('Không có lỗi'))
    expect(companions.length).toBeGreaterThan(0)
    expect(await call.check(await save('dong-loi.xlsx'))).toMatchObject({ sheetRows: 3 })
  })
})

describe('a file that is wrong nearly everywhere', () => {
  it('is not copied: what is to be corrected is the file itself', async () => {
    const rows = Array.from({ length: 20_001 }, () => 'Xã Tam Hồng;Tỉnh Phú Thọ;x')
    const reply = await on(targets.ways).faults(csv('Từ;Đến;Km', rows))
    expect(reply.json()).toMatchObject({ code: 'import.too_much_to_take' })
  }, 60_000)
})

describe('what is only to look at', () => {
  it('goes home where nothing is wrong, in another colour', async () => {
    const household = targets.households
    const call = on(household)
    const twins = [
      '1;Thôn 1;811;Chủ hộ;Bàn Văn Đôi;Nam;1970;Kinh;',
      '2;Thôn 2;812;Chủ hộ;Bàn Văn Đôi;Nam;1970;Kinh;',
      '3;Thôn 3;813;Chủ hộ;Bàn Thị Riêng;Nữ;1955;Kinh;',
    ]
    const file = csv(household.heads, twins)
    expect(await call.check(file)).toMatchObject({ faultCount: 0, doubtCount: 1, sheetRows: 1 })
    const reply = await call.faults(file)
    expect(nameOf(reply)).toBe('dong-can-xem-danh sách.xlsx')
    const { sheet, rows } = await opened(reply.rawPayload)
    expect(rows).toHaveLength(2)
    expect(rows[1]?.at(-1)).toContain('Cần xem, Họ và tên')
    expect(colourOf(sheet.getCell('E2'))).toBe('FFFBE3A6')
  })
})
