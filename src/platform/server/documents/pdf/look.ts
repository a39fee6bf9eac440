/**
 * Looks at a finished PDF the way an eye would, for tests: which letters are drawn on which page and whether the glyph
 * behind each has an outline. Extracted text alone may be perfect while the page shows gaps. Reads what pdfkit writes.
 */
import { inflateSync } from 'node:zlib'

type Glyphs = { has(glyph: number): boolean }
type EmbeddedFont = { readonly letters: ReadonlyMap<number, string>; readonly glyphs: Glyphs }
export type LookedPage = {
  readonly width: number
  readonly height: number
  /** As it is read and copied: with the spaces that a line drawn out to the margin leaves out. */
  readonly text: string
  /** Letters whose glyph is empty: they were meant and are not seen. */
  readonly unseen: readonly string[]
  /** Letters that are part of no marked content: who hears the page does not know what they are. */
  readonly unmarked: readonly string[]
}

export function lookAt(pdf: Uint8Array): LookedPage[] {
  const file = Buffer.from(pdf)
  const whole = file.toString('latin1')
  const objects = new Map<number, { head: string; stream: Buffer | null }>()
  for (const found of whole.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const from = (found.index ?? 0) + found[0].length
    const marker = whole.indexOf('stream\n', from)
    const end = whole.indexOf('endobj', from)
    const hasStream = marker >= 0 && marker < end
    const head = whole.slice(from, hasStream ? marker : end)
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const raw = hasStream ? file.subarray(marker + 7, marker + 7 + length) : null
    objects.set(Number(found[1]), { head, stream: raw && head.includes('FlateDecode') ? inflateSync(raw) : raw })
  }
  const head = (id: number): string => objects.get(id)?.head ?? ''
  const stream = (id: number): Buffer => objects.get(id)?.stream ?? Buffer.alloc(0)
  const fontOf = (id: number): EmbeddedFont => {
    const descriptor = ref(head(ref(head(id), 'DescendantFonts \\[')), 'FontDescriptor ')
    return {
      letters: lettersOf(stream(ref(head(id), 'ToUnicode ')).toString('latin1')),
      glyphs: glyphsOf(stream(ref(head(descriptor), 'FontFile2 '))),
    }
  }
  const pages = [...objects.values()].filter((one) => /\/Type \/Page\n/.test(one.head))
  const opened = new Map<number, EmbeddedFont>()
  return pages.map((page) => {
    const fonts = new Map<string, EmbeddedFont>()
    for (const [, name = '', id] of head(ref(page.head, 'Resources ')).matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = opened.get(Number(id)) ?? fontOf(Number(id))
      opened.set(Number(id), font)
      fonts.set(name, font)
    }
    const [width = 0, height = 0] = (/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page.head) ?? []).slice(1).map(Number)
    return { width, height, ...readContent(stream(ref(page.head, 'Contents ')).toString('latin1'), fonts) }
  })
}

/** How often each kind of element stands in the structure of a tagged document. */
export function elementsOf(pdf: Uint8Array): Map<string, number> {
  const counts = new Map<string, number>()
  const whole = Buffer.from(pdf).toString('latin1')
  if (!whole.includes('/StructTreeRoot')) return counts
  for (const [, kind = ''] of whole.matchAll(/obj\n<<\n\/S \/(\w+)\n/g)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

const ref = (text: string, name: string): number => Number(new RegExp(`/${name}(\\d+) 0 R`).exec(text)?.[1] ?? 0)

const tokens = /\/ActualText \(((?:\\[\s\S]|[^\\)])*)\)|\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>|\b(?:ET|BDC|BMC|EMC)\b/g

function readContent(content: string, fonts: ReadonlyMap<string, EmbeddedFont>) {
  let text = ''
  let font: EmbeddedFont | undefined
  const unseen: string[] = []
  const unmarked: string[] = []
  let depth = 0
  // How deep the words begin that are read in place of what is drawn there.
  let instead: number | null = null
  const draw = (codes: string): void => {
    for (const code of codes.match(/.{4}/g) ?? []) {
      const glyph = Number.parseInt(code, 16)
      const letter = font?.letters.get(glyph) ?? '?'
      if (instead === null) text += letter
      if (depth === 0) unmarked.push(letter)
      if (letter.trim() && !font?.glyphs.has(glyph)) unseen.push(letter)
    }
  }
  for (const [whole, actual, face, codes] of content.matchAll(tokens)) {
    if (actual !== undefined) {
      text += wordsIn(actual)
      instead = depth
    } else if (face) font = fonts.get(face)
    else if (codes) draw(codes)
    else if (whole === 'ET') text += instead === null ? '\n' : ''
    else depth += whole === 'EMC' ? -1 : 1
    if (whole === 'EMC' && depth === instead) {
      text += '\n'
      instead = null
    }
  }
  return { text, unseen, unmarked }
}

const escaped: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** UTF-16 in a literal string, its brackets and backslashes escaped. */
function wordsIn(literal: string): string {
  const plain = literal.replace(/\\([\s\S])/g, (_, letter: string) => escaped[letter] ?? letter)
  const bytes = Buffer.from(plain, 'latin1')
  return bytes.length % 2 === 0 ? bytes.subarray(2).swap16().toString('utf16le') : ''
}

/** pdfkit's ToUnicode: ranges of one start code and a list of values. */
function lettersOf(cmap: string): Map<number, string> {
  const letters = new Map<number, string>()
  for (const [, from = '', list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g))
    [...list.matchAll(/<([0-9a-f ]+)>/g)].forEach(([, units = ''], at) => {
      const codes = (units.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))
      letters.set(Number.parseInt(from, 16) + at, String.fromCharCode(...codes))
    })
  return letters
}

/** TrueType outlines: a glyph is there where it has contours, or parts that are all there. */
function glyphsOf(font: Buffer): Glyphs {
  const table = (tag: string): Buffer => {
    for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16)
      if (font.toString('latin1', at, at + 4) === tag)
        return font.subarray(font.readUInt32BE(at + 8), font.readUInt32BE(at + 8) + font.readUInt32BE(at + 12))
    throw new Error(`font without ${tag}`)
  }
  const [glyf, loca, long] = [table('glyf'), table('loca'), table('head').readInt16BE(50) === 1]
  const offset = (glyph: number): number => (long ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2)
  const has = (glyph: number): boolean => {
    const data = glyf.subarray(offset(glyph), offset(glyph + 1))
    if (data.length === 0) return false
    return data.readInt16BE(0) >= 0 || partsOf(data).every(has)
  }
  return { has }
}

function partsOf(data: Buffer): number[] {
  const parts: number[] = []
  for (let at = 10, more = true; more; ) {
    const flags = data.readUInt16BE(at)
    parts.push(data.readUInt16BE(at + 2))
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0)
    more = (flags & 0x20) !== 0
  }
  return parts
}
