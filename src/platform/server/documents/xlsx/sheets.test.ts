import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { Problem } from '#kernel/problem.ts'
import { textsIn } from '#test/zip.ts'
import { draft, final } from '../samples.ts'
import type { TableInput } from '../types.ts'
import { streamBook, writeWorkbook } from './hucre.ts'
import { usualLimits } from './limits.ts'
import { openBook } from './read.ts'
import { sheetName, tableXlsx } from './table.ts'

async function openWithExcel(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
  const [sheet] = book.worksheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

const code = async (act: () => unknown): Promise<string> => {
  try {
    await act()
  } catch (error) {
    return error instanceof Problem ? error.code : `not a problem: ${error}`
  }
  return 'went through'
}

const readSheet = async (bytes: Uint8Array, limits = usualLimits) => (await openBook(bytes, limits)).rows(0)

const villages: TableInput = {
  title: 'Danh sách thôn: đã gửi [2026]',
  subtitle: 'Xã Tam Hồng, ngày 21/11/2026',
  landscape: true,
  columns: [
    { title: 'Thôn', width: 24 },
    { title: 'Số hộ', width: 10, align: 'right', format: '#,##0' },
    { title: 'Đã gửi', width: 8, align: 'center' },
  ],
  rows: [
    ['=HYPERLINK("http://x","bấm")', 1234, true],
    ['+84 912', 0, false],
    ['-1', 7, null],
    ['@SUM(A1)', 12, true],
    ['Thôn 5'.normalize('NFD'), 3, false],
  ],
}
const plain = { ...final, demo: false }

describe('a written spreadsheet', () => {
  it('keeps text as text whatever it begins with, and numbers as numbers', async () => {
    const sheet = await openWithExcel(await tableXlsx(villages, plain))
    const at = (row: number, column: number) => sheet.getCell(row, column)
    for (const [row, text] of [
      [4, '=HYPERLINK("http://x","bấm")'],
      [5, '+84 912'],
      [6, '-1'],
      [7, '@SUM(A1)'],
      [8, 'Thôn 5'],
    ] as const) {
      expect(at(row, 1).value).toBe(text)
      expect(at(row, 1).formula).toBeUndefined()
      expect(at(row, 1).type).toBe(ExcelJS.ValueType.String)
    }
    expect([at(4, 2).value, at(5, 2).value, at(4, 2).numFmt]).toEqual([1234, 0, '#,##0'])
    expect([at(4, 3).value, at(5, 3).value]).toEqual(['x', null])
  })

  it('is ready to print: landscape A4, one page wide, heading frozen and repeated, widths set', async () => {
    const sheet = await openWithExcel(await tableXlsx(villages, plain))
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, fitToWidth: 1, fitToHeight: 0 })
    expect(sheet.pageSetup.printTitlesRow?.replaceAll('$', '')).toBe('3:3')
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
    expect(sheet.getColumn(1).width).toBeCloseTo(24, 0)
    expect(sheet.getCell(3, 1).font.bold).toBe(true)
  })

  it('repeats its heading by a name that a spreadsheet can read, whatever its sheets are called', async () => {
    const columns = [{ title: '', width: 10 }]
    const book = (name: string) => ({
      name,
      columns,
      rows: [
        { kind: 'title' as const, cells: [name] },
        { kind: 'head' as const, cells: ['Thôn'] },
      ],
      landscape: true,
      merges: [],
    })
    const bytes = await writeWorkbook(['Thôn 1 & 2', "D'Ran", 'Hộ'].map(book), { title: 'Các thôn', author: 'Ủy ban' })
    const xml = (await textsIn(bytes)).get('xl/workbook.xml') ?? ''
    expect([...xml.matchAll(/<definedName [^>]*>([^<]*)</g)].map(([, range]) => range)).toEqual([
      "'Thôn 1 &amp; 2'!$2:$2",
      "'D''Ran'!$2:$2",
      "'Hộ'!$2:$2",
    ])
    expect((await openWithExcel(bytes)).pageSetup.printTitlesRow).toBe('2:2')
    expect((await textsIn(bytes)).get('docProps/core.xml')).toMatch(/<dc:title>Các thôn<.*<dc:creator>Ủy ban</)
  })

  it('says above the title that it is a sample and a draft, and only then', async () => {
    const sheet = await openWithExcel(await tableXlsx(villages, draft))
    expect([sheet.getCell(1, 1).value, sheet.getCell(2, 1).value]).toEqual(['BẢN MẪU - dữ liệu trình diễn', 'DỰ THẢO'])
    expect((await openWithExcel(await tableXlsx(villages, plain))).getCell(1, 1).value).toBe(villages.title)
  })

  it('has a name that Excel allows', () => {
    expect(sheetName('Danh sách [xã/thôn]: a*b?')).toBe('Danh sách  xã thôn   a b')
    expect(sheetName('x'.repeat(60))).toHaveLength(31)
    expect(sheetName('[]')).toBe('Bảng')
  })

  it('can be streamed, and reads back the same', async () => {
    async function* rows() {
      for (let at = 0; at < 500; at++) yield [`=Thôn ${at}`, at, at % 2 === 0]
    }
    const bytes = new Uint8Array(
      await new Response(streamBook(villages.columns, rows(), { name: 'Thôn' })).arrayBuffer(),
    )
    const read = await readSheet(bytes)
    expect(read).toHaveLength(501)
    expect(read[500]).toEqual({ row: 501, cells: ['=Thôn 499', '499'] })
    expect((await openWithExcel(bytes)).getCell(2, 1).type).toBe(ExcelJS.ValueType.String)
  })
})

