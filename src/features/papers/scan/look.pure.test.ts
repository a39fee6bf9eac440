import { deflateSync } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'
import PdfKit from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { jpeg, onePage, pdfOf, png, pngOf, pngPart, progressiveJpeg, tinyPdf } from '#test/scans.ts'
import { look } from './look.ts'

const zip = Buffer.from('PK\u0003\u0004word/document.xml')
const script = Buffer.from('<script>alert(1)</script>')
const around = (inside: Buffer): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), inside, Buffer.from('\nstartxref\n9\n%%EOF\n')])
const [catalog, ...pages] = onePage
const withCatalog = (more: string, ...objects: string[]): Buffer =>
  pdfOf([catalog.replace(' >>', ` ${more} >>`), ...pages, ...objects])
/** Does this when it is opened. */
const opening = (action: string, ...objects: string[]): Buffer => withCatalog('/OpenAction 5 0 R', action, ...objects)
const onPage = (more: string, ...objects: string[]): Buffer =>
  pdfOf([onePage[0], onePage[1], onePage[2].replace(/ >>$/, ` ${more} >>`), onePage[3], ...objects])
const linked = (action: string): Buffer =>
  onPage('/Annots [5 0 R]', `<< /Type /Annot /Subtype /Link /Rect [0 0 600 900] /A ${action} >>`)
const packed = (bytes: Buffer, words: string): string => {
  const data = deflateSync(bytes).toString('latin1')
  return `<< ${words} /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data}\nendstream`
}

async function drawn(options: PDFKit.PDFDocumentOptions): Promise<Buffer> {
  const document = new PdfKit({ size: 'A4', ...options })
  const pieces: Buffer[] = []
  document.on('data', (piece: Buffer) => pieces.push(piece))
  const ended = new Promise((resolve) => document.on('end', resolve))
  document.image(jpeg, 0, 0, { width: 595 }).addPage().image(jpeg, 0, 0, { width: 595 }).end()
  await ended
  return Buffer.concat(pieces)
}

async function withPackedObjects(): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.addPage().drawImage(await document.embedJpg(jpeg))
  return Buffer.from(await document.save({ useObjectStreams: true }))
}

/** Signed or numbered afterwards: what changed is written behind the end. */
function writtenOn(): Buffer {
  const at = tinyPdf.length
  const changed = `3 0 obj\n${onePage[2].replace('842', '841')}\nendobj\n`
  const directory = `xref\n3 1\n${String(at).padStart(10, '0')} 00000 n \n`
  const trailer = `trailer\n<< /Size 5 /Root 1 0 R /Prev ${tinyPdf.indexOf('xref')} >>\n`
  return Buffer.concat([
    tinyPdf,
    Buffer.from(`${changed}${directory}${trailer}startxref\n${at + changed.length}\n%%EOF`),
  ])
}

/** As written for slow lines: the first page and its directory come first, and the end points back to them. */
function firstPageFirst(): Buffer {
  const first = `%PDF-1.4\n3 0 obj\n${onePage[2]}\nendobj\n`
  const trailer = 'trailer\n<< /Size 5 /Root 1 0 R >>\n'
  const head = `${first}xref\n3 1\n0000000009 00000 n \n${trailer}startxref\n0\n%%EOF\n`
  const rest = [0, 1, 3].map((at) => `${at + 1} 0 obj\n${onePage[at]}\nendobj\n`).join('')
  return Buffer.from(`${head}${rest}${trailer}startxref\n${first.length}\n%%EOF\r\n\0\0`)
}

describe('a scan is taken', () => {
  it.each([
    ['a PDF of one page', () => tinyPdf, 'application/pdf'],
    ['a PDF with a JPEG on each page', () => drawn({}), 'application/pdf'],
    ['a PDF whose objects and directory are packed', withPackedObjects, 'application/pdf'],
    ['a PDF that was written on afterwards', writtenOn, 'application/pdf'],
    ['a PDF that begins with its first page', firstPageFirst, 'application/pdf'],
    ['a PDF that opens at its page', () => withCatalog('/OpenAction [3 0 R /Fit]'), 'application/pdf'],
    ['a PDF that goes to its page when opened', () => opening('<< /S /GoTo /D [3 0 R /Fit] >>'), 'application/pdf'],
    ['a PDF with a link to a page of its own', () => linked('<< /S /GoTo /D [3 0 R /Fit] >>'), 'application/pdf'],
    ['a JPEG', () => jpeg, 'image/jpeg'],
    ['a JPEG that comes in passes', () => progressiveJpeg, 'image/jpeg'],
    ['a PNG', () => png, 'image/png'],
    ['a PNG that comes in passes', () => pngOf({ interlaced: true }), 'image/png'],
  ])('%s, whole', async (_what, made, mediaType) => {
    const bytes = await made()
    expect(await look(bytes)).toEqual({ mediaType, length: bytes.length })
  })

  it.each([
    ['a JPEG', jpeg],
    ['a PNG', png],
  ])('%s without what hangs behind its end', async (_what, picture) => {
    for (const tail of [zip, script, jpeg])
      expect((await look(Buffer.concat([picture, tail]))).length).toBe(picture.length)
  })
})

