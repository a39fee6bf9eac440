/** SQL of the audit; it shows the lines of an area that the actor reaches. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { Role } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, Id } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { beginning, holding } from '#platform/server/sql/like.ts'
import { byGivenName } from '#platform/server/sql/order.ts'

export type AuditFilter = {
  readonly areaId: AreaId
  readonly from?: PlainDate
  readonly until?: PlainDate
  readonly what?: string
  /** Names that `what` had before. */
  readonly formerly?: readonly string[]
  /** About one of these. */
  readonly subjects?: readonly string[]
  /** Done by this account. */
  readonly accountId?: AccountId
  /** No line after this one: a list that is read on does not move under its reader. */
  readonly notAfter?: string
}

export const linesPerPage = 50

/** The beginning of a day here. */
const dawn = (day: string, later = 0) =>
  sql`((${day}::date + ${later}::int)::timestamp at time zone 'Asia/Ho_Chi_Minh')`

/** The newest lines at an area and below, at most so many: one event, or all events of a kind, under any name they had. */
export async function newestLines(db: Db, filter: AuditFilter, most: number): Promise<Id<'audit_line'>[]> {
  const { areaId, from, until, what, formerly = [], subjects = null, accountId = null, notAfter = null } = filter
  const names = what === undefined ? null : [what, ...formerly]
  const kind = what === undefined || what.includes('.') ? null : `${what}.`
  const { rows } = await sql<{ id: Id<'audit_line'> }>`
    select l.id from audit_found(${areaId}, ${from ? dawn(from) : null},
      least(${until ? dawn(until, 1) : null}, ${notAfter}::timestamptz + interval '1 millisecond'), ${names}::text[],
                                 ${kind}, ${subjects}::uuid[], ${accountId}::uuid, ${most}) as l (id)`.execute(db)
  return rows.map(({ id }) => id)
}

type Since = { readonly since: PlainDate; readonly names: readonly string[]; readonly most: number }

/** The newest lines with one of these words since the beginning of a day, where the actor holds the call's right. */
export const newestNews = async (db: Db, { since, names, most }: Since): Promise<Id<'audit_line'>[]> =>
  (
    await sql<{
      id: Id<'audit_line'>
    }>`select l.id from audit_news_lines(${dawn(since)}, ${names}::text[], ${most}) as l (id)`.execute(db)
  ).rows.map(({ id }) => id)

/** These lines, newest first. */
export const linesBy = (db: Db, ids: readonly Id<'audit_line'>[]) =>
  db
    .selectFrom('audit_line as l')
    .where(sql<boolean>`l.id = any (${ids}::uuid[])`)
    .select([
      sql<string>`l.at::text`.as('exactly'),
      'l.id',
      'l.at',
      'l.what',
      'l.subject_id',
      'l.area_id',
      'l.facts',
      'l.account_id',
    ])
    .orderBy('l.at', 'desc')
    .orderBy('l.id')
    .execute()

export type News = { readonly what: string; readonly n: number }

/** What was told since the beginning of a day where the actor holds the call's right: by its word, at most so many in all. */
export const newsSince = async (db: Db, day: PlainDate, { names, most }: { names: readonly string[]; most: number }) =>
  (await sql<News>`select what, n::int from audit_news(${dawn(day)}, ${names}::text[], ${most})`.execute(db)).rows

export type AuditedPerson = { accountId: AccountId; name: string; login: string; areaName: string }

/** Who has access to an area or below, or reaches it from above, and whose name or login holds the words. */
export const peopleTouching = async (
  db: Db,
  area: AreaId,
  { q, today, most }: { q: string; today: PlainDate; most: number },
) =>
  (
    await sql<AuditedPerson>`
      select p.account_id as "accountId", p.name, p.login, ${nameOn(sql`p.area_id`, today)} as "areaName"
        from (select distinct on (g.account_id) g.account_id, g.name, g.login, g.area_id from grants_touching(${area}) g
               where fold(g.name) like ${holding(fold(q))} or fold(g.login) like ${beginning(fold(q))}
               order by g.account_id, g.valid_until is not null, g.valid_from desc) p
       order by ${byGivenName(sql`p.name`)}, p.account_id limit ${most}`.execute(db)
  ).rows

export const accountsNamed = (db: Db, ids: readonly string[]) =>
  db.selectFrom('account').where(sql<boolean>`id = any (${ids}::uuid[])`).select(['id', 'full_name as name']).execute()

export const grantsNamed = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('access_grant as g')
    .innerJoin('account as a', 'a.id', 'g.account_id')
    .where(sql<boolean>`g.id = any (${ids}::uuid[])`)
    .select(['g.id', 'g.area_id as areaId', sql<Role>`g.role`.as('role'), 'a.full_name as name'])
    .execute()
