import { describe, expect, it } from 'vitest'
import { acceptOf, type FileKind, fileKindOf, wrongKind } from './fileKinds.ts'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const [pdf, jpeg, png, zip] = ['%PDF-1.7', '\xff\xd8\xff\xe0', '\x89PNG\r\n\x1a\n', 'PK\x03\x04'].map(
  bytes,
) as Uint8Array[]
const scans: readonly FileKind[] = ['pdf', 'jpeg', 'png']
const tables: readonly FileKind[] = ['workbook', 'text']

describe('a file', () => {
  it('is what its bytes say', () => {
    expect([pdf, jpeg, png, zip, bytes('Thôn,Số'), bytes('%PDF')].map((one) => fileKindOf(one as Uint8Array))).toEqual([
      'pdf',
      'jpeg',
      'png',
      'workbook',
      'text',
      'text',
    ])
  })

  it.each([
    [
      'quyet-dinh.pdf',
      scans,
      bytes('Quyết định'),
      'Nội dung tệp “quyet-dinh.pdf” không phải PDF, ảnh JPEG hay ảnh PNG. Hãy chọn tệp khác.',
    ],
    [
      'trang-ky.jpg',
      scans,
      bytes('GIF89a'),
      'Nội dung tệp “trang-ky.jpg” không phải PDF, ảnh JPEG hay ảnh PNG. Hãy chọn tệp khác.',
    ],
    [
      'trang-ky.pdf',
      scans,
      zip,
      'Nội dung tệp “trang-ky.pdf” không phải PDF, ảnh JPEG hay ảnh PNG, mà là bảng tính .xlsx hoặc tệp nén. Hãy chọn tệp khác.',
    ],
    [
      'ho.xlsx',
      tables,
      pdf,
      'Nội dung tệp “ho.xlsx” không phải bảng tính .xlsx hay tệp .csv, mà là PDF. Hãy chọn tệp khác.',
    ],
    [
      'ho.csv',
      tables,
      jpeg,
      'Nội dung tệp “ho.csv” không phải bảng tính .xlsx hay tệp .csv, mà là ảnh JPEG. Hãy chọn tệp khác.',
    ],
    ['trong.pdf', scans, bytes(''), 'Tệp “trong.pdf” trống. Hãy chọn tệp khác.'],
  ] as const)('%s is refused where it is chosen, with what it is', (name, kinds, content, said) => {
    expect(wrongKind(kinds, name, content as Uint8Array)?.vi).toBe(said)
  })

  it('is taken where it is one of the kinds, whatever it is called', () => {
    for (const one of [pdf, jpeg, png]) expect(wrongKind(scans, 'x', one as Uint8Array)).toBeNull()
    for (const one of [zip, bytes('Thôn')]) expect(wrongKind(tables, 'x.pdf', one as Uint8Array)).toBeNull()
    expect(acceptOf(['pdf', 'png'])).toBe('.pdf,application/pdf,.png,image/png')
  })
})
