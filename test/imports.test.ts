/** The file half of an import knows nothing of households: another list goes through it by one file of its own. */
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { headRoutes } from './imports/heads.ts'
import { openWorld, type PersonName, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ calls: headRoutes })
  await world.owner.query('create table toy_head (village uuid primary key, head text not null)')
  await world.owner.query('grant all on toy_head to nb_app')
})
afterAll(() => world.close())

const csv = (...rows: string[]) => Buffer.from(`\ufeff${rows.join('\r\n')}\r\n`)
const list = csv('Danh sách trưởng thôn', '', 'STT,Trưởng thôn,Thôn', '1,Đỗ Văn Mười,Thôn 10', '2,Lê Thị Hai,thon 2')

async function send(path: string, bytes: Buffer, more: Record<string, string> = {}, who: PersonName = 'hung') {
  const file = { name: 'truong-thon.csv', type: 'text/csv', bytes }
  return (await world.as(who).upload(path, { areaId: demoAreas.tamHongToday, ...more }, file)).json()
}
const check = (bytes: Buffer, who?: PersonName) => send('/api/heads/import/check', bytes, {}, who)
const write = (bytes: Buffer, sha256: string, who?: PersonName) => send('/api/heads/import', bytes, { sha256 }, who)
const held = async () => (await world.owner.query('select head from toy_head order by head')).rows.map((r) => r.head)

