import { describe, expect, it } from 'vitest'
import { Problem } from '#kernel/problem.ts'
import { readCsv } from './csv.ts'
import { usualLimits } from './limits.ts'

const code = async (act: () => unknown): Promise<unknown> => {
  try {
    return await act()
  } catch (error) {
    return error instanceof Problem ? error.code : error
  }
}

describe('reading CSV', () => {
  const csv = (text: string) => readCsv(new TextEncoder().encode(text))

  it.each([
    ['comma', 'Họ tên,Năm\r\nMai,1985\r\n'],
    ['semicolon, with a mark', '\ufeffHọ tên;Năm\r\nMai;1985'],
    ['tab', 'Họ tên\tNăm\nMai\t1985\n\n'],
    ['old line ends', 'Họ tên,Năm\rMai,1985\r'],
  ])('takes %s', (_, text) => {
    expect(csv(text)).toMatchObject([
      { row: 1, cells: ['Họ tên', 'Năm'] },
      { row: 2, cells: ['Mai', '1985'] },
    ])
  })

  it('separates by the mark of the headings, not of the title above them nor of a cell below', () => {
    const titled =
      'DANH SÁCH HỘ, XÃ TAM HỒNG, NĂM 2026\n\nThôn;Số hộ;Họ tên;Địa chỉ\nThôn 1;7;Mai;Ngõ 5, xóm Đông, a, b, c'
    expect(csv(titled).map(({ cells }) => cells.length)).toEqual([1, 4, 4])
    expect(csv('Thôn,Trưởng thôn\nThôn 1,"Mai; Lan; Hoa; Cúc"')[1]?.cells).toEqual(['Thôn 1', 'Mai; Lan; Hoa; Cúc'])
  })

  it.each([';', ',', '\t'])('takes a first line that says for Excel what separates the cells: %j', (mark) => {
    for (const first of [`sep=${mark}`, `"sep=${mark}"`])
      expect(csv(`\ufeff${first}\r\nThôn${mark}Số hộ\r\n"a,b;c\td"${mark}7`)).toMatchObject([
        { row: 2, cells: ['Thôn', 'Số hộ'] },
        { row: 3, cells: ['a,b;c\td', '7'] },
      ])
  })

  it('takes quotes: separators, quotes and line ends inside a field, and counts rows as Excel does', () => {
    expect(csv('"a,b";"nói ""vâng""";c\r\n"hai\r\ndòng";;\r\n\r\nx;y"z;5"\r\n')).toEqual([
      { row: 1, cells: ['a,b', 'nói "vâng"', 'c'], wide: 3 },
      { row: 2, cells: ['hai\r\ndòng'], wide: 3 },
      { row: 4, cells: ['x', 'y"z', '5"'], wide: 3 },
    ])
  })

  it('takes Excel’s “Unicode Text”', () => {
    const little = Buffer.from('\ufeffHộ\tThôn\r\n', 'utf16le')
    for (const bytes of [little, Buffer.from(little).swap16()])
      expect(readCsv(bytes)).toMatchObject([{ row: 1, cells: ['Hộ', 'Thôn'] }])
  })

  it('takes UTF-16 without its mark, and says in which row a text is damaged by a zero', async () => {
    const little = Buffer.from('Thôn\tSố hộ\tHọ tên\r\nThôn 1\t7\tLê Thị Đẹp\r\n', 'utf16le')
    for (const bytes of [little, Buffer.from(little).swap16()])
      expect(readCsv(bytes)).toMatchObject([
        { row: 1, cells: ['Thôn', 'Số hộ', 'Họ tên'] },
        { row: 2, cells: ['Thôn 1', '7', 'Lê Thị Đẹp'] },
      ])
    const refused = await Promise.resolve()
      .then(() => csv('Thôn,Số hộ,Họ tên\r\nThôn 1,7,Lê Thị Đẹp và con\r\nThôn 1,8,Lê\0Na'))
      .catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'sheet.zero_byte', facts: { row: 3 } })
  })

  it('names the cell that is too long or stands beside the table; a row far below is a row', async () => {
    const limits = { ...usualLimits, rows: 3, columns: 5, cell: 100 }
    const read = (text: string) => async () => readCsv(Buffer.from(text), limits)
    const told = (act: () => Promise<unknown>) => act().catch((error: unknown) => error)
    expect(await told(read(`a,b\nc,${'x'.repeat(101)}`))).toMatchObject({
      code: 'sheet.cell_too_long',
      facts: { cell: 'B2', limit: 100 },
    })
    expect(await told(read(`a,b\nc,${'x'.repeat(400)}`))).toMatchObject({ facts: { cell: 'B2' } })
    expect(await told(read(`a,b\nc,d,,,,,,x\n`))).toMatchObject({ code: 'sheet.cell_beyond', facts: { cell: 'H2' } })
    expect(await read(`a,b\nc,d${'\n'.repeat(5_000)}x`)()).toMatchObject([{ row: 1 }, { row: 2 }, { row: 5_002 }])
  })

  it('refuses another encoding, an open quote and too much', async () => {
    expect(await code(() => readCsv(Uint8Array.from([0x48, 0xf6, 0x20, 0x41])))).toBe('sheet.not_utf8')
    expect(await code(() => readCsv(new Uint8Array(20)))).toBe('sheet.not_table')
    expect(await code(() => csv('a,b\n"mở,c\nd,e'))).toBe('sheet.quote_open')
    const limits = { ...usualLimits, rows: 2 }
    expect(await code(() => readCsv(Buffer.from('a\nb\nc'), limits))).toBe('sheet.too_large')
    // Blank rows and columns are passed over, but not more of them than a spreadsheet has.
    expect(readCsv(Buffer.from(`a\nb${'\n'.repeat(5_000)}`), limits)).toHaveLength(2)
    for (const blank of ['\n'.repeat(1_100_000), ','.repeat(2_000_000), `"${'x'.repeat(4_000_000)}"`])
      expect(await code(() => csv(blank))).toBe('sheet.too_large')
    expect(await code(() => csv(`a,e${'\u0301'.repeat(31)}`))).toBe('sheet.too_many_marks')
    expect(csv('a\u0001')).toMatchObject([{ row: 1, cells: ['a\ufffd'] }])
    for (const blank of ['', '\ufeff', ' \r\n;;\r\n'])
      expect([blank, await code(() => csv(blank))]).toEqual([blank, 'sheet.empty'])
  })
})
