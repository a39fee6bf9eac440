/** What a file is, by its bytes: an upload is what it holds, whatever it is called. */
import type { Problem } from '#kernel/problem.ts'
import { sheetProblem } from './problems.ts'

type Code = Parameters<typeof sheetProblem>[0]

const at = (bytes: Uint8Array, ...begins: readonly number[]): boolean =>
  begins.every((byte, place) => bytes[place] === byte)
const says = (bytes: Uint8Array, text: string, from = 0): boolean =>
  text === Buffer.from(bytes.subarray(from, from + text.length)).toString('latin1')

/** How files begin that are sent in the place of a table. */
const others: readonly (readonly [Code, (bytes: Uint8Array) => boolean])[] = [
  ['sheet.empty', (bytes) => bytes.length === 0],
  ['sheet.pdf', (bytes) => says(bytes, '%PDF')],
  ['sheet.picture', (bytes) => at(bytes, 0xff, 0xd8, 0xff) || at(bytes, 0x89, 0x50, 0x4e, 0x47)],
  ['sheet.picture', (bytes) => says(bytes, 'GIF8') || (says(bytes, 'RIFF') && says(bytes, 'WEBP', 8))],
  ['sheet.picture', (bytes) => says(bytes, 'II*\0') || says(bytes, 'MM\0*') || says(bytes, 'ftyp', 4)],
  ['sheet.picture', (bytes) => says(bytes, 'BM') && bytes[6] === 0 && bytes[8] === 0],
  ['sheet.archive', (bytes) => says(bytes, 'Rar!') || says(bytes, '7z\xbc\xaf') || at(bytes, 0x1f, 0x8b)],
  ['sheet.document', (bytes) => says(bytes, '{\\rtf')],
  ['sheet.other_sheet', (bytes) => says(bytes, 'ID;PWXL')],
]

const oldOffice = [0xd0, 0xcf, 0x11, 0xe0]

/** Old files of Office name their parts in UTF-16; the first name found tells. */
const oldParts: readonly (readonly [name: string, Code])[] = [
  ['EncryptedPackage', 'sheet.locked'],
  ['Workbook', 'sheet.old_xls'],
  ['Book', 'sheet.old_xls'],
  ['WordDocument', 'sheet.document'],
]
const oldKind = (bytes: Buffer): Code =>
  oldParts.find(([name]) => bytes.includes(Buffer.from(name, 'utf16le')))?.[1] ?? 'sheet.not_table'

/** How far into a text the first tag is looked for. */
const beginning = 4_096

/** The first letters, whatever they are written in. */
function beginningOf(bytes: Buffer): string {
  const encoding = at(bytes, 0xfe, 0xff) ? 'utf-16be' : at(bytes, 0xff, 0xfe) ? 'utf-16le' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes.subarray(0, beginning))
}

function markupKind(bytes: Buffer): Code | null {
  const text = beginningOf(bytes)
  if (/^\s*MIME-Version:/i.test(text)) return 'sheet.web_page'
  if (!/^\s*</.test(text)) return null
  if (/<(!doctype\s+html|html|head|body|table|meta|style|div)\b/i.test(text)) return 'sheet.web_page'
  return /^\s*<(\?xml|[a-z]+:|[a-z]+[\s>])/i.test(text) ? 'sheet.xml' : null
}

/** Whether the bytes are a zip, as a workbook is, or a text, as CSV is. Throws what else they are. */
export function tableKind(bytes: Uint8Array): 'zip' | 'text' {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (says(file, 'PK')) return 'zip'
  const other = others.find(([, is]) => is(file))?.[0]
  const code = other ?? (at(file, ...oldOffice) ? oldKind(file) : markupKind(file))
  if (code) throw sheetProblem(code)
  return 'text'
}

/** What a zip is that holds no workbook, by the names of its parts; null where it may be one. */
export function otherZip(names: readonly string[]): Problem | null {
  const has = (name: string): boolean => names.includes(name)
  if (has('word/document.xml')) return sheetProblem('sheet.document')
  if (has('xl/workbook.bin') || has('content.xml') || has('Index/Document.iwa'))
    return sheetProblem('sheet.other_sheet')
  return has('[Content_Types].xml') ? null : sheetProblem('sheet.archive')
}
