/** What offices send in the place of a table: each is called what it is. */
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { Problem } from '#kernel/problem.ts'
import { tableKind } from './kind.ts'
import { openBook } from './read.ts'
import { zipOf } from './zip.ts'

const code = async (act: () => unknown): Promise<unknown> => {
  try {
    return await act()
  } catch (error) {
    return error instanceof Problem ? error.code : error
  }
}
const old = (name: string) =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(508), Buffer.from(name, 'utf16le')])

describe('a file that is no table', () => {
  it.each([
    ['an empty one', Buffer.alloc(0), 'sheet.empty'],
    [
      'a web page named .xls',
      '<html><head><meta charset="utf-8"></head><table><tr><td>Mai</td></table>',
      'sheet.web_page',
    ],
    ['a table alone, behind a mark and blanks', '\ufeff \r\n<TABLE border=1>', 'sheet.web_page'],
    ['a web page that Excel saved', '<html xmlns:x="urn:schemas-microsoft-com:office:excel">', 'sheet.web_page'],
    ['a web page in UTF-16', Buffer.from('\ufeff<html>', 'utf16le'), 'sheet.web_page'],
    ['the other UTF-16', Buffer.from('\ufeff<html>', 'utf16le').swap16(), 'sheet.web_page'],
    ['a web page in one file', 'MIME-Version: 1.0\r\nX-Document-Type: Workbook', 'sheet.web_page'],
    ['a sheet of the eighties', 'ID;PWXL;N;E\r\n', 'sheet.other_sheet'],
    ['XML of Excel 2003', '<?xml version="1.0"?><Workbook xmlns="urn:schemas">', 'sheet.xml'],
    ['a PDF', '%PDF-1.7', 'sheet.pdf'],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'sheet.picture'],
    ['a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), 'sheet.picture'],
    ['a picture of a phone', Buffer.from('\0\0\0\x18ftypheic', 'latin1'), 'sheet.picture'],
    ['a GIF', 'GIF89a', 'sheet.picture'],
    ['a RAR', 'Rar!\x1a\x07', 'sheet.archive'],
    ['rich text', '{\\rtf1\\ansi', 'sheet.document'],
    ['an old workbook', old('Workbook'), 'sheet.old_xls'],
    ['an older one', old('Book'), 'sheet.old_xls'],
    ['a workbook with a password', old('EncryptedPackage'), 'sheet.locked'],
    ['an old Word document', old('WordDocument'), 'sheet.document'],
    ['something else of old', old('Contents'), 'sheet.not_table'],
  ])('is called what it is: %s', async (_, content, expected) => {
    expect(await code(() => tableKind(Buffer.from(content)))).toBe(expected)
  })

  it.each(['Họ tên,Năm sinh', '<5 tuổi,Số hộ\n3,1', 'BMI,Thôn', 'MM,II', 'ID;Phường;Thôn', '"<html>",1', 'Bookmark'])(
    'is not seen in a list: %s',
    async (text) => {
      expect(await code(() => tableKind(Buffer.from(text)))).toBe('text')
    },
  )

  it.each([
    ['Word', ['[Content_Types].xml', 'word/document.xml'], 'sheet.document'],
    ['LibreOffice', ['mimetype', 'content.xml'], 'sheet.other_sheet'],
    ['a binary workbook', ['[Content_Types].xml', 'xl/workbook.bin'], 'sheet.other_sheet'],
    ['a folder packed', ['Danh sách.xlsx', 'ghi chú.txt'], 'sheet.archive'],
    ['a presentation', ['[Content_Types].xml', 'ppt/presentation.xml'], 'sheet.unreadable'],
  ])('is called what it is: a zip of %s', async (_, names, expected) => {
    const zip = await buffer(zipOf(names.map((name) => ({ name, xml: Buffer.from('<a/>') }))))
    expect(tableKind(zip)).toBe('zip')
    expect(await code(() => openBook(zip))).toBe(expected)
  })
})
