/** What lines of the audit speak of: each room names its own, says where it opens, and what of it belongs to a household. */
import type { GrantedRight } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId, Id } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from './database/open.ts'

export type AuditedLine = {
  /** Left out where no line is meant, only what it would speak of. */
  readonly id?: Id<'audit_line'>
  /** When it was written, to the microsecond, as the database says it. */
  readonly at?: string
  readonly what: string
  readonly subjectId: string
  readonly areaId: AreaId | null
  readonly facts: Readonly<Record<string, unknown>>
}

export type Named = {
  readonly name: Said
  /** The page of the office that shows it; null where it has none. */
  readonly opens: string | null
}

/**
 * What one line speaks of, as it was called then; `detail`: what was before and after, null where the line's facts say all;
 * `why`: the reason that was typed, kept where only who may read such names finds it.
 */
export type OfLine = Named & { readonly detail: Said | null; readonly why?: string | null }

/** `ids`: every id among the subjects and facts of the lines, of whatever kind; who knows none of them answers nothing. */
export type Asked = {
  readonly ids: readonly string[]
  readonly lines: readonly AuditedLine[]
  readonly today: PlainDate
}

export type Subjects = {
  /** Held by who may read such names; asked over all places whose audit is read. */
  readonly right: GrantedRight
  /** Left out by a room whose lines name each of their subjects (`ofLines`). */
  readonly named?: (db: Db, asked: Asked) => Promise<ReadonlyMap<string, Named>>
  /** Of lines that speak of one of many, or of what was called otherwise then; those left out are named by their subject. */
  readonly ofLines?: (db: Db, lines: readonly AuditedLine[]) => Promise<ReadonlyMap<Id<'audit_line'>, OfLine>>
  readonly ofHousehold?: (db: Db, household: HouseholdId) => Promise<readonly string[]>
}

/** Of the room whose events are of these kinds: who speaks of a kind, or tells a fact by its name, speaks of what is kept there. */
export type RoomSubjects = Subjects & { readonly kinds: readonly string[] }

/** A name that is data: the same in both languages. */
export const plainly = (name: string): Said => ({ vi: name, en: name })
