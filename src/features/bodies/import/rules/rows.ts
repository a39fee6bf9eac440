/** One row of the file into a body, a person and a place in it, or everything that is wrong with it, in words. Pure. */
import { saidAlone } from '#kernel/alone.ts'
import { findBirth, findDay, wordFinder } from '#kernel/cells.ts'
import { faultOfIdText, tidyCitizenId } from '#kernel/citizenId.ts'
import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import type { AreaId, BodyId } from '#kernel/ids.ts'
import { countedUp, type Fault, type FileRow, faultAt, unknownWord } from '#kernel/imports.ts'
import type { Birth } from '#kernel/persons.ts'
import { fold, type Said, tidy } from '#kernel/text.ts'
import { type BodyKind, type MemberRole, memberRoleWords, type Origin, originWords } from '../../model.ts'
import { bodyProblem } from '../../problems.ts'
import { farthest, liesWithin, spanSaid } from '../../rules.ts'
import { type ColumnKey, columns } from './columns.ts'

export type BodyAt = {
  readonly bodyId: BodyId
  readonly unitId: AreaId
  readonly kind: BodyKind
  readonly name: string
  readonly unitName: string
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly dissolved: boolean
  /** The first day without its unit, where it ends. */
  readonly unitEnded: PlainDate | null
}
/** What a file is read against: the bodies at the area and below it. */
export type Against = { readonly bodies: readonly BodyAt[]; readonly today: PlainDate }

export type ReadRow = {
  readonly row: number
  readonly body: BodyAt
  readonly name: string
  readonly personalNumber: string
  /** '' where the file says none. */
  readonly citizenId: string
  readonly birth: Birth | null
  readonly keptBy: string
  readonly role: MemberRole
  readonly comesFrom: Origin | null
  readonly from: PlainDate
  readonly until: PlainDate | null
}

const findRole = wordFinder<MemberRole>(memberRoleWords)
const findOrigin = wordFinder<Origin>(originWords)

/** Reads rows; `faults` takes what is wrong, and then the answer is null. */
export function rowReader({ bodies, today }: Against) {
  const named = new Map<string, BodyAt[]>()
  for (const body of bodies) named.set(fold(tidy(body.name)), [...(named.get(fold(tidy(body.name))) ?? []), body])
  return (row: FileRow<ColumnKey>, faults: Fault<ColumnKey>[]): ReadRow | null => {
    const before = faults.length
    const { cells } = row
    const fault = (key: ColumnKey, said: Said) => faults.push(faultAt(row, key, said))
    const as = <V>(key: ColumnKey, find: (cell: string) => V | null): V | undefined => {
      if (cells[key] === '') return undefined
      const value = find(cells[key])
      if (value === null) fault(key, unknownWord(columns[key], cells[key]))
      return value ?? undefined
    }
    const body = cells.body === '' ? null : bodyOf(named.get(fold(tidy(cells.body))) ?? [], cells)
    if (body && 'vi' in body) fault(body.at, body)
    else if (body?.dissolved && body.until)
      fault('body', saidAlone(bodyProblem('bodies.dissolved', { day: showDate(body.until) }).said))
    const [birth, role, comesFrom] = [as('birth', findBirth), as('role', findRole), as('comesFrom', findOrigin)]
    const [from, last] = [as('from', findDay), as('last', findDay)]
    const citizenId = tidyCitizenId(cells.citizenId)
    const wrong = citizenId === '' ? null : faultOfIdText(citizenId)
    if (wrong) fault('citizenId', wrong)
    if (from && last && last < from) fault('last', saidAlone(bodyProblem('bodies.term').said))
    if (faults.length > before || !body || 'vi' in body || !role || !from) return null
    for (const one of faultsOfTerm(body, { from, last, comesFrom, today })) fault(one.at, one)
    if (faults.length > before) return null
    const person = { name: tidy(cells.name), personalNumber: tidy(cells.personalNumber), citizenId }
    const until = last ? addDays(last, 1) : body.until
    return {
      ...{ row: row.row, body, ...person, birth: birth ?? null, keptBy: tidy(cells.keptBy) },
      ...{ role, comesFrom: comesFrom ?? null, from, until },
    }
  }
}

type At = Said & { readonly at: ColumnKey }

/** The one body that is meant, by its name and that of its unit; else why it is none. */
function bodyOf(all: readonly BodyAt[], { body: name, unit }: FileRow<ColumnKey>['cells']): BodyAt | At {
  const exact = all.filter((one) => tidy(one.name).toLowerCase() === tidy(name).toLowerCase())
  const called = exact.length > 0 ? exact : all
  const there = unit === '' ? called : called.filter((one) => fold(one.unitName) === fold(tidy(unit)))
  const [first, ...others] = there
  if (!first) return called.length > 0 ? { at: 'unit', ...notThere(name, unit) } : { at: 'body', ...noBody(name) }
  if (others.length === 0) return first
  const { vi, en } = countedUp(
    there.map(({ unitName }) => ({ vi: unitName, en: unitName })),
    { vi: 'nơi', en: 'places' },
  )
  return {
    at: 'unit',
    vi: `Có ${there.length} Ban tên “${name}”: ${vi}. Hãy ghi cột Đơn vị của Ban, hoặc ghi thành viên ở trang của Ban.`,
    en: `There are ${there.length} bodies “${name}”: ${en}. Fill the column Unit of the body, or enter members on its page.`,
  }
}
const noBody = (name: string): Said => ({
  vi: `Không có Ban “${name}” trong phạm vi của bạn. Hãy ghi Ban theo quyết định thành lập trước, hoặc ghi tên như ở trang Ban.`,
  en: `There is no body “${name}” in your reach. Enter it by its founding decision first, or write its name as its page has it.`,
})
const notThere = (name: string, unit: string): Said => ({
  vi: `Ban “${name}” không thuộc “${unit}”.`,
  en: `The body “${name}” is not of “${unit}”.`,
})

type Term = {
  readonly from: PlainDate
  readonly last: PlainDate | undefined
  readonly comesFrom: Origin | undefined
  readonly today: PlainDate
}

/** What the body itself forbids. */
function* faultsOfTerm(body: BodyAt, { from, last, comesFrom, today }: Term): Generator<At> {
  const { vi, en } = spanSaid(body)
  const outside = saidAlone(bodyProblem('bodies.member_outside', { span: vi, spanEn: en }).said)
  const until = last ? addDays(last, 1) : body.until
  const far = farthest(today)
  if (from > far || (last && last > far))
    yield {
      at: from > far ? 'from' : 'last',
      ...saidAlone(bodyProblem('bodies.day_far', { last: showDate(far) }).said),
    }
  else if (from < body.from || (body.until !== null && from >= body.until)) yield { at: 'from', ...outside }
  else if (!liesWithin({ from, until }, body)) yield { at: 'last', ...outside }
  if (body.unitEnded && from >= body.unitEnded) {
    const over = bodyProblem('bodies.unit_over', { unit: body.unitName, day: showDate(body.unitEnded) })
    yield { at: 'from', ...saidAlone(over.said) }
  }
  if ((body.kind === 'supervision') !== (comesFrom !== undefined))
    yield { at: 'comesFrom', ...saidAlone(bodyProblem('bodies.origin').said) }
}
