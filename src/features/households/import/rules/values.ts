/** Cells into values: words of either language, dates as offices write them. Pure. */

import { plainFigures } from '#kernel/figures.ts'
import type { Sex } from '#kernel/persons.ts'
import { type Birth, sexWords } from '#kernel/persons.ts'
import { fold, type Said } from '#kernel/text.ts'
import { disabilityWords, jobWords, relationWords, schoolWords } from '../../model/words.ts'
import type { Relation } from '../../model.ts'

const key = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '')

/** Finds the code of a cell by its wording in either language, by the code itself or by another spelling. */
function finder<K extends string>(words: Readonly<Record<K, Said>>, more: Partial<Record<K, readonly string[]>> = {}) {
  const found = new Map<string, K>()
  for (const code of Object.keys(words) as K[])
    for (const text of [code, words[code].vi, words[code].en, ...(more[code] ?? [])]) found.set(key(text), code)
  return (cell: string): K | null => found.get(key(cell)) ?? null
}

export const findSex = finder<Sex>(sexWords, { male: ['trai', 'm'], female: ['gái', 'f'] })

export const findRelation = finder<Relation>(relationWords, {
  head: ['chủ'],
  spouse: ['vợ', 'chồng', 'wife', 'husband'],
  child: ['con đẻ', 'con trai', 'con gái', 'con nuôi', 'son', 'daughter'],
  child_in_law: ['con dâu', 'con rể', 'dâu', 'rể'],
  parent: ['cha', 'bố', 'mẹ', 'bố/mẹ', 'bố đẻ', 'mẹ đẻ', 'father', 'mother'],
  parent_in_law: ['bố vợ', 'mẹ vợ', 'bố chồng', 'mẹ chồng', 'cha vợ', 'cha chồng', 'bố/mẹ vợ/chồng'],
  grandchild: ['cháu nội', 'cháu ngoại', 'cháu ruột'],
  grandparent: ['ông', 'bà', 'ông nội', 'bà nội', 'ông ngoại', 'bà ngoại'],
  sibling: ['anh', 'chị', 'em', 'anh trai', 'chị gái', 'em trai', 'em gái', 'anh em'],
})

export const findDisability = finder(disabilityWords)
export const findSchool = finder(schoolWords, {
  none: ['không học', 'chưa đi học', 'chưa tốt nghiệp'],
  lower_secondary: ['THCS'],
  upper_secondary: ['THPT'],
  university: ['đại học', 'trên đại học'],
})
export const findJob = finder(jobWords, { none: ['không'], farm: ['nông nghiệp', 'làm nông'], wage: ['làm thuê'] })

const yes = new Set(['co', 'x', '1', 'yes', 'true', 'y'])
const no = new Set(['khong', '0', 'no', 'false', 'n'])
export const findYesNo = (cell: string): boolean | null =>
  yes.has(key(cell)) ? true : no.has(key(cell)) ? false : null

/**
 * `05/11/1976`, `11/1976`, `1976`, `1976-11-05`; null for anything else, two-digit years too. A year that nobody
 * living is born in is read as well: it is told by what it is (`birthFault`). */
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
