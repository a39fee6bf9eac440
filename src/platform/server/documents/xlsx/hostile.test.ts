/** Workbooks made to keep the reader busy, or to show it another file than the one that is read. */
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { deflateRawSync } from 'node:zlib'
import { writeXlsxStream } from 'hucre'
import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { Problem } from '#kernel/problem.ts'
import { usualLimits } from './limits.ts'
import { isPlainMarkup } from './markup.ts'
import { openBook } from './read.ts'

const office = 'http://schemas.openxmlformats.org'
const related = `${office}/officeDocument/2006/relationships`
const rels = (...targets: [string, string][]) =>
  `<Relationships xmlns="${office}/package/2006/relationships">${targets
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${related}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** The parts of a workbook of one sheet, which stands at `place`. */
const partsOf = (rows: string, texts: string[] = [], place = 'sheet1.xml'): [string, string][] => [
  ['[Content_Types].xml', `<Types xmlns="${office}/package/2006/content-types"/>`],
  ['_rels/.rels', rels(['officeDocument', 'xl/workbook.xml'])],
  [
    'xl/workbook.xml',
    `<workbook xmlns:r="${related}"><sheets><sheet name="Hộ" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  ['xl/_rels/workbook.xml.rels', rels(['worksheet', `worksheets/${place}`], ['sharedStrings', 'sharedStrings.xml'])],
  ['xl/sharedStrings.xml', `<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`],
  [`xl/worksheets/${place}`, `<worksheet><sheetData>${rows}</sheetData></worksheet>`],
]

type Packed = { readonly body: Buffer; readonly directory: Buffer; readonly count: number }

function packed(parts: [string, string][]): Packed {
  const bodies: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const [title, text] of parts) {
    const [name, data] = [Buffer.from(title), deflateRawSync(Buffer.from(text))]
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(data.length, 14)
    shared.writeUInt32LE(Buffer.byteLength(text), 18)
    shared.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    entries.push(Buffer.from('PK\x01\x02\0\0', 'latin1'), shared, place, name)
    const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, name, data])
    bodies.push(body)
    at += body.length
  }
  return { body: Buffer.concat(bodies), directory: Buffer.concat(entries), count: parts.length }
}

type End = { count: number; size: number; start: number; comment?: Buffer }
function endOf({ count, size, start, comment = Buffer.alloc(0) }: End): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(start, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([end, comment])
}

const plainEnd = ({ body, directory, count }: Packed): End => ({ count, size: directory.length, start: body.length })
function workbook(parts: [string, string][], end: Partial<End> = {}): Buffer {
  const zip = packed(parts)
  return Buffer.concat([zip.body, zip.directory, endOf({ ...plainEnd(zip), ...end })])
}

