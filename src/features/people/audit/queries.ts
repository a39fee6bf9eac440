/** SQL of the audit; row security narrows it to the actor's areas, the account's own lines aside. */
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
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

type Lines<O> = SelectQueryBuilder<Tables & { l: Tables['audit_line'] }, 'l', O>

const narrowed = <O>(lines: Lines<O>, f: AuditFilter): Lines<O> =>
  lines
    .where(sql<boolean>`exists (select from area_reach r where r.area_id = l.area_id and r.over_id = ${f.areaId})`)
    .$if(f.from !== undefined, (q) => q.where(dayOf, '>=', f.from as PlainDate))
    .$if(f.until !== undefined, (q) => q.where(dayOf, '<=', f.until as PlainDate))
    .$if(f.what !== undefined, (q) => q.where(namedBy(f.what as string, f.formerly ?? [])))
    .$if(f.subjectId !== undefined, (q) => q.where('l.subject_id', '=', f.subjectId as string)) as Lines<O>

export async function countLines(db: Db, filter: AuditFilter): Promise<number> {
  const counted = narrowed(db.selectFrom('audit_line as l') as Lines<object>, filter)
  return (await counted.select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()).n
}

/** Newest first. */
export const linesOf = (db: Db, filter: AuditFilter, page: number) =>
  narrowed(db.selectFrom('audit_line as l') as Lines<object>, filter)
    .leftJoin('account as a', 'a.id', 'l.account_id')
    .select(['l.id', 'l.at', 'l.what', 'l.subject_id', 'l.area_id', 'l.facts', 'a.full_name'])
    .orderBy('l.at', 'desc')
    .orderBy('l.id')
    .limit(linesPerPage)
    .offset((page - 1) * linesPerPage)
    .execute()