describe('reading a spreadsheet that Hùng uploads', () => {
  async function byExcel(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
    const book = new ExcelJS.Workbook()
    fill(book.addWorksheet('Hộ'))
    return new Uint8Array(await book.xlsx.writeBuffer())
  }

  it('gives text with the row numbers that he sees', async () => {
    const bytes = await byExcel((sheet) => {
      sheet.getRow(1).values = ['Họ tên', 'Năm sinh', 'Số định danh']
      sheet.getRow(4).values = [' Nguyễn Thị Mai '.normalize('NFD'), 1985, '026185001234']
      sheet.getRow(5).values = [new Date(Date.UTC(1990, 1, 5)), 1.5, true]
      sheet.getCell('A6').value = { richText: [{ text: 'Đỗ ' }, { text: 'Ước' }] }
      sheet.getCell('B6').value = { formula: '1+1', result: 2 }
      sheet.getCell('H6').value = ''
    })
    expect(await readSheet(bytes)).toEqual([
      { row: 1, cells: ['Họ tên', 'Năm sinh', 'Số định danh'] },
      { row: 4, cells: ['Nguyễn Thị Mai', '1985', '026185001234'] },
      { row: 5, cells: ['05/02/1990', '1.5', 'true'] },
      { row: 6, cells: ['Đỗ Ước', '2'] },
    ])
  })

  it('refuses what is no workbook or is cut, in one sentence', async () => {
    const good = await byExcel((sheet) => sheet.addRow(['a']))
    expect(await code(() => readSheet(good))).toBe('went through')
    for (const bad of [new Uint8Array(), Buffer.from('a;b'), good.slice(0, -30), good.slice(40)])
      expect(await code(() => readSheet(bad))).toBe('sheet.unreadable')
  })

  it('knows the sheets, and what of them is not seen in Excel', async () => {
    const book = new ExcelJS.Workbook()
    const shown = book.addWorksheet('Thôn 1 & 2')
    for (let at = 1; at <= 9; at++) shown.addRow([`Hộ ${at}`, at, 'ghi chú'])
    for (const at of [4, 7]) shown.getRow(at).hidden = true
    shown.getColumn(2).hidden = true
    book.addWorksheet('Mã', { state: 'hidden' }).addRow(['x'])
    book.addWorksheet('Sâu', { state: 'veryHidden' })
    const open = await openBook(new Uint8Array(await book.xlsx.writeBuffer()))
    const [first, ...others] = open.sheets
    expect(open.sheets.map(({ name }) => name)).toEqual(['Thôn 1 & 2', 'Mã', 'Sâu'])
    expect(first).toMatchObject({ hidden: false, hiddenRows: new Set([4, 7]), hiddenColumns: new Set([1]) })
    expect(others.map(({ hidden }) => hidden)).toEqual([true, true])
    expect(await open.rows(0)).toHaveLength(9)
    expect(await open.rows(0, 3)).toHaveLength(3)
    expect(await open.rows(1)).toEqual([{ row: 1, cells: ['x'] }])
  })

  it('never lets an altered file through as anything but rows or a problem', async () => {
    const good = await byExcel((sheet) => {
      for (let at = 0; at < 30; at++) sheet.addRow([`Thôn ${at}`, at])
    })
    for (let at = 0; at < good.length; at += 97) {
      const bent = good.slice()
      bent[at] = (bent[at] ?? 0) ^ 0x5a
      expect(await code(() => readSheet(bent))).toMatch(/^(went through|sheet\.)/)
    }
  })

  it('holds no letter under more marks than any writing uses, and nothing that a database cannot keep', async () => {
    const cellOf = (text: string) =>
      byExcel((sheet) => {
        sheet.getCell('B2').value = text
      })
    const marks = (count: number) => `a${'\u0302\u0323'.repeat(count / 2)}`
    expect(await code(async () => readSheet(await cellOf(marks(200))))).toBe('sheet.too_many_marks')
    expect(await code(async () => readSheet(await cellOf(marks(100_000))))).toBe('sheet.cell_too_long')
    expect(await readSheet(await cellOf(marks(30)))).toEqual([{ row: 2, cells: ['', marks(30).normalize('NFC')] }])
    // As Excel itself writes letters that XML has no place for.
    expect(await readSheet(await cellOf('x_x0000_y_xD83D_'))).toEqual([{ row: 2, cells: ['', 'x\ufffdy\ufffd'] }])
  })

  it('stops at the bounds: bytes, rows, columns, cell, and what a small file hides', async () => {
    const bytes = await byExcel((sheet) => {
      sheet.addRow(['một', 'hai', 'ba'])
      sheet.getCell('A90').value = 'cuối'
    })
    const within = (limits: object) => code(() => readSheet(bytes, { ...usualLimits, ...limits }))
    // Rows are counted that say something, however far below the others one stands.
    expect(await within({ rows: 2, columns: 3, cell: 4 })).toBe('went through')
    expect(await within({ columns: 2 })).toBe('sheet.cell_beyond')
    expect(await within({ cell: 3 })).toBe('sheet.cell_too_long')
    for (const limits of [{ rows: 1 }, { bytes: 100 }, { unpacked: 1000 }])
      expect(await within(limits)).toBe('sheet.too_large')
  })
})
