/** Rows into people: by personal number, else by citizen id, else by name, birth and unit. Pure. */
import { type Fault, faultAt } from '#kernel/imports.ts'
import { birthText } from '#kernel/persons.ts'
import { same } from '#kernel/revisions.ts'
import type { Said } from '#kernel/text.ts'
import type { Who } from '../../roster/rules.ts'
import type { ColumnKey } from './columns.ts'
import type { ReadPost, ReadRow } from './rows.ts'

/** `rows`: all that speak of the person, the first first. What a row leaves empty another may say. */
export type ReadPerson = Omit<ReadRow, 'holds'> & { readonly posts: readonly ReadPost[] }

type Groups = {
  readonly number: Map<string, ReadRow[]>
  readonly id: Map<string, ReadRow[]>
  readonly name: Map<string, ReadRow[]>
}

const nameKey = ({ who, keeper }: ReadRow) => `${who.name.toLowerCase()} ${birthText(who.birth)} ${keeper}`
const numberOf = (rows: readonly ReadRow[]) => rows.find(({ who }) => who.personalNumber)?.who.personalNumber
const idOf = (rows: readonly ReadRow[]) => rows.find(({ citizenId }) => citizenId)?.citizenId

/** The rows of the same person before this one. */
function groupOf(row: ReadRow, { number, id, name }: Groups): ReadRow[] | undefined {
  const byNumber = row.who.personalNumber ? number.get(row.who.personalNumber) : undefined
  const byId = row.citizenId ? id.get(row.citizenId) : undefined
  if (byNumber ?? byId) return byNumber ?? byId
  const alike = name.get(nameKey(row))
  if (!alike) return undefined
  const other = (mine: string, theirs: string | undefined) => mine !== '' && theirs !== undefined && mine !== theirs
  const apart = other(row.who.personalNumber, numberOf(alike)) || other(row.citizenId, idOf(alike))
  return apart ? undefined : alike
}

export function groupRows(rows: readonly ReadRow[], faults: Fault<ColumnKey>[]): ReadPerson[] {
  const groups: Groups = { number: new Map(), id: new Map(), name: new Map() }
  const people = new Set<ReadRow[]>()
  for (const row of rows) {
    const mine = groupOf(row, groups) ?? []
    mine.push(row)
    people.add(mine)
    if (row.who.personalNumber) groups.number.set(row.who.personalNumber, mine)
    if (row.citizenId) {
      const theirs = groups.id.get(row.citizenId)
      if (theirs && theirs !== mine) faults.push(faultAt(row, 'citizenId', oneIdTwo(theirs[0]?.row ?? row.row)))
      groups.id.set(row.citizenId, mine)
    }
    groups.name.set(nameKey(row), mine)
  }
  return [...people].map((mine) => joined(mine, faults))
}

const oneIdTwo = (row: number): Said => ({
  vi: `Số CCCD này ở dòng ${row} là của người có số hiệu khác.`,
  en: `This citizen id is another person's in row ${row}.`,
})

const fields = ['name', 'sex', 'birth', 'ethnicity', 'languages', 'phone', 'personalNumber'] as const
export const isSaid = (value: Who[(typeof fields)[number]]) =>
  value !== '' && !(Array.isArray(value) && value.length === 0)

/** One person of several rows; what two rows say differently is told at the later. */
function joined([first, ...more]: readonly ReadRow[], faults: Fault<ColumnKey>[]): ReadPerson {
  if (!first) throw new Error('a person without a row')
  let { who, citizenId } = first
  for (const row of more) {
    for (const key of fields) {
      if (!isSaid(row.who[key])) continue
      if (isSaid(who[key]) && !same(row.who[key], who[key])) faults.push(faultAt(row, key, differs(first.row)))
      else who = { ...who, [key]: row.who[key] }
    }
    if (citizenId && row.citizenId && citizenId !== row.citizenId)
      faults.push(faultAt(row, 'citizenId', differs(first.row)))
    citizenId ||= row.citizenId
  }
  const posts = [first, ...more].flatMap(({ holds }) => holds ?? [])
  for (const [at, one] of posts.entries()) {
    const twice = posts.slice(0, at).find((other) => overlaps(one, other))
    if (twice) faults.push(faultAt(one, 'from', heldTwice(twice.row)))
  }
  return { row: first.row, who, citizenId, keeper: first.keeper, posts }
}

type Held = Pick<ReadPost, 'post' | 'areaId' | 'from' | 'until'>
export const overlaps = (a: Held, b: Held): boolean =>
  a.post === b.post &&
  a.areaId === b.areaId &&
  (b.until === null || a.from < b.until) &&
  (a.until === null || b.from < a.until)

const differs = (row: number): Said => ({
  vi: `Dòng ${row} ghi khác về cùng một người. Hãy ghi như nhau ở các dòng của người ấy.`,
  en: `Row ${row} says otherwise of the same person. Write the same in all rows of the person.`,
})
const heldTwice = (row: number): Said => ({
  vi: `Dòng ${row} đã ghi người này giữ chức danh này tại đơn vị này trong thời gian đó.`,
  en: `Row ${row} has the person in this post at this unit in that time already.`,
})
