/** Rows into people: by personal number, else by citizen id, else by name, birth and unit. Pure. */
import { type Fault, faultAt } from '#kernel/imports.ts'
import { birthText } from '#kernel/persons.ts'
import { same } from '#kernel/revisions.ts'
import { fold, type Said } from '#kernel/text.ts'
import { fullerBirth, sameBirth, type Who } from '../../roster/rules.ts'
import type { ColumnKey } from './columns.ts'
import type { ReadPost, ReadRow } from './rows.ts'

/** `rows`: all that speak of the person, the first first. What a row leaves empty another may say. */
export type ReadPerson = Omit<ReadRow, 'holds' | 'sexAsWritten'> & { readonly posts: readonly ReadPost[] }

type Groups = {
  readonly number: Map<string, ReadRow[]>
  readonly id: Map<string, ReadRow[]>
  /** Those of one name, year of birth and unit. */
  readonly name: Map<string, ReadRow[][]>
}

const nameKey = ({ who, keeper }: ReadRow) => `${who.name.toLowerCase()} ${who.birth.year} ${keeper}`
const birthOf = ([first, ...more]: readonly ReadRow[]) =>
  more.reduce((birth, { who }) => fullerBirth(birth, who.birth), first?.who.birth ?? { year: 0 })
const numberOf = (rows: readonly ReadRow[]) => rows.find(({ who }) => who.personalNumber)?.who.personalNumber
const idOf = (rows: readonly ReadRow[]) => rows.find(({ citizenId }) => citizenId)?.citizenId

const other = (mine: string, theirs: string | undefined) => mine !== '' && theirs !== undefined && mine !== theirs

/** The rows of the same person before this one. */
function groupOf(row: ReadRow, { number, id, name }: Groups): ReadRow[] | undefined {
  const byNumber = row.who.personalNumber ? number.get(row.who.personalNumber) : undefined
  const byId = row.citizenId ? id.get(row.citizenId) : undefined
  if (byNumber ?? byId) return byNumber ?? byId
  return name
    .get(nameKey(row))
    ?.find(
      (alike) =>
        sameBirth(row.who.birth, birthOf(alike)) &&
        !other(row.who.personalNumber, numberOf(alike)) &&
        !other(row.citizenId, idOf(alike)),
    )
}

const isNumbered = ({ who, citizenId }: ReadRow) => who.personalNumber !== '' || citizenId !== ''

/** Of each name, year of birth and unit who is told apart in the file: by a number, or by the whole day of birth. */
function toldApart(rows: readonly ReadRow[]): ReadonlyMap<string, readonly (readonly ReadRow[])[]> {
  const people = new Map<string, (readonly ReadRow[])[]>()
  const put = (row: ReadRow, mine: readonly ReadRow[]) =>
    people.set(nameKey(row), [...(people.get(nameKey(row)) ?? []), mine])
  for (const mine of peopleOf(rows.filter(isNumbered), [])) if (mine[0]) put(mine[0], mine)
  for (const row of rows) {
    if (isNumbered(row) || row.who.birth.day === undefined) continue
    const isThere = people.get(nameKey(row))?.some((mine) => sameBirth(birthOf(mine), row.who.birth))
    if (!isThere) put(row, [row])
  }
  return people
}

/** Rows without a number that fit several people of the file; a number, or the whole birth, would say who is meant. */
function tellSeveral(rows: readonly ReadRow[], faults: Fault<ColumnKey>[]): void {
  const people = toldApart(rows)
  for (const row of rows) {
    if (isNumbered(row)) continue
    const fit = people.get(nameKey(row))?.filter((mine) => sameBirth(birthOf(mine), row.who.birth)) ?? []
    if (fit.length > 1) faults.push(faultAt(row, 'birth', severalBorn(fit.map(([first]) => first?.row ?? row.row))))
  }
}
const severalBorn = (rows: readonly number[]): Said => ({
  vi: `Các dòng ${rows.join(', ')} ghi những người cùng họ tên, cùng năm sinh. Hãy ghi đủ ngày sinh, số hiệu hoặc số CCCD để biết dòng này là ai.`,
  en: `Rows ${rows.join(', ')} are people of this name and year of birth. Write the whole day of birth or a number to say who is meant.`,
})

/** Rows that are taken for one person though one says more of the birth, or another number, than the other: a person looks at them. */
export function* doubtsOf(rows: readonly ReadRow[]): Generator<Fault<ColumnKey>> {
  const people = peopleOf(rows, [])
  yield* markedOtherwise(people)
  for (const mine of people) {
    const [first, ...more] = mine
    const fuller = first && more.find(({ who }) => birthText(who.birth) !== birthText(first.who.birth))
    const bySomeNumber = numberOf(mine) !== undefined && mine.every(({ who }) => who.personalNumber !== '')
    if (first && fuller && !bySomeNumber && sameBirth(first.who.birth, fuller.who.birth))
      yield faultAt(fuller, 'birth', takenForOne(first.row))
    yield* apartByNumber(mine)
  }
}