describe('a list of village heads', () => {
  it('Hùng checks it below its title and beside a column of his own, then writes it once', async () => {
    const report = await check(list)
    expect(report).toMatchObject({ heads: 2, faults: [], faultCount: 0, unread: ['STT'] })
    expect(await held()).toEqual([])
    expect(await write(list, report.sha256)).toEqual({ heads: 2 })
    expect(await held()).toEqual(['Lê Thị Hai', 'Đỗ Văn Mười'])
    expect((await check(list)).faults).toMatchObject([
      { row: 4, column: 'Thôn', cell: 'C4', en: 'The village has a head.' },
      { row: 5, cell: 'C5' },
    ])
    expect(await write(list, report.sha256)).toMatchObject({ code: 'import.has_errors' })
    const { rows } = await world.owner.query(`select facts from audit_line where what = 'heads.imported'`)
    expect(rows).toEqual([{ facts: { heads: 2 } }])
  })

  it('is told by row and cell what no row may be, and nothing of it is written', async () => {
    const wrong = csv('Thôn,Trưởng thôn', 'Thôn 3,', 'Thôn 77,Ai Đó', 'Thôn 4,=1+1', `Thôn 5,${'Dài '.repeat(20)}`)
    const report = await check(wrong)
    expect(report.faults.map((f: { cell: string }) => f.cell)).toEqual(['B2', 'A3', 'B4', 'B5'])
    for (const fault of report.faults) expect(fault.vi && fault.en).toBeTruthy()
    expect(await write(wrong, report.sha256)).toMatchObject({ code: 'import.has_errors' })
    expect(await held()).not.toContain('Ai Đó')
  })

  it('is refused with another file than was checked, without a column, and from the next commune', async () => {
    const other = csv('Thôn,Trưởng thôn', 'Thôn 6,Lê Văn Sáu')
    expect(await write(other, (await check(list)).sha256)).toMatchObject({ code: 'import.changed' })
    expect((await check(csv('Thôn,Ghi chú', 'Thôn 6,x'))).faults).toMatchObject([{ row: 1, column: '', cell: '' }])
    expect((await check(csv('Thôn,Trưởng thôn'))).faultCount).toBe(1)
    for (const who of ['son', 'mai', 'la'] as const)
      expect(await check(other, who), who).toMatchObject({ code: 'access.denied' })
    expect(await held()).not.toContain('Lê Văn Sáu')
  })

  it('has no column twice, and says which columns it does not take', async () => {
    const twice = csv('Thôn,Trưởng thôn,Trưởng thon', 'Thôn 8,Lê Văn Tám,Ai Đó')
    const report = await check(twice)
    expect(report).toMatchObject({ heads: 0, faults: [{ row: 1, column: 'Trưởng thôn', cell: 'C1' }], faultCount: 1 })
    expect(await write(twice, report.sha256)).toMatchObject({ code: 'import.has_errors' })
    const misspelt = csv('Thôn,Trưởng thôn,Số CCCDD,', 'Thôn 8,Lê Văn Tám,001085000001,')
    expect(await check(misspelt)).toMatchObject({ heads: 1, faultCount: 0, unread: ['Số CCCDD'], nameless: [] })
    const nameless = csv('Thôn,Trưởng thôn,,', 'Thôn 8,Lê Văn Tám,,001085000001')
    expect(await check(nameless)).toMatchObject({ heads: 1, faultCount: 0, unread: [], nameless: ['D1'] })
  })

  it('says what it passed over: the title above the headings, and blank rows among the others', async () => {
    const blank = Array.from({ length: 2_000 }, () => ',')
    const titled = csv(
      'UBND XÃ',
      'DANH SÁCH',
      '(kèm theo)',
      'Thôn,Trưởng thôn',
      'Thôn 8,Lê Văn Tám',
      ...blank,
      'Thôn 9,Lê Thị Chín',
      ...blank,
    )
    const { source, heads } = await check(titled)
    expect(heads).toBe(2)
    expect(source).toMatchObject({ titleRowCount: 3, headingRow: 4, blankRowCount: 2_000 })
    const plain = (await check(csv('Thôn,Trưởng thôn', 'Thôn 8,Lê Văn Tám'))).source
    expect(plain).toMatchObject({ titleRowCount: 0, headingRow: 1, blankRowCount: 0 })
  })

  it('takes no row whose cells were pushed aside by a separator that stands in one of them', async () => {
    const rows = ['Thôn 8,Lê Văn Tám,', 'Thôn 9, tổ 2,Lê Thị Chín,']
    const report = await check(csv('Thôn,Trưởng thôn,Ghi chú', ...rows))
    expect(report).toMatchObject({ heads: 0, faultCount: 1, faults: [{ row: 3, column: '', cell: 'D3' }] })
    const more = await check(csv('Thôn,Trưởng thôn', 'Thôn 8,Lê Văn Tám', 'Thôn 9, tổ 2,Lê Thị Chín'))
    expect(more).toMatchObject({ heads: 0, faults: [{ row: 3, cell: 'C3' }] })
    expect(more.faults[0].vi).toMatch(/3 ô mà bảng chỉ có 2 cột.*ngoặc kép/)
  })

  it('is refused at each cell that was typed in a font of the time before Unicode, with what it should read', async () => {
    const bytes = csv('Th«n,Tr\u00adëng th«n', 'Thôn 8,Nguyeãn Vaên An', 'Th«n 9,Traàn Thò Hoa', 'Thôn 3,Phạm V¨n Tó')
    const { faults, faultCount, heads, sha256 } = await check(bytes)
    expect([heads, faultCount]).toEqual([0, 4])
    expect(
      faults.map((fault: { cell: string; vi: string }) => [fault.cell, /(VNI|TCVN3)\)/.exec(fault.vi)?.[1]]),
    ).toEqual([
      ['B2', 'VNI'],
      ['A3', 'TCVN3'],
      ['B3', 'VNI'],
      ['B4', 'TCVN3'],
    ])
    expect(faults[2].vi).toBe(
      '“Traàn Thò Hoa” gõ bằng phông VNI (bảng mã VNI), đọc ra là “Trần Thị Hoa”. Hãy gõ lại, hoặc chuyển ô này sang Unicode bằng UniKey.',
    )
    expect(await write(bytes, sha256)).toMatchObject({ code: 'import.has_errors' })
    // What may be either is named beside a cell that is surely old, never by itself.
    const beside = await check(csv('Thôn,Trưởng thôn', 'Th«n 8,Lý Tó', 'Thôn 9,Lý Tó'))
    expect(beside.faults).toMatchObject([{ cell: 'A2', vi: expect.stringContaining('Xem cả Trưởng thôn “Lý Tó”') }])
    // Names of the mountains and of abroad are none.
    expect(await check(csv('Thôn,Trưởng thôn', "Thôn 8,H'Ñuñ Müller"))).toMatchObject({ heads: 1, faultCount: 0 })
  })

  it('is refused at the cell that holds a letter which no text can hold', async () => {
    const bytes = csv('Thôn,Trưởng thôn', 'Thôn 8,Lê Văn\u0001 Tám', 'Thôn 9,Lê Văn\ufffd Chín')
    const { faults, sha256 } = await check(bytes)
    expect(faults.map((f: { cell: string }) => f.cell)).toEqual(['B2', 'B3'])
    expect(faults[0].vi).toContain('ký tự hỏng')
    expect(await write(bytes, sha256)).toMatchObject({ code: 'import.has_errors' })
    expect(JSON.stringify(await held())).not.toMatch(/Tám|Chín/)
  })

  it('has a template of its own that passes its own check', async () => {
    const reply = await world.as('hung').get('/api/heads/import/template')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(reply.rawPayload as unknown as ArrayBuffer)
    for (const name of ['Danh sách', 'Hướng dẫn']) book.removeWorksheet(name)
    const report = await check(Buffer.from(await book.xlsx.writeBuffer()))
    expect(report).toMatchObject({ heads: 1, faultCount: 0 })
  })
})