/** The true directory stands in records of ZIP64; the plain end says that there is none. */
function zip64(parts: [string, string][]): Buffer {
  const { body, directory, count } = packed(parts)
  const record = Buffer.alloc(56)
  record.write('PK\x06\x06', 'latin1')
  record.writeBigUInt64LE(44n, 4)
  for (const at of [24, 32]) record.writeBigUInt64LE(BigInt(count), at)
  record.writeBigUInt64LE(BigInt(directory.length), 40)
  record.writeBigUInt64LE(BigInt(body.length), 48)
  const locator = Buffer.alloc(20)
  locator.write('PK\x06\x07', 'latin1')
  locator.writeBigUInt64LE(BigInt(body.length + directory.length), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([body, directory, record, locator, endOf({ count: 0, size: 0xffffffff, start: 0 })])
}

const read = async (bytes: Buffer, limits: object = {}): Promise<unknown> => {
  try {
    const book = await openBook(bytes, { ...usualLimits, ...limits })
    return (await book.rows(0)).map(({ cells }) => cells)
  } catch (error) {
    return error instanceof Problem ? error.code : error
  }
}
const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const plain = `<row>${cell('Mai')}${cell('Hùng')}</row>`
const spaces = (count: number) => ' '.repeat(count)

describe('a workbook whose XML has no end', () => {
  it('is read where it is plain', async () => {
    expect(await read(workbook(partsOf(plain)))).toEqual([['Mai', 'Hùng']])
  })

  it.each([
    ['a tag', `<row r="1" x="${spaces(70_000)}"></row>`],
    ['a tag with marks inside its quotes', `<row r="1" x='${'>"<'.repeat(25_000)}'></row>`],
    ['a tag that never ends', '<row r="1" x="'],
    ['a comment', `<!--${'> '.repeat(35_000)}-->`],
    ['a section', `<![CDATA[${'> '.repeat(35_000)}]]>`],
    ['an instruction', `<?x ${'> '.repeat(35_000)}?>`],
    ['an end', `</x${spaces(70_000)}>`],
    ['a text', spaces(300_000)],
  ])('is refused before it is read: %s', async (_, rows) => {
    expect(await read(workbook(partsOf(rows + plain)))).toBe('sheet.unreadable')
  })

  it('of a hundred megabytes is refused at once', () => {
    const xml = Buffer.alloc(100_000_000, ' ')
    xml.write('<row r="1" x="')
    expect(isPlainMarkup(xml)).toBe(false)
    expect(isPlainMarkup(Buffer.from(`<a b='">'><!-- <> --><![CDATA[<]]><?x <?></a>${spaces(200_000)}`))).toBe(true)
  })

  it('is not read under a name that is not looked into', async () => {
    expect(await read(workbook(partsOf(plain, [], 'sheet1.png')))).toBe('sheet.unreadable')
    const picture: [string, string] = ['xl/media/a.png', `<${spaces(70_000)}`]
    expect(await read(workbook([picture, ...partsOf(plain)]))).toEqual([['Mai', 'Hùng']])
  })
})

describe('a workbook that says one text very often', () => {
  const often = (rows: number, cells: number) => `<row>${'<c t="s"><v>0</v></c>'.repeat(cells)}</row>`.repeat(rows)

  it('of blanks is refused by their length before they are trimmed', async () => {
    expect(await read(workbook(partsOf(often(2, 3), [spaces(31)])), { cell: 10 })).toBe('sheet.cell_too_long')
    expect(await read(workbook(partsOf(often(2, 3), [spaces(30)])), { cell: 10 })).toEqual([])
  })

  it('is refused by all its letters together, and blank and empty cells count too', async () => {
    const within = (rows: string, letters: number) => read(workbook(partsOf(rows, [spaces(9)])), { letters })
    expect(await within(often(4, 5), 200)).toEqual([])
    expect(await within(often(4, 5), 199)).toBe('sheet.too_large')
    const empty = '<row><c r="CV1"/></row>'.repeat(20)
    expect(await within(empty, 2_000)).toEqual([])
    expect(await within(empty, 1_999)).toBe('sheet.too_large')
  })
})

/** The same parts by the library that packs; `zip64` says every number at length, as some offices' programs do. */
function written(parts: [string, string][], zip64: boolean): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, text] of parts) zip.addBuffer(Buffer.from(text), name, { forceZip64Format: zip64 })
  zip.end({ forceZip64Format: zip64, comment: '' })
  return buffer(zip.outputStream as Readable)
}

