/** SQL of the audit; row security narrows it to the actor's areas, the account's own lines aside. */
import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, Id, Kind } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'

export type AuditFilter = {
  readonly areaId: AreaId
  readonly from?: PlainDate
  readonly until?: PlainDate
  readonly what?: string
  /** Names that `what` had before. */
  readonly formerly?: readonly string[]
  readonly subjectId?: string
}

export const linesPerPage = 50

const dayOf = sql<PlainDate>`(l.at at time zone 'Asia/Ho_Chi_Minh')::date`

/** One event, or all events of a kind. */
const namedBy = (what: string, formerly: readonly string[]) =>
  what.includes('.')
    ? sql<boolean>`l.what = any (${[what, ...formerly]})`
    : sql<boolean>`(starts_with(l.what, ${`${what}.`}) or l.what = any (${formerly}))`

/** Beyond this many units all lines are read, newest first, and each is asked whether it lies under the area. */
const fewUnits = 40

/** The units under an area, itself among them, where they are few; else null. */
async function fewUnder(db: Db, area: AreaId): Promise<readonly AreaId[] | null> {
  const { rows } = await sql<{ units: AreaId[] }>`select w.area_ids as units from area_within w
    where w.over_id = ${area} and cardinality(w.area_ids) <= ${fewUnits}`.execute(db)
  return rows[0]?.units ?? null
}

const ofUnits = (units: readonly AreaId[]) => sql<boolean>`l.area_id = any (${units}::uuid[])`

/** Asked of one line after the other, as long as the page has room. */
const liesUnder = (area: AreaId) =>
  sql<boolean>`(select exists (select from area_reach r where r.area_id = l.area_id and r.over_id = ${area}))`

const linesWhere = (db: Db, where: RawBuilder<boolean>, f: AuditFilter) =>
  db
    .selectFrom('audit_line as l')
    .where(where)
    .$if(f.from !== undefined, (q) => q.where(dayOf, '>=', f.from as PlainDate))
    .$if(f.until !== undefined, (q) => q.where(dayOf, '<=', f.until as PlainDate))
    .$if(f.what !== undefined, (q) => q.where(namedBy(f.what as string, f.formerly ?? [])))
    .$if(f.subjectId !== undefined, (q) => q.where('l.subject_id', '=', f.subjectId as string))

/** How many lines there are, counted up to `most`. */
export async function countLines(db: Db, filter: AuditFilter, most: number): Promise<number> {
  const few = await fewUnder(db, filter.areaId)
  const under = few ? ofUnits(few) : liesUnder(filter.areaId)
  const lines = linesWhere(db, under, filter).select('l.id').limit(most)
  const { rows } = await sql<{ n: number }>`select count(*) as n from (${lines}) counted`.execute(db)
  return rows[0]?.n ?? 0
}

type Line = {
  readonly id: Id<'audit_line'>
  readonly at: string
  readonly what: string
  readonly subject_id: Id<Kind>
  readonly area_id: AreaId | null
  readonly facts: unknown
  readonly full_name: string | null
}

/** Newest first; the newest of every unit where units are few. */
export async function linesOf(db: Db, filter: AuditFilter, page: number): Promise<Line[]> {
  const newest = (under: RawBuilder<boolean>) =>
    sql`(${linesWhere(db, under, filter)
      .select(['l.id', 'l.at', 'l.what', 'l.subject_id', 'l.area_id', 'l.facts', 'l.account_id'])
      .orderBy('l.at', 'desc')
      .orderBy('l.id')
      .limit(page * linesPerPage)})`
  const few = await fewUnder(db, filter.areaId)
  const parts = few ? few.map((unit) => newest(ofUnits([unit]))) : [newest(liesUnder(filter.areaId))]
  const { rows } = await sql<Line>`
    select k.id, k.at, k.what, k.subject_id, k.area_id, k.facts, a.full_name
      from (select * from (${sql.join(parts, sql` union all `)}) every order by at desc, id
             limit ${linesPerPage} offset ${(page - 1) * linesPerPage}) k
      left join account a on a.id = k.account_id
     order by k.at desc, k.id`.execute(db)
  return rows
}
