/** What a file of the library is, by all of its bytes: whatever it is called, nothing that runs is taken. */
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { Problem } from '#kernel/problem.ts'
import { jpeg, onePage, pdfOf, png, tinyPdf } from '#test/scans.ts'
import { look } from './look.ts'

const zip = (parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> => {
  const made = new ZipFile()
  for (const [name, content] of Object.entries(parts)) made.addBuffer(Buffer.from(content), name)
  made.end()
  return buffer(made.outputStream as never)
}
const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
const contents = { '[Content_Types].xml': types }
const word = { ...contents, 'word/document.xml': '<w:document/>' }

/** A box of a film: its length, its name, what it holds. */
const box = (name: string, held: Buffer | string = ''): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + held.length)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, Buffer.from(held)])
}
const film = Buffer.concat([box('ftyp', 'isom'), box('moov', 'x'), box('mdat', 'frames')])
/** Of layer III, 128 kbit, 44.1 kHz. */
const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)])
const sound = Buffer.concat(Array.from({ length: 6 }, () => frame))

const refused = async (bytes: Buffer): Promise<string> => {
  try {
    return `taken as ${(await look(bytes)).type}`
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}

describe('a file of the library', () => {
  it.each([
    ['a PDF', tinyPdf, 'application/pdf'],
    ['a photo', jpeg, 'image/jpeg'],
    ['a picture', png, 'image/png'],
    ['a film', film, 'video/mp4'],
    ['a sound', sound, 'audio/mpeg'],
    ['a sound with words before it', Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\x05hello'), sound]), 'audio/mpeg'],
    ['plain text', Buffer.from('Hộ nghèo: 5 < 6 & 7 > 3'), 'text/plain'],
  ])('is what its bytes are: %s', async (_what, bytes, type) => {
    expect(await look(bytes)).toMatchObject({ type, length: bytes.length })
  })

  it('is kept to its end and no further where a sound carries a tail', async () => {
    const tag = Buffer.concat([Buffer.from('TAG'), Buffer.alloc(125, 0x20)])
    expect(await look(Buffer.concat([sound, tag]))).toMatchObject({ length: sound.length + 128 })
    expect(await look(Buffer.concat([sound, frame.subarray(0, 200)]))).toMatchObject({ length: sound.length })
    const ape = Buffer.from('APETAGEX and what players write there')
    expect(await look(Buffer.concat([sound, ape]))).toMatchObject({ length: sound.length })
    expect(await look(Buffer.concat([sound, Buffer.alloc(4000)]))).toMatchObject({ length: sound.length })
  })

  it('of Office is known by its main part', async () => {
    expect((await look(await zip(word))).type).toMatch(/wordprocessingml/)
    expect((await look(await zip({ ...contents, 'xl/workbook.xml': 'x' }))).type).toMatch(/spreadsheetml/)
    expect((await look(await zip({ ...contents, 'ppt/presentation.xml': 'x' }))).type).toMatch(/presentationml/)
  })

  it('may have addresses to press, as newspapers have', async () => {
    const link = onePage[2].replace(' >>', ' /Annots [<< /Subtype /Link /A << /S /URI /URI (http://a.vn) >> >>] >>')
    expect(await refused(pdfOf([onePage[0], onePage[1], link, onePage[3]]))).toBe('taken as application/pdf')
  })

  it.each([
    ['a page that is called a PDF', Buffer.from('<!doctype html><script>alert(1)</script>'), 'library.file_markup'],
    ['a page after blanks', Buffer.from('\n \t<html><body>'), 'library.file_markup'],
    ['a page after a word', Buffer.from('xin chào <script src=x></script>'), 'library.file_markup'],
    ['a page in wide letters', Buffer.from('\ufeff<svg onload=alert(1)>', 'utf16le'), 'library.file_markup'],
    ['a drawing with a script', Buffer.from('<svg xmlns="x"><script/></svg>'), 'library.file_markup'],
    ['a drawing behind its head', Buffer.from('<?xml version="1.0"?><svg onload="x"/>'), 'library.file_markup'],
    ['a GIF', Buffer.from('GIF89a\x01\0\x01\0\x80\0\0'), 'library.file_type'],
    ['a program', Buffer.from('MZ\x90\0\x03\0\0\0'), 'library.file_type'],
    ['an old Word file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'library.file_old'],
    ['half a PDF', tinyPdf.subarray(0, 200), 'library.file_broken'],
    ['half a photo', jpeg.subarray(0, jpeg.length - 40), 'library.file_broken'],
    ['half a film', film.subarray(0, film.length - 2), 'library.file_type'],
    ['a sound with a page behind it', Buffer.concat([sound, Buffer.from('<html>')]), 'library.file_type'],
    [
      'a sound with a program behind it',
      Buffer.concat([sound, Buffer.from('PK\x03\x04'), Buffer.alloc(900, 7)]),
      'library.file_type',
    ],
    ['a film with a page behind it', Buffer.concat([film, Buffer.from('<html>')]), 'library.file_markup'],
    [
      'a PDF that runs a script',
      pdfOf([onePage[0].replace(' >>', ' /OpenAction << /S /JavaScript /JS (1) >> >>'), ...onePage.slice(1)]),
      'library.file_macro',
    ],
  ])('is refused: %s', async (_what, bytes, code) => {
    expect(await refused(bytes)).toBe(code)
  })

  it('of Office is refused with macros, with programs in it, packed to choke, and where it is none', async () => {
    expect(await refused(await zip({ ...word, 'word/vbaProject.bin': 'x' }))).toBe('library.file_macro')
    expect(await refused(await zip({ ...word, 'word/embeddings/oleObject1.bin': 'x' }))).toBe('library.file_macro')
    const enabled = types.replace(
      '/>',
      '><Override ContentType="application/vnd.ms-word.document.macroEnabled"/></Types>',
    )
    expect(await refused(await zip({ ...word, '[Content_Types].xml': enabled }))).toBe('library.file_macro')
    expect(await refused(await zip({ ...word, 'word/media/a.png': Buffer.alloc(60_000_000) }))).toBe(
      'library.file_packed',
    )
    expect(await refused(await zip({ 'a.txt': 'x' }))).toBe('library.file_type')
    expect(await refused(await zip({ 'word/document.xml': 'x' }))).toBe('library.file_type')
    expect(await refused((await zip(word)).subarray(0, 60))).toBe('library.file_broken')
  })
})
