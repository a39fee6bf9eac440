/** SQL of what the law says of members, and of what it counts. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { BodyId, BodyMemberId, OfficialId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import type { BodyKind } from '../model.ts'

export type BodyRule = { rule: string; value: number | null; said: Said; legalBasis: string; mark: string }

export const rulesOf = async (db: Db, kind: BodyKind, day: PlainDate): Promise<BodyRule[]> =>
  (
    await sql<BodyRule>`
      select r.rule, r.value, jsonb_build_object('vi', r.vi, 'en', r.en) as said, r.legal_basis as "legalBasis", r.mark
        from body_rule r where r.kind = ${kind} and ${validOn('r', day)} order by r.place`.execute(db)
  ).rows

type Span = { readonly from: PlainDate; readonly until: PlainDate | null }

/** Whether a row of a term holds on any day of a time; one that was entered by mistake holds on none. */
const during = (row: string, { from, until }: Span) => sql<boolean>`
  (${sql.ref(`${row}.valid_from`)} < coalesce(${until}::date, 'infinity')
   and coalesce(${sql.ref(`${row}.valid_until`)}, 'infinity') > greatest(${from}::date, ${sql.ref(`${row}.valid_from`)}))`

/** The most at once, on any day of a time, of residents and of deputies, one place left out. */
export const mostAtOnce = async (
  db: Db,
  body: BodyId,
  { from, until, without = null }: Span & { readonly without?: BodyMemberId | null },
) =>
  (
    await sql<{ residents: number; deputies: number }>`
      with held as materialized (
        select m.role, m.comes_from, m.valid_from, m.valid_until from body_member m
         where m.body_id = ${body} and m.id is distinct from ${without} and ${during('m', { from, until })}),
      -- There are most on the first day of the time or on the first day of somebody.
      day as (select greatest(h.valid_from, ${from}::date) as day from held h)
      select coalesce(max(n.residents), 0)::int as residents, coalesce(max(n.deputies), 0)::int as deputies
        from day d cross join lateral (
          select count(*) filter (where h.comes_from = 'residents') as residents,
                 count(*) filter (where h.role in ('deputy', 'standing_deputy')) as deputies
            from held h where ${validOn('h', sql<PlainDate>`d.day`)}) n`.execute(db)
  ).rows[0] ?? { residents: 0, deputies: 0 }

type Held = { said: Said; unit: string }
type Asked = Span & { readonly officialId: OfficialId }

/** Of each in its time a post of the state at a commune that they hold. */
export async function officesHeld(db: Db, asked: readonly Asked[]): Promise<(Held | undefined)[]> {
  const { rows } = await sql<Held & { at: number }>`
    select n.place::int as at, h.said, h.unit
      from unnest(${asked.map((one) => one.officialId)}::uuid[], ${asked.map((one) => one.from)}::date[],
                  ${asked.map((one) => one.until)}::date[]) with ordinality as n (official_id, valid_from, valid_until, place)
      cross join lateral (
        select jsonb_build_object('vi', p.vi, 'en', p.en) as said, ${nameOn(sql`a.area_id`, sql<PlainDate>`n.valid_from`)} as unit
          from appointment a join post p on p.id = a.post and p.salaried
         where a.official_id = n.official_id and a.valid_from < coalesce(n.valid_until, 'infinity')
           and coalesce(a.valid_until, 'infinity') > greatest(n.valid_from, a.valid_from)
           and exists (select from area_version v where v.area_id = a.area_id and v.level = 3)
         order by a.valid_from limit 1) h`.execute(db)
  const found = new Map(rows.map(({ at, ...held }) => [at, held]))
  return asked.map((_one, at) => found.get(at + 1))
}

/** A post of the state at a commune that somebody holds in a time. */
export const officeHeld = async (db: Db, officialId: OfficialId, { from, until }: Span): Promise<Held | undefined> =>
  (await officesHeld(db, [{ officialId, from, until }]))[0]
