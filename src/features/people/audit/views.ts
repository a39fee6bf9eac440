/** Lines of the audit as they are shown: with the names of what they speak of, as far as the reader may see these. */
import { namesOn } from '#features/areas/queries.ts'
import { type Actor, areasWith, type GrantedRight } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AllEvents } from '#kernel/event.ts'
import type { AreaId, HouseholdId, Id } from '#kernel/ids.ts'
import { nowNamed } from '#kernel/oldNames.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type AuditedLine, type Named, type OfLine, plainly, type RoomSubjects } from '#platform/server/subjects.ts'
import { accountsNamed, linesBy } from './queries.ts'
import { detailOf, idsTold, withReason } from './rules.ts'

export type Reader = {
  readonly db: Db
  readonly actor: Actor
  /** By which the lines are read. */
  readonly right: GrantedRight
  readonly today: PlainDate
  readonly subjects: readonly RoomSubjects[]
}

/** A word that no room defines any more is shown as it is stored. */
export const saidOf = ({ said, renamed }: AllEvents, what: string): Said =>
  said[nowNamed(renamed, what)] ?? { vi: what, en: what }

/** Those whose right is held wherever the lines are read: else no name is told that it guards. */
export const mayName = ({ actor, right, subjects }: Reader): RoomSubjects[] =>
  subjects.filter((room) => {
    const held = areasWith(actor, room.right)
    return areasWith(actor, right).every((area) => held.includes(area))
  })

type Names = { readonly areas: ReadonlyMap<string, string>; readonly named: ReadonlyMap<string, Named> }

/** `kinds`: of what is spoken, in the words of events and facts. */
type Unnamed = {
  readonly ids: readonly string[]
  readonly kinds: readonly string[]
  readonly lines: readonly AuditedLine[]
}

/** Those first of whose kinds is spoken. */
function mostLikely(reader: Reader, of: readonly string[]): RoomSubjects[] {
  const spoken = new Set(of)
  const [likely, others] = [true, false].map((speaks) =>
    mayName(reader).filter(({ kinds }) => kinds.some((kind) => spoken.has(kind)) === speaks),
  ) as [RoomSubjects[], RoomSubjects[]]
  return [...likely, ...others]
}

/** Each room is asked for what has no name yet, since an id is of one kind; where none is left, no other is asked. */
async function namesFor(reader: Reader, { ids: asked, kinds, lines }: Unnamed): Promise<Names> {
  const { db, today } = reader
  const all = [...new Set(asked)]
  const areas = await namesOn(db, [...all, ...lines.flatMap(({ areaId }) => areaId ?? [])] as AreaId[], today)
  const named = new Map<string, Named>()
  for (const [id, name] of areas) if (name) named.set(id, { name: plainly(name), opens: `/don-vi/${id}` })
  for (const room of mostLikely(reader, kinds)) {
    const ids = all.filter((id) => !named.has(id))
    if (ids.length === 0) break
    const left = new Set(ids)
    const speakOf = lines.filter(({ subjectId }) => left.has(subjectId))
    for (const [id, one] of (await room.named?.(db, { ids, lines: speakOf, today })) ?? []) named.set(id, one)
  }
  return { areas, named }
}

/** What belongs to a household, as the rooms say it; nothing but itself where its name may not be read. */
export async function subjectsOf(reader: Reader, household: HouseholdId): Promise<string[]> {
  const found = new Set<string>([household])
  for (const room of mayName(reader))
    for (const id of (await room.ofHousehold?.(reader.db, household)) ?? []) found.add(id)
  return [...found]
}

export async function nameOfHousehold(reader: Reader, household: HouseholdId): Promise<Said | null> {
  const line = { what: 'household', subjectId: household, areaId: null, facts: {} }
  return (
    (await namesFor(reader, { ids: [household], kinds: ['household'], lines: [line] })).named.get(household)?.name ??
    null
  )
}

/** A line that speaks of its unit alone (a total, a status, a list read in) is named by it. */
const subjectOf = (line: AuditedLine, named: ReadonlyMap<string, Named>): Named | null =>
  named.get(line.subjectId) ?? (line.what.startsWith('area.') && line.areaId ? (named.get(line.areaId) ?? null) : null)

export async function shownLines(reader: Reader, events: AllEvents, ids: readonly Id<'audit_line'>[]) {
  const rows = await linesBy(reader.db, ids)
  // Apart from the lines: whether an account may be read is a question of its own, and few write most lines.
  const makers = [...new Set(rows.map((row) => row.account_id))]
  const nameBy = new Map((await accountsNamed(reader.db, makers)).map(({ id, name }) => [id, name]))
  const lines = rows.map((row) => ({
    id: row.id,
    at: row.exactly,
    what: row.what,
    subjectId: row.subject_id,
    areaId: row.area_id,
    facts: (row.facts ?? {}) as Record<string, unknown>,
  }))
  const wordsOf = ({ what }: AuditedLine) => events.factsOf(nowNamed(events.renamed, what))
  const ofLines = await saidOfLines(reader, lines)
  const unnamed = lines.flatMap((line) => {
    const own = ofLines.get(line.id)
    const subject = own ? [] : [{ id: line.subjectId, kind: line.what.split('.')[0] ?? '' }]
    return [...subject, ...(own?.detail ? [] : idsTold(line.facts, wordsOf(line)))]
  })
  const { areas, named } = await namesFor(reader, {
    ids: unnamed.map(({ id }) => id),
    kinds: unnamed.map(({ kind }) => kind),
    lines,
  })
  return rows.map((row, at) => {
    const line = lines[at] as AuditedLine
    const own = ofLines.get(row.id)
    return {
      id: row.id,
      at: row.at,
      accountId: row.account_id,
      by: nameBy.get(row.account_id) ?? '',
      what: row.what,
      said: saidOf(events, row.what),
      subject: own ? { name: own.name, opens: own.opens } : subjectOf(line, named),
      areaName: line.areaId ? (areas.get(line.areaId) ?? null) : null,
      detail: withReason(
        own?.detail ?? detailOf(line.facts, wordsOf(line), (id) => named.get(id)?.name),
        own?.why ?? null,
      ),
    }
  })
}

async function saidOfLines(reader: Reader, lines: readonly AuditedLine[]) {
  const said = new Map<Id<'audit_line'>, OfLine>()
  for (const room of mayName(reader))
    for (const [id, one] of (await room.ofLines?.(reader.db, lines)) ?? []) said.set(id, one)
  return said
}
