/** Cells of a list into values: words of either language, dates as offices write them. Pure. */
import { findPlainDate, type PlainDate } from './dates.ts'
import { plainFigures } from './figures.ts'
import { type Birth, type Sex, sexWords } from './persons.ts'
import { fold, type Said } from './text.ts'

export const wordKey = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '')

/** Finds the code of a cell by its wording in either language, by the code itself or by another spelling. */
export function wordFinder<K extends string>(
  words: Readonly<Record<K, Said>>,
  more: Partial<Record<K, readonly string[]>> = {},
) {
  const found = new Map<string, K>()
  for (const code of Object.keys(words) as K[])
    for (const text of [code, words[code].vi, words[code].en, ...(more[code] ?? [])]) found.set(wordKey(text), code)
  return (cell: string): K | null => found.get(wordKey(cell)) ?? null
}

const yes = new Set(['co', 'x', '1', 'yes', 'true', 'y'])
const no = new Set(['khong', '0', 'no', 'false', 'n'])
export const findYesNo = (cell: string): boolean | null =>
  yes.has(wordKey(cell)) ? true : no.has(wordKey(cell)) ? false : null

export const findSex = wordFinder<Sex>(sexWords, { male: ['trai', 'm'], female: ['gái', 'f'] })

/**
 * `05/11/1976`, `11/1976`, `1976`, `1976-11-05`; null for anything else, two-digit years too. A year that nobody
 * living is born in is read as well: it is told by what it is.
 */
export function findBirth(written: string): Birth | null {
  const cell = plainFigures(written)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(cell)
  const parts = iso ? [iso[3], iso[2], iso[1]] : cell.split(/[/.-]/)
  if (parts.length > 3 || !parts.every((part) => part && /^\d{1,4}$/.test(part))) return null
  const [year, month, day] = parts.map(Number).reverse()
  if (year === undefined || year < 1000 || year > 9999) return null
  if (month !== undefined && (month < 1 || month > 12)) return null
  if (day !== undefined && (day < 1 || day > 31)) return null
  return { year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) }
}

const two = (n: number): string => String(n).padStart(2, '0')

/** A whole day, written as a birth is; null for anything else, and for days that the calendar does not have. */
export function findDay(written: string): PlainDate | null {
  const found = findBirth(written)
  if (!found || found.month === undefined || found.day === undefined) return null
  return findPlainDate(`${found.year}-${two(found.month)}-${two(found.day)}`)
}
