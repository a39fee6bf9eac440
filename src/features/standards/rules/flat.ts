/**
 * A household on one row of a spreadsheet: a column an answer (`housing.wall`), a column a member (`member1`) whose
 * cell holds words like `sex=female birth=1985-04-12 healthInsurance=yes`. An empty cell is an unknown answer.
 * Headings may carry a Vietnamese word after a bar: `settlement | Khu vực`.
 */
import { readFileNumber } from '#kernel/numbers.ts'
import type { Said } from '#kernel/text.ts'
import type { Facts } from '../model/facts.ts'
import { withAnswer } from './form.ts'

type Kind = 'text' | 'yes_no' | 'whole' | 'decimal' | 'many' | 'ticks'

/** The columns a row may have, besides `member1`, `member2` ... */
export const flatColumns = {
  settlement: 'text',
  region: 'text',
  livelihood: 'text',
  memberCount: 'whole',
  'housing.wall': 'text',
  'housing.pillar': 'text',
  'housing.roof': 'text',
  'housing.areaM2': 'decimal',
  'water.source': 'text',
  'sanitation.toilet': 'text',
  'sanitation.waste': 'text',
  'information.internet': 'yes_no',
  'information.phone': 'yes_no',
  'information.means': 'many',
  'information.loudspeaker': 'yes_no',
  'income.perPersonMonth': 'whole',
  'income.total12Months': 'whole',
  'income.b1.points': 'decimal',
  'income.b1.table': 'text',
  causes: 'many',
  support: 'many',
  declared: 'ticks',
} as const satisfies Record<string, Kind>

/** Columns about the row, not about the household: skipped here, read by who needs them. */
export const aboutTheRow = ['id', 'day', 'note'] as const

const memberYesNo = new Set([
  'trainedOnJob',
  'canWork',
  'contract',
  'wantsWork',
  'healthInsurance',
  'socialAllowance',
  'pension',
  'merit',
  'seriousIllness',
  'soughtCare',
])
const yes = new Set(['yes', 'true', '1', 'có', 'x'])
const no = new Set(['no', 'false', '0', 'không'])

/** A cell that cannot be read; says where and why. */
export class FlatError extends Error {
  readonly said: Said
  constructor(where: string, said: Said) {
    super(`${where}: ${said.en}`)
    this.said = { vi: `${where}: ${said.vi}`, en: this.message }
  }
}

function yesNo(text: string, where: string): boolean {
  const word = text.toLowerCase()
  if (yes.has(word)) return true
  if (no.has(word)) return false
  throw new FlatError(where, {
    vi: `"${text}" không phải có hoặc không`,
    en: `"${text}" is neither yes nor no`,
  })
}

function numberOf(text: string, kind: 'whole' | 'decimal', where: string): number {
  const read = readFileNumber(text, kind)
  if ('fault' in read) throw new FlatError(where, read.fault)
  return read.value
}

const wordsOf = (text: string): string[] => text.split(/[\s;,]+/).filter((w) => w !== '')

/** `none` is an answer too: an empty list, where an empty cell is no answer. */
const manyOf = (text: string): string[] => (text === 'none' ? [] : wordsOf(text))

/** The pairs of a cell; each name stands once. */
function pairsOf(text: string, where: string): Map<string, string> {
  const pairs = new Map<string, string>()
  for (const word of wordsOf(text)) {
    const [key = '', value = '', ...more] = word.split('=')
    if (key === '' || value === '' || more.length > 0)
      throw new FlatError(where, { vi: `"${word}" không ở dạng tên=giá trị`, en: `"${word}" is not name=value` })
    if (pairs.has(key)) throw new FlatError(where, { vi: `${key} có hai lần`, en: `${key} stands twice` })
    pairs.set(key, value)
  }
  return pairs
}

function cellValue(kind: Kind, text: string, where: string): unknown {
  switch (kind) {
    case 'text':
      return text
    case 'yes_no':
      return yesNo(text, where)
    case 'whole':
    case 'decimal':
      return numberOf(text, kind, where)
    case 'many':
      return manyOf(text)
    case 'ticks':
      return Object.fromEntries([...pairsOf(text, where)].map(([key, value]) => [key, yesNo(value, where)]))
  }
}

function birthOf(text: string, where: string): Record<string, number> {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text)
  if (!found)
    throw new FlatError(where, {
      vi: `"${text}" không phải ngày sinh; hãy ghi 1985, 1985-04 hoặc 1985-04-12`,
      en: `"${text}" is not a birth; write 1985, 1985-04 or 1985-04-12`,
    })
  const [, year, month, day] = found
  return {
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  }
}

/** The names are checked by the schema: one that is none of an answer is refused there. */
function memberOf(text: string, heading: string): Record<string, unknown> {
  const answers = [...pairsOf(text, heading)].map(([key, value]) => {
    if (key === 'birth') return [key, birthOf(value, heading)]
    return [key, memberYesNo.has(key) ? yesNo(value, `${heading} ${key}`) : value]
  })
  return { id: `p${heading.slice('member'.length)}`, ...Object.fromEntries(answers) }
}

/** The name of a column from its heading: what stands before the bar. */
export const columnOf = (heading: string): string => (heading.split('|')[0] ?? '').trim()

const kindOf = (column: string): Kind | undefined =>
  Object.hasOwn(flatColumns, column) ? flatColumns[column as keyof typeof flatColumns] : undefined

const isKnown = (column: string): boolean =>
  kindOf(column) !== undefined ||
  /^member[1-9]\d?$/.test(column) ||
  (aboutTheRow as readonly string[]).includes(column) ||
  column.startsWith('expect.')

/** Headings that are no column; an empty list where all are. */
export const unknownColumns = (headings: readonly string[]): string[] =>
  headings.map(columnOf).filter((c) => c !== '' && !isKnown(c))

const isMoney = (column: string): boolean => /^income\./.test(column) && kindOf(column) === 'whole'

/**
 * The place of a number that a comma has parted between two cells, as far as that shows: a few đồng and three digits, or
 * a number before bare digits where an answer has words. -1 where there is none.
 */
export const partedNumber = (columns: readonly string[], cells: readonly string[]): number =>
  cells.findIndex((cell, i) => {
    const [column = '', next = ''] = [columns[i], columns[i + 1]]
    const rest = cells[i + 1] ?? ''
    if (isMoney(column) && /^[1-9]\d{0,2}$/.test(cell) && /^\d{3}$/.test(rest)) return true
    const isNumber = ['whole', 'decimal'].includes(kindOf(column) ?? '')
    return isNumber && /^\d+$/.test(cell) && /^\d+$/.test(rest) && ['text', 'many'].includes(kindOf(next) ?? '')
  })

/**
 * The answers on a row, by column name. They still have to be checked by `FactsSchema`. Throws FlatError on a cell that
 * cannot be read.
 */
export function factsFromRow(row: ReadonlyMap<string, string>): unknown {
  let facts: Facts = {}
  const members: Record<string, unknown>[] = []
  for (const [column, cell] of row) {
    const text = cell.trim()
    if (text === '') continue
    const kind = kindOf(column)
    if (kind !== undefined) {
      facts = withAnswer(facts, { path: column }, cellValue(kind, text, column))
    } else if (column.startsWith('member')) members.push(memberOf(text, column))
  }
  return members.length === 0 ? facts : { ...facts, members }
}