describe('a scan is refused', () => {
  const image = pngPart('IDAT', deflateSync(Buffer.alloc(18)))
  const wrongSum = Buffer.from(png)
  wrongSum[50] = (wrongSum[50] ?? 0) ^ 1
  const vast = Buffer.from(jpeg)
  vast.writeUInt32BE(0x27_10_27_10, vast.indexOf(Buffer.from([0xff, 0xc0])) + 5)
  it.each([
    ['the first and the last line of a PDF', Buffer.from('%PDF-1.7\n%%EOF')],
    ['half a PDF', tinyPdf.subarray(0, tinyPdf.length / 2)],
    ['half a PDF with an end', Buffer.concat([tinyPdf.subarray(0, 120), Buffer.from('\nstartxref\n9\n%%EOF\n')])],
    ['a PDF around a script', around(script)],
    ['a PDF around a ZIP', around(zip)],
    ['a PDF with a script behind its end', Buffer.concat([tinyPdf, script])],
    ['a PDF that points beyond itself', Buffer.from(tinyPdf.toString().replace(/startxref\n\d+/, 'startxref\n99999'))],
    ['a PDF without a page', pdfOf([catalog, '<< /Type /Pages /Kids [] /Count 0 >>'])],
    ['a PDF whose pages go in a circle', pdfOf([catalog, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>'])],
    [
      'a PDF whose objects unpack without end',
      pdfOf([...onePage, packed(Buffer.alloc(33_000_000), '/Type /Obj#53tm')]),
    ],
    ['the head of a PNG', png.subarray(0, 33)],
    ['half a PNG', png.subarray(0, png.length - 20)],
    ['a PNG without its end', png.subarray(0, png.length - 12)],
    ['a PNG without an image', pngOf({ parts: [] })],
    ['a PNG with less image than it says', pngOf({ bytes: 17 })],
    ['a PNG with more image than it says', pngOf({ bytes: 1_000_000 })],
    [
      'a PNG with half its packed image',
      pngOf({ parts: [pngPart('IDAT', deflateSync(Buffer.alloc(18)).subarray(0, 5))] }),
    ],
    ['a PNG with a wrong sum', wrongSum],
    ['a PNG with a part that nobody knows', pngOf({ parts: [pngPart('XXXX', zip), image] })],
    ['four bytes of a JPEG', jpeg.subarray(0, 4)],
    ['the head of a JPEG', jpeg.subarray(0, jpeg.indexOf(Buffer.from([0xff, 0xda])))],
    ['the head of a JPEG with an end', Buffer.concat([jpeg.subarray(0, 20), Buffer.from([0xff, 0xd9])])],
    ['a JPEG cut short', jpeg.subarray(0, jpeg.length - 2)],
    ['a JPEG with less image than it says', vast],
  ])('that is %s', async (_what, bytes) => {
    await expect(look(bytes)).rejects.toMatchObject({ code: 'papers.scan_broken', facts: { at: 'scan' } })
  })

  it.each([
    ['runs a script when opened', withCatalog('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>')],
    ['runs one under an escaped name', withCatalog('/OpenAction << /S /#4aavaScript /J#53 (1) >>')],
    ['names one', withCatalog('/Names << /JavaScript << /Names [] >> >>')],
    ['opens a file of another machine when opened', opening('<< /S /GoToR /F (\\\\\\\\khac\\\\chung) /D [0 /Fit] >>')],
    ['opens one that lies in another', opening('<< /S /GoToE /F (\\\\\\\\khac\\\\chung) /D [0 /Fit] >>')],
    ['opens a page of the web when opened', opening('<< /S /URI /URI (http://khac.example) >>')],
    ['says so elsewhere', opening('<< /S 6 0 R /D [3 0 R /Fit] >>', '/URI')],
    ['goes on to it from a page of its own', opening('<< /S /GoTo /D [3 0 R /Fit] /Next << /S /URI >> >>')],
    ['prints itself', opening('<< /S /Named /N /Print >>')],
    ['sends what was typed', opening('<< /S /SubmitForm /F (http://khac.example) >>')],
    ['plays something', opening('<< /S /Rendition >>')],
    ['is a link to the web all over', linked('<< /S /URI /URI (http://khac.example) >>')],
    ['is a link to a file of another machine', linked('<< /S /GoToR /F (\\\\\\\\khac\\\\chung) /D [0 /Fit] >>')],
    ['does something when a page is turned', onPage('/AA << /O << /S /GoTo /D [3 0 R /Fit] >> >>')],
    [
      'shows a page of another file',
      onPage(
        '/Resources << /XObject << /a 5 0 R >> >>',
        '<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Ref << /F (khac) /Page 0 >> /Length 0 >>\nstream\n\nendstream',
      ),
    ],
    ['has its picture in another file', onPage('/Thumb 5 0 R', '<< /F (khac) /Length 0 >>\nstream\n\nendstream')],
    ['starts a program', withCatalog('', '<< /Type /Action /S /Launch /F (cmd.exe) >>')],
    ['carries a file', withCatalog('', '<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream')],
    [
      'hides a script among packed objects',
      withCatalog('', packed(Buffer.from('9 0 << /JS (1) >>'), '/Type /ObjStm /N 1 /First 4')),
    ],
  ])('whose PDF %s', async (_what, bytes) => {
    await expect(look(bytes)).rejects.toMatchObject({ code: 'papers.scan_active', facts: { at: 'scan' } })
  })

  const page = (words: string, content = onePage[3] as string, ...objects: string[]): Buffer =>
    pdfOf([catalog, onePage[1], `<< /Type /Page /Parent 2 0 R ${words} >>`, content, ...objects])
  const box = (four: string, more = ''): Buffer => page(`/MediaBox [${four}] ${more} /Contents 4 0 R`)
  const a4 = '/MediaBox [0 0 595 842]'
  const streamOf = (words: string, data: string): string =>
    `<< ${words} /Length ${data.length} >>\nstream\n${data}\nendstream`
  const vastly = deflateSync(Buffer.alloc(200_000_000, '0 0 m '))
  const drawing = (words: string): Buffer =>
    page(`${a4} /Contents 4 0 R /Resources << /XObject << /a 5 0 R >> >>`, onePage[3], streamOf(words, 'x'))

  it('by a test that takes such pages where nothing is wrong with them', async () => {
    const fits = [
      box('0 842 595 0'),
      box('0 0 14400 14400'),
      page(`${a4} /Contents [4 0 R 5 0 R]`, streamOf('', ' '), packed(Buffer.from('0 0 9 9 re f'), '')),
      page(`${a4} /Contents 4 0 R`, streamOf('/Filter [/ASCIIHexDecode]', '302030203920392072652066>')),
      drawing('/Subtype /Image /Width 9000 /Height 9000'),
    ]
    for (const bytes of fits) expect(await look(bytes)).toMatchObject({ length: bytes.length })
  })

  it.each([
    ['of no size', 'khổ giấy', () => box('0 0 0 0')],
    ['of less than none', 'khổ giấy', () => box('0 0 -5 -5')],
    ['larger than any sheet', 'khổ giấy', () => box('0 0 99999999 99999999')],
    ['of which nothing is shown', 'khổ giấy', () => box('0 0 595 842', '/CropBox [0 0 1 842]')],
    ['that is empty', 'trang trống', () => page(a4)],
    ['with blanks', 'trang trống', () => page(`${a4} /Contents 4 0 R`, streamOf('', ' \n '))],
    ['with packed blanks', 'trang trống', () => page(`${a4} /Contents [4 0 R]`, packed(Buffer.from('  '), ''))],
    [
      'of 195 kB that unpack to 200 MB',
      'lớn quá mức',
      () => page(`${a4} /Contents 4 0 R`, streamOf('/Filter /FlateDecode', vastly.toString('latin1'))),
    ],
    [
      'that has it drawn by another part',
      'lớn quá mức',
      () =>
        page(
          `${a4} /Contents 4 0 R /Resources << /XObject << /a 5 0 R >> >>`,
          onePage[3],
          streamOf('/Subtype /Form /Filter /FlateDecode', vastly.toString('latin1')),
        ),
    ],
    ['with a picture beyond measure', 'lớn quá mức', () => drawing('/Subtype /Image /Width 99999 /Height 99999')],
    [
      'packed twice',
      'nén theo cách',
      () => page(`${a4} /Contents 4 0 R`, streamOf('/Filter [/FlateDecode /FlateDecode]', 'x')),
    ],
  ])('whose PDF has a page %s', async (_what, said, made) => {
    await expect(look(made())).rejects.toMatchObject({
      code: 'papers.scan_page',
      said: { vi: expect.stringContaining(said) },
      facts: { at: 'scan', page: 1 },
    })
  })

  it('whose PDF is locked', async () => {
    for (const locks of [{ userPassword: 'mat khau' }, { ownerPassword: 'chu' }])
      await expect(look(await drawn(locks))).rejects.toMatchObject({
        code: 'papers.scan_locked',
        facts: { at: 'scan' },
      })
  })
})
