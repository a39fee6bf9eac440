/** One row of the file into a way, or everything that is wrong with it, in words. Pure. */
import { type Unit, unitFinder } from '#features/people/import/rules/units.ts'
import type { AreaId } from '#kernel/ids.ts'
import { type Fault, type FileRow, faultAt, rowsSaid, unknownWord } from '#kernel/imports.ts'
import { fold, type Said, tidy } from '#kernel/text.ts'
import { type ColumnKey, columns } from './columns.ts'

/** The units of the province between which ways lead, and the ways that are known. */
export type Known = { readonly fromId: AreaId; readonly toId: AreaId; readonly km: number }
export type Against = {
  readonly units: readonly Unit[]
  readonly known: readonly Known[]
  /** Ends of known ways that stand no more: an exported list names them, and is read back. */
  readonly ended: readonly { readonly areaId: AreaId; readonly name: string }[]
  /** Names of villages, between which no ways lead. */
  readonly villages: readonly string[]
}
export type ReadWay = Known & { readonly row: number }

/** A way is the same there and back. */
export const pairOf = ({ fromId, toId }: Pick<Known, 'fromId' | 'toId'>): string => [fromId, toId].sort().join(' ')

const same: Said = {
  vi: 'Nơi đi và nơi đến là một đơn vị. Người của nơi mở lớp học tại chỗ, không cần ghi đường.',
  en: 'Both ends are one unit. Its people learn at home, without a way.',
}

const withAbove: Said = {
  vi: 'Hãy ghi thêm đơn vị cấp trên, sau dấu phẩy.',
  en: 'Add the unit above, after a comma.',
}

const isVillage = (name: string): Said => ({
  vi: `“${name}” là thôn; đường đi ghi giữa xã, huyện, tỉnh. Hãy ghi xã của thôn.`,
  en: `“${name}” is a village; ways lead between communes, districts and provinces. Write its commune.`,
})
const hasEnded = (name: string): Said => ({
  vi: `Đơn vị “${name}” đã hết. Hãy ghi đơn vị kế thừa.`,
  en: `The unit “${name}” stands no more. Write what came of it.`,
})

/** Reads rows; `faults` takes what is wrong, and then the answer is null. */
export function rowReader({ units, known, ended, villages }: Against) {
  const find = unitFinder(units, withAbove)
  const gone = new Map(ended.map(({ areaId, name }) => [fold(tidy(name)), areaId]))
  const there = new Set(known.map(pairOf))
  const ofVillages = new Set(villages.map((name) => fold(tidy(name))))
  return (row: FileRow<ColumnKey>, faults: Fault<ColumnKey>[]): ReadWay | null => {
    const before = faults.length
    const { cells } = row
    const unitAt = (key: 'from' | 'to'): AreaId | null => {
      if (cells[key] === '') return null
      const [name = '', ...within] = cells[key].split(',')
      const found = find({ name, within: within.join(',').trim(), levels: null })
      if ('areaId' in found) return found.areaId
      const before = gone.get(fold(tidy(name)))
      if (before) return before
      faults.push(faultAt(row, key, ofVillages.has(fold(tidy(name))) ? isVillage(name.trim()) : found))
      return null
    }
    const [fromId, toId] = [unitAt('from'), unitAt('to')]
    // Of a unit that ended a way that is known stays, and none is added.
    for (const [key, end] of [
      ['from', fromId],
      ['to', toId],
    ] as const)
      if (end && fromId && toId && ended.some(({ areaId }) => areaId === end) && !there.has(pairOf({ fromId, toId })))
        faults.push(faultAt(row, key, hasEnded(cells[key])))
    const written = cells.km.trim().replace(/\s*km$/i, '')
    const km = /^\d{1,4}$/.test(written) ? Number(written) : 0
    if (cells.km !== '' && (km < 1 || km > 1000)) faults.push(faultAt(row, 'km', unknownWord(columns.km, cells.km)))
    if (fromId && fromId === toId) faults.push(faultAt(row, 'to', same))
    return faults.length > before || !fromId || !toId ? null : { row: row.row, fromId, toId, km }
  }
}

/** What is wrong between rows: a way twice, in either direction. */
export function groupRows(rows: readonly ReadWay[], faults: Fault<ColumnKey>[]): readonly ReadWay[] {
  const pairs = new Map<string, ReadWay[]>()
  for (const one of rows) pairs.set(pairOf(one), [...(pairs.get(pairOf(one)) ?? []), one])
  for (const alike of pairs.values())
    if (alike.length > 1) faults.push(...alike.slice(1).map((one) => faultAt(one, 'to', twice(alike))))
  return rows
}
function twice(rows: readonly ReadWay[]): Said {
  const said = rowsSaid(rows.map(({ row }) => row))
  return {
    vi: `Đường giữa hai đơn vị này có ở nhiều dòng: ${said.vi}. Đường đi và đường về như nhau, ghi một dòng.`,
    en: `The way between these two stands in several: ${said.en}. It is the same there and back: write it once.`,
  }
}

/** What a person should look at: a way that is longer than the province lets anybody go to a class. */
export const tooFar = (read: readonly ReadWay[], furthest: number): Fault<ColumnKey>[] =>
  read
    .filter(({ km }) => km > furthest)
    .map((one) =>
      faultAt(one, 'km', {
        vi: `${one.km} km, xa hơn giới hạn ${furthest} km của tỉnh: không ai được xếp học qua đường này. Số km có đúng không?`,
        en: `${one.km} km is further than the ${furthest} km that the province allows: nobody is put in a class along it. Is the number right?`,
      }),
    )

export type Outcome = 'added' | 'changed' | 'unchanged'
/** What writing a row would do. */
export const outcomesFor = (known: readonly Known[]) => {
  const byPair = new Map(known.map((one) => [pairOf(one), one.km]))
  return (way: ReadWay): Outcome => {
    const km = byPair.get(pairOf(way))
    return km === undefined ? 'added' : km === way.km ? 'unchanged' : 'changed'
  }
}

export type Overwritten = { readonly from: string; readonly to: string; readonly was: number; readonly km: number }
export type Counts = { readonly ways: number; readonly overwrites: readonly Overwritten[] } & Readonly<
  Record<Outcome, number>
>
export function countOf(read: readonly ReadWay[], { known, units, ended }: Omit<Against, 'villages'>): Counts {
  const outcomeOf = outcomesFor(known)
  const outcomes = read.map(outcomeOf)
  const byPair = new Map(known.map((one) => [pairOf(one), one.km]))
  const names = new Map([...units, ...ended].map(({ areaId, name }) => [areaId, name]))
  const overwrites = read
    .filter((one) => outcomeOf(one) === 'changed')
    .map((one) => ({
      ...{ from: names.get(one.fromId) ?? '', to: names.get(one.toId) ?? '' },
      ...{ was: byPair.get(pairOf(one)) ?? 0, km: one.km },
    }))
  const of = (what: Outcome) => outcomes.filter((one) => one === what).length
  return { ways: read.length, added: of('added'), changed: of('changed'), unchanged: of('unchanged'), overwrites }
}