/** Two of one birth and unit whose names are one but for the tone marks: taken for two people. */
function* markedOtherwise(people: ReadonlySet<ReadRow[]>): Generator<Fault<ColumnKey>> {
  const before = new Map<string, ReadRow[][]>()
  for (const mine of people) {
    const [first] = mine
    if (!first) continue
    const bare = `${fold(first.who.name)} ${first.who.birth.year} ${first.keeper}`
    const theirs = before.get(bare)?.find((one) => isMaybeOne(one, mine))?.[0]
    if (theirs) yield faultAt(first, 'name', takenForTwo(theirs))
    before.set(bare, [...(before.get(bare) ?? []), mine])
  }
}
const isMaybeOne = (one: ReadRow[], mine: ReadRow[]): boolean =>
  one[0] !== undefined &&
  mine[0] !== undefined &&
  nameKey(one[0]) !== nameKey(mine[0]) &&
  sameBirth(birthOf(one), birthOf(mine)) &&
  !other(numberOf(mine) ?? '', numberOf(one)) &&
  !other(idOf(mine) ?? '', idOf(one))
const takenForTwo = ({ row, who }: ReadRow): Said => ({
  vi: `Dòng này và dòng ${row} (${who.name}) cùng ngày sinh, cùng đơn vị, họ tên chỉ khác dấu: được coi là hai người. Nếu là một người, hãy ghi họ tên như nhau.`,
  en: `This row and row ${row} (${who.name}) have one birth and unit, and names that differ in tone marks alone: they are taken for two people. If they are one, write the name alike.`,
})

/** One row says the personal number, another the citizen id, and none says that both are one person's. */
function* apartByNumber(mine: readonly ReadRow[]): Generator<Fault<ColumnKey>> {
  const [byNumber, byId] = [
    mine.find(({ who, citizenId }) => who.personalNumber && !citizenId),
    mine.find(({ who, citizenId }) => citizenId && !who.personalNumber),
  ]
  if (!byNumber || !byId || mine.some(({ who, citizenId }) => who.personalNumber && citizenId)) return
  const [before, after] = byNumber.row < byId.row ? [byNumber, byId] : [byId, byNumber]
  yield faultAt(after, after === byId ? 'citizenId' : 'personalNumber', oneByName(before.row))
}
const oneByName = (row: number): Said => ({
  vi: `Dòng này và dòng ${row} cùng họ tên, năm sinh, đơn vị; một dòng ghi số hiệu, một dòng ghi số CCCD: được coi là một người. Nếu là hai người, hãy ghi số hiệu ở cả hai dòng.`,
  en: `This row and row ${row} have one name, year of birth and unit; one says the personal number, the other the citizen id: they are taken for one person. If they are two, write the personal number in both.`,
})
const takenForOne = (row: number): Said => ({
  vi: `Dòng này và dòng ${row} cùng họ tên, cùng đơn vị, ngày sinh ghi đủ và chưa đủ: được coi là một người. Nếu là hai người, hãy ghi đủ ngày sinh ở cả hai dòng.`,
  en: `This row and row ${row} have one name and unit, and one says more of the birth: they are taken for one person. If they are two, write the whole day of birth in both.`,
})

export function groupRows(rows: readonly ReadRow[], faults: Fault<ColumnKey>[]): ReadPerson[] {
  tellSeveral(rows, faults)
  return [...peopleOf(rows, faults)].map((mine) => joined(ofOneNumber(mine, faults), faults))
}

/** Rows of one number that name another person: the number is wrong, and nothing of the others is to be copied over them. */
function ofOneNumber(mine: readonly ReadRow[], faults: Fault<ColumnKey>[]): readonly ReadRow[] {
  const [first] = mine
  const strange = (row: ReadRow) => first !== undefined && isAnother(row, first)
  for (const row of mine.filter(strange)) {
    const column =
      row.who.personalNumber !== '' && row.who.personalNumber === first?.who.personalNumber
        ? 'personalNumber'
        : 'citizenId'
    faults.push(faultAt(row, column, numberOfAnother(column, first?.row ?? row.row)))
  }
  return mine.filter((row) => !strange(row))
}
const isAnother = ({ who }: ReadRow, first: ReadRow): boolean =>
  fold(who.name) !== fold(first.who.name) && !sameBirth(who.birth, first.who.birth)
const numberOfAnother = (column: 'personalNumber' | 'citizenId', row: number): Said => {
  const [vi, en] = column === 'personalNumber' ? ['Số hiệu', 'personal number'] : ['Số CCCD', 'citizen id']
  return {
    vi: `${vi} này trùng với dòng ${row}, mà hai dòng khác họ tên và ngày sinh. Là hai người thì hãy ghi đúng số của từng người; là một người thì ghi họ tên, ngày sinh như nhau.`,
    en: `This ${en} stands in row ${row} too, with another name and birth. If they are two people write the right number of each; if they are one write the same name and birth.`,
  }
}

function peopleOf(rows: readonly ReadRow[], faults: Fault<ColumnKey>[]): ReadonlySet<ReadRow[]> {
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
    const named = groups.name.get(nameKey(row)) ?? []
    if (!named.includes(mine)) groups.name.set(nameKey(row), [...named, mine])
  }
  return people
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
      if (key === 'birth' && sameBirth(row.who.birth, who.birth)) {
        who = { ...who, birth: fullerBirth(who.birth, row.who.birth) }
        continue
      }
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
  vi: `Dòng ${row} ghi khác về cùng một người (cùng số hiệu, cùng số CCCD, hoặc cùng họ tên, năm sinh, đơn vị). Hãy ghi như nhau ở các dòng của người ấy.`,
  en: `Row ${row} says otherwise of the same person (one number, one citizen id, or one name, birth and unit). Write the same in all rows of the person.`,
})
const heldTwice = (row: number): Said => ({
  vi: `Dòng ${row} đã ghi người này giữ chức danh này tại đơn vị này trong thời gian đó.`,
  en: `Row ${row} has the person in this post at this unit in that time already.`,
})