describe('a zip whose directory stands elsewhere or says little', () => {
  const parts = partsOf(plain)
  const zip = packed(parts)
  const people = [['Mai', 'Hùng']]

  it('is read where it is ZIP64, whose plain end says that there is nothing', async () => {
    expect(await read(zip64(parts))).toEqual(people)
    expect(await read(await written(parts, true))).toEqual(people)
    expect(await read(await written(parts, false))).toEqual(people)
    const rows = (async function* () {
      yield ['Mai', 'Hùng']
    })()
    const streamed = await new Response(writeXlsxStream(rows, { name: 'Hộ', zip64: true })).arrayBuffer()
    expect(await read(Buffer.from(streamed))).toEqual(people)
  })

  it('is read with a comment, and with sizes that stand behind the parts', async () => {
    expect(await read(workbook(parts, { comment: Buffer.from('của xã Tam Hồng') }))).toEqual(people)
    const bytes = workbook(parts)
    const last = bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1')
    const local = bytes.readUInt32LE(last + 42)
    for (const at of [last + 8, local + 6]) bytes.writeUInt16LE(8, at)
    for (const at of [local + 18, local + 22]) bytes.writeUInt32LE(0, at)
    expect(await read(bytes)).toEqual(people)
  })

  it('is refused: a false end as the comment of the true one', async () => {
    const comment = endOf({ count: 0, size: 0, start: 0 })
    expect(await read(workbook(parts, { comment }))).toBe('sheet.archive')
    expect(await read(workbook(parts, { comment: comment.subarray(0, 20) }))).toEqual(people)
  })

  it('is refused: another count or place than the directory has, bytes behind its end', async () => {
    const { count, start } = plainEnd(zip)
    expect(await read(workbook(parts, { count: 0 }))).toBe('sheet.archive')
    const ends = [{ count: count - 1 }, { count: count + 1 }, { start: start + 1 }, { start: 0xffffffff }]
    for (const end of ends) expect(await read(workbook(parts, end)), JSON.stringify(end)).toBe('sheet.unreadable')
    expect(await read(Buffer.concat([workbook(parts), Buffer.alloc(1)]))).toBe('sheet.unreadable')
  })

  it('is refused: a part that stands twice, another size than a part has, a part altered on its way', async () => {
    expect(await read(workbook([...parts, ...parts.slice(-1)]))).toBe('sheet.unreadable')
    const bent = workbook(parts)
    const last = bent.lastIndexOf('PK\x01\x02', undefined, 'latin1')
    for (const size of [1, 0x7fff]) {
      bent.writeUInt32LE(size, last + 24)
      expect(await read(bent)).toBe('sheet.unreadable')
    }
    const sum = await written(parts, false)
    sum.writeUInt32LE(1, sum.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 16)
    expect(await read(sum)).toBe('sheet.unreadable')
  })

  it('is refused: a hundred thousand parts, at once', async () => {
    const many = Array.from({ length: 2_100 }, (_, at): [string, string] => [`xl/media/${at}.png`, ''])
    expect(await read(workbook([...many, ...parts]))).toBe('sheet.too_large')
    expect(await read(workbook([...many.slice(0, 1_900), ...parts]))).toEqual(people)
  })
})

describe('a bomb', () => {
  const zeros = (size: number) => ['xl/worksheets/sheet2.xml', '0'.repeat(size)] as [string, string]
  const seconds = async (bytes: Buffer) => {
    const before = [performance.now(), process.memoryUsage().rss] as const
    const code = await read(bytes)
    expect(performance.now() - before[0]).toBeLessThan(5_000)
    expect(process.memoryUsage().rss - before[1]).toBeLessThan(100_000_000)
    return code
  }

  it('is refused by what it says, before anything of it is unpacked', async () => {
    expect(await seconds(workbook([...partsOf(plain), zeros(250_000_000)]))).toBe('sheet.too_large')
    // Within what may be unpacked, but packed as no table is.
    expect(await seconds(workbook([...partsOf(plain), zeros(20_000_000)]))).toBe('sheet.too_large')
    const many = Array.from({ length: 30 }, (_, at) => [`xl/worksheets/sheet${at + 2}.xml`, zeros(9_000_000)[1]])
    expect(await seconds(workbook([...partsOf(plain), ...(many as [string, string][])]))).toBe('sheet.too_large')
  })

  it('is broken off where it says that it is small', async () => {
    const bytes = workbook([...partsOf(plain), zeros(150_000_000)])
    const last = bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1')
    bytes.writeUInt32LE(100, last + 24)
    expect(await seconds(bytes)).toBe('sheet.unreadable')
  })
})
