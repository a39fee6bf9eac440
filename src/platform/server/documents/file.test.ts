import { describe, expect, it } from 'vitest'
import { contentDisposition } from '../edge/disposition.ts'
import { fileName, paperFile } from './file.ts'

describe('the name of a file', () => {
  it('says what it is, its number, whose and of which year', () => {
    const words = { what: 'Quyết định', number: '145/QĐ-UBND', place: 'xã Tam Hồng', year: 2026 }
    expect(fileName(words)).toBe('Quyết định 145-QĐ-UBND xã Tam Hồng 2026')
    expect(fileName({ ...words, number: null, isDraft: true })).toBe('Quyết định xã Tam Hồng 2026 (dự thảo)')
    expect(paperFile(words, 'docx', new Uint8Array()).name).toBe('Quyết định 145-QĐ-UBND xã Tam Hồng 2026.docx')
  })

  it('holds nothing that a disk refuses or that hides its end, and is not too long', () => {
    expect(fileName({ what: 'a<b>:"c"|d?*\u0007\u202efdp.exe', place: ' ..\\..\\x ' })).toBe('abcdfdp.exe ..-..-x')
    const long = fileName({ what: 'Danh sách', place: `phường ${'Dài '.repeat(80)}`, isDraft: true })
    expect([...long].length).toBeLessThanOrEqual(155)
    expect(long).toMatch(/Dài \(dự thảo\)$/)
  })

  it('goes to the browser whole, and without marks for what reads ASCII alone', () => {
    const header = contentDisposition(`Danh sách hộ nghèo (biểu 15) xã Đắk R'Lấp 2026.pdf`)
    const [, ascii, utf8 = ''] = /^inline; filename="([^"]*)"; filename\*=UTF-8''(.*)$/.exec(header) ?? []
    expect(ascii).toBe("Danh sach ho ngheo (bieu 15) xa Dak R'Lap 2026.pdf")
    expect(utf8).toMatch(/^[\w.~%!#$&+^`|-]+$/)
    expect(decodeURIComponent(utf8)).toBe(`Danh sách hộ nghèo (biểu 15) xã Đắk R'Lấp 2026.pdf`)
    expect(contentDisposition('a"\r\nx.pdf')).toMatch(/^inline; filename="ax\.pdf"; [^"\r\n]*$/)
  })
})
