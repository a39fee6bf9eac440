import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FileLine, linesOf } from './lines.ts'

async function linesIn(chunks: readonly Uint8Array[], most = 1_000_000): Promise<FileLine[]> {
  const found: FileLine[] = []
  for await (const line of linesOf(each(chunks), most)) found.push(line)
  return found
}
async function* each<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all
}
const textsIn = async (bytes: Uint8Array): Promise<string[]> => (await linesIn([bytes])).map(({ text }) => text)

/** The same bytes in pieces of any length. */
function pieces(bytes: Buffer, lengths: readonly number[]): Buffer[] {
  const found: Buffer[] = []
  for (let at = 0, n = 0; at < bytes.length; n++) {
    const length = lengths[n % lengths.length] ?? 1
    found.push(bytes.subarray(at, at + length))
    at += length
  }
  return found
}

const letters = fc.constantFrom('a', 'ễ', '😀', '"', ' ', '\n', '\r', '\r\n', 'Hộ Mai', '\u2028')
const texts = fc.array(letters, { maxLength: 40 }).map((all) => all.join(''))
/** What an editor counts. */
const expected = (text: string): string[] => {
  const all = text.split(/\r\n|\n|\r/)
  return all.at(-1) === '' ? all.slice(0, -1) : all
}

describe('the lines of a file', () => {
  it('are those that an editor counts, however the file comes in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), async (text, lengths) => {
        const lines = await linesIn(pieces(Buffer.from(text), lengths))
        expect(lines).toEqual(expected(text).map((one, at) => ({ line: at + 1, text: one })))
      }),
      { numRuns: 500 },
    )
  })

  it('are the same behind the mark of UTF-8, and in the UTF-16 of a spreadsheet', async () => {
    const text = 'Hộ Mai\r\n\r\nHộ Hùng'
    expect(await textsIn(Buffer.from(`\uFEFF${text}`))).toEqual(['Hộ Mai', '', 'Hộ Hùng'])
    expect(await textsIn(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toEqual(['Hộ Mai', '', 'Hộ Hùng'])
    expect(await textsIn(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16())).toEqual(['Hộ Mai', '', 'Hộ Hùng'])
    expect(await textsIn(Buffer.from('\uFEFF'))).toEqual([])
    expect(await textsIn(Buffer.alloc(0))).toEqual([])
    expect(await textsIn(Buffer.from('a'))).toEqual(['a'])
  })

  it('that are no UTF-8 say so by their number, and the next is read', async () => {
    const bad = Buffer.concat([Buffer.from('một\nh'), Buffer.from([0xe9]), Buffer.from('\nba')])
    expect(await linesIn([bad])).toMatchObject([
      { line: 1, text: 'một' },
      { line: 2, fault: { vi: 'dòng không phải UTF-8; hãy lưu tệp theo mã UTF-8' } },
      { line: 3, text: 'ba' },
    ])
    expect(await linesIn([Buffer.from('Hộ', 'utf16le')])).toMatchObject([
      { fault: { en: expect.stringContaining('UTF-8') } },
    ])
  })

  it('that are longer than may be kept are passed over without being kept', async () => {
    async function* long() {
      for (let n = 0; n < 800; n++) yield Buffer.alloc(65_536, 'x')
      yield Buffer.from('\nkế\n')
    }
    const found: FileLine[] = []
    const before = process.memoryUsage().arrayBuffers
    for await (const line of linesOf(long(), 1_000)) found.push(line)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60_000_000)
    expect(found).toMatchObject([
      { line: 1, fault: { en: 'is longer than 1000 bytes' } },
      { line: 2, text: 'kế' },
    ])
    expect(found[0]?.text).toBe('x'.repeat(200))
  })

  it('of exactly as many bytes as may be kept are kept', async () => {
    expect(await linesIn([Buffer.from('12345\n123456\n')], 5)).toMatchObject([
      { text: '12345' },
      { fault: { vi: 'dòng dài quá 5 byte' } },
    ])
  })
})
