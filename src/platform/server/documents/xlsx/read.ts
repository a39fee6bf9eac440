/** Reading a workbook from outside: its sheets, and rows of text with their numbers, bounded, or one sentence why not. */
import { Problem } from '#kernel/problem.ts'
import { type SheetInfo, sheetsOf, streamRows } from './hucre.ts'
import { keeping, mustFit, type ReadRow, type SheetLimits, usualLimits } from './limits.ts'
import { type Marked, markedIn, unmarked } from './marked.ts'
import { sheetProblem } from './problems.ts'
import { isSheet, skeletonOf } from './skeleton.ts'
import { partsOf, zipOf } from './zip.ts'

export type OpenBook = {
  /** In the order of the workbook. */
  readonly sheets: readonly SheetInfo[]
  /** Dates become `dd/mm/yyyy`, numbers their plain digits, formulas their last result. `most` rows are enough. */
  readonly rows: (sheet: number, most?: number) => Promise<ReadRow[]>
  readonly marked: (sheet: number) => Marked
}

/**
 * Throws `sheet.unreadable`, `sheet.locked`, `sheet.too_large`, or what the zip is where it is no workbook; so do `rows`.
 */
export async function openBook(bytes: Uint8Array, limits: SheetLimits = usualLimits): Promise<OpenBook> {
  mustFit(limits, 'bytes', bytes.length)
  const parts = sheetsLast(await partsOf(bytes, limits))
  const sheets = await readable(() => sheetsOf(zipOf(parts.flatMap(withoutCells))))
  const rows = (sheet: number, most = 0) => {
    const own = parts.filter(({ isSheet }, at) => !isSheet || at === sheets[sheet]?.first)
    return readable(() => rowsOf(own, { sheet, most, limits }))
  }
  const marked = (sheet: number): Marked => {
    const own = parts.find(({ isSheet }, at) => isSheet && at === sheets[sheet]?.first)
    return own ? markedIn(own.xml, parts.find(({ name }) => /(^|\/)styles\.xml$/i.test(name))?.xml) : unmarked
  }
  return { sheets, rows, marked }
}

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw error instanceof Problem ? error : sheetProblem('sheet.unreadable')
  }
}

type Part = { readonly name: string; readonly xml: Buffer; readonly isSheet: boolean }

/** The library reads what sheets refer to on its way to them. */
function sheetsLast(parts: ReadonlyMap<string, Buffer>): Part[] {
  const all = [...parts].map(([name, xml]) => ({ name, xml, isSheet: isSheet(xml) }))
  return all.sort((one, other) => Number(one.isSheet) - Number(other.isSheet))
}

const isSharedText = (name: string): boolean => /sharedStrings\.xml$/i.test(name)

const withoutCells = ({ name, xml, isSheet }: Part, at: number): Part[] =>
  isSharedText(name) ? [] : [{ name, xml: isSheet ? skeletonOf(xml, at) : xml, isSheet }]

type Wanted = { readonly sheet: number; readonly most: number; readonly limits: SheetLimits }

async function rowsOf(parts: readonly Part[], { sheet, most, limits }: Wanted): Promise<ReadRow[]> {
  const keep = keeping(limits)
  const rows: ReadRow[] = []
  for await (const { index, values } of streamRows(zipOf(parts), { sheet, maxRows: most })) {
    const cells = keep(index + 1, values.map(textOf))
    if (cells.length > 0) rows.push({ row: index + 1, cells })
  }
  return rows
}

const two = (value: number): string => String(value).padStart(2, '0')

function textOf(value: string | number | boolean | Date | null): string {
  if (value === null) return ''
  if (value instanceof Date)
    return `${two(value.getUTCDate())}/${two(value.getUTCMonth() + 1)}/${value.getUTCFullYear()}`
  return String(value)
}