describe('a workbook of several sheets', () => {
  type Rows = readonly (readonly string[])[]
  async function book(sheets: Readonly<Record<string, Rows>>, more?: (book: ExcelJS.Workbook) => void) {
    const made = new ExcelJS.Workbook()
    for (const [name, rows] of Object.entries(sheets)) made.addWorksheet(name).addRows(rows as string[][])
    more?.(made)
    return Buffer.from(await made.xlsx.writeBuffer())
  }
  const heading = ['Thôn', 'Trưởng thôn']

  it('is read at the sheet with the headings, below a guide, and says so', async () => {
    const bytes = await book({ 'Hướng dẫn': [['Cách ghi'], ['x']], 'Danh sách': [heading, ['Thôn 11', 'Lê Văn Tư']] })
    const { source, heads } = await check(bytes)
    expect(heads).toBe(1)
    expect(source).toMatchObject({ sheet: 'Danh sách', others: [{ name: 'Hướng dẫn', fits: false, hidden: false }] })
  })

  it('is read at the sheet that is asked for, and only that one is written', async () => {
    const bytes = await book({
      A: [heading, ['Thôn 12', 'Ở Trang Đầu']],
      'B & C': [heading, ['Thôn 13', 'Ở Trang Sau']],
    })
    const first = await check(bytes)
    expect(first.source).toMatchObject({ sheet: 'A', others: [{ name: 'B & C', fits: true }] })
    const asked = await send('/api/heads/import/check', bytes, { sheet: 'B & C' })
    expect(asked).toMatchObject({ heads: 1, source: { sheet: 'B & C', others: [{ name: 'A', fits: true }] } })
    await send('/api/heads/import', bytes, { sheet: 'B & C', sha256: asked.sha256 })
    expect(await held()).toContain('Ở Trang Sau')
    expect(await held()).not.toContain('Ở Trang Đầu')
    expect(await send('/api/heads/import/check', bytes, { sheet: 'D' })).toMatchObject({ code: 'sheet.no_such_sheet' })
  })

  it('is not read at its example where the list itself is still empty', async () => {
    const bytes = await book({ 'Danh sách': [heading], 'Ví dụ': [heading, ['Thôn 1', 'Nguyễn Văn Mẫu']] })
    expect(await check(bytes)).toMatchObject({ heads: 0, faultCount: 1, source: { sheet: 'Danh sách' } })
  })

  it('is not read at a hidden sheet while another one fits', async () => {
    const bytes = await book({ Cũ: [heading, ['Thôn 1', 'x']], Mới: [heading, ['Thôn 14', 'Lê Thị Sáu']] }, (made) => {
      for (const sheet of made.worksheets) if (sheet.name === 'Cũ') sheet.state = 'hidden'
    })
    expect((await check(bytes)).source).toMatchObject({
      sheet: 'Mới',
      others: [{ name: 'Cũ', hidden: true, fits: true }],
    })
  })

  it('tells of rows and columns that were read though they are hidden', async () => {
    const rows = [['Xã Tam Hồng'], ['STT', ...heading], ['1', 'Thôn 7', 'Lê Văn Bảy'], ['2', 'Thôn 10', 'Lê Thị Ẩn']]
    const bytes = await book({ A: rows }, (made) => {
      const sheet = made.worksheets[0] as ExcelJS.Worksheet
      for (const row of [1, 4]) sheet.getRow(row).hidden = true
      for (const column of [1, 3]) sheet.getColumn(column).hidden = true
    })
    const { source } = await check(bytes)
    expect(source).toMatchObject({ others: [], hiddenRows: [4], hiddenRowCount: 1, hiddenColumns: ['Trưởng thôn'] })
    expect((await check(csv('Thôn,Trưởng thôn', 'Thôn 7,Ai'))).source).toEqual({
      sheet: null,
      others: [],
      hiddenRows: [],
      hiddenRowCount: 0,
      hiddenColumns: [],
      struckRows: [],
      struckRowCount: 0,
      titleRowCount: 0,
      headingRow: 1,
      blankRowCount: 0,
      leftOut: [],
      leftOutCount: 0,
    })
  })

  it('is called what it is where it is none', async () => {
    for (const [content, code] of [
      ['', 'sheet.empty'],
      ['<html><table><tr><td>Thôn</td></tr></table></html>', 'sheet.web_page'],
      ['%PDF-1.4', 'sheet.pdf'],
      ['GIF89a', 'sheet.picture'],
    ] as const)
      expect(await check(Buffer.from(content))).toMatchObject({ code })
  })
})
