/** A sheet without its cells: what a workbook hides is found out without reading it whole. */
import { sheetEnd } from './limits.ts'

/** A tag of a row or column with its attributes is far shorter. */
const longestTag = 1_000

const rowOrColumn = /<(?:\w+:)?(row|col)(\s[^<>]*?)\/?>$/

export const isSheet = (xml: Buffer): boolean => xml.includes('<sheetData') || xml.includes(':sheetData')

/** Merged cells stand below the cells, in one place. */
function mergesOf(xml: Buffer): string {
  const from = xml.indexOf('<mergeCells')
  const to = from < 0 ? -1 : xml.indexOf('</mergeCells>', from)
  return to < 0 ? '' : `${xml.toString('latin1', from, to)}</mergeCells>`
}

/**
 * The same sheet with nothing but the tags of its hidden rows and columns, its merged cells, and in its first cell a number by which the
 * part is known again: which sheet lies in which part only the library finds out.
 */
export function skeletonOf(xml: Buffer, part: number): Buffer {
  const tags: Record<'row' | 'col', string[]> = { row: [], col: [] }
  let at = xml.indexOf(' hidden=')
  for (let looks = 0; at >= 0 && looks < sheetEnd.rows; looks++) {
    const rest = xml.subarray(at, at + longestTag).indexOf('>')
    const tag = rest < 0 ? null : rowOrColumn.exec(xml.toString('latin1', Math.max(0, at - longestTag), at + rest + 1))
    if (tag) tags[tag[1] as 'row' | 'col'].push(`<${tag[1]}${tag[2]}/>`)
    at = xml.indexOf(' hidden=', at + 1)
  }
  const known = `<row r="1"><c r="A1"><v>${part}</v></c></row>`
  return Buffer.from(
    `<worksheet><cols>${tags.col.join('')}</cols><sheetData>${known}${tags.row.join('')}</sheetData>${mergesOf(xml)}</worksheet>`,
  )
}
