/** SQL of for whom somebody acts: nothing says it but the posts themselves. */
import { sql } from 'kysely'
import { addDays, type PlainDate } from '#kernel/dates.ts'
import type { AppointmentId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import type { ActsFor } from '../model.ts'

type Row = { id: AppointmentId; holders: Holder[]; left: string[]; until: PlainDate | null }
type Holder = { readonly name: string; readonly until: PlainDate | null }

/**
 * Of some appointments those by which somebody acts: in place of the one who holds the post in the own right, or, where nobody
 * did when it began, of who left it last, where that was one person. Where several held it nothing is known. Asked only of
 * units of the actor's, all of whose posts row security shows.
 */
export async function actedFor(db: Db, appointments: readonly AppointmentId[]): Promise<Map<AppointmentId, ActsFor>> {
  if (appointments.length === 0) return new Map()
  const { rows } = await sql<Row>`
    with own as (
      select a.id, a.valid_from as begun, h.official_id, h.valid_from, h.valid_until, o.full_name
        from appointment a join appointment h on h.area_id = a.area_id and h.post = a.post and h.standing = 'own'
         and h.valid_until is distinct from h.valid_from and h.official_id <> a.official_id
        join official o on o.id = h.official_id
       where a.id = any (${appointments}::uuid[]))
    select a.id, l.until,
           coalesce((select jsonb_agg(jsonb_build_object('name', w.full_name, 'until', w.valid_until) order by w.full_name) from own w
                      where w.id = a.id and ${validOn('w', sql<PlainDate>`w.begun`)}), '[]') as holders,
           array(select distinct w.full_name from own w where w.id = a.id and w.valid_until = l.until order by 1) as left
      from appointment a
      cross join lateral (select max(w.valid_until) as until from own w where w.id = a.id and w.valid_until <= a.valid_from) l
     where a.id = any (${appointments}::uuid[]) and a.standing = 'acting' and a.valid_until is distinct from a.valid_from`.execute(
    db,
  )
  return new Map(
    rows.flatMap(({ id, holders, left, until }): [AppointmentId, ActsFor][] => {
      const [holder, ...others] = holders
      if (others.length > 0) return []
      if (holder) return [[id, { name: holder.name, last: holder.until && addDays(holder.until, -1) }]]
      const [name] = left
      const one = left.length === 1 && name !== undefined && until !== null
      return [[id, one ? { name, last: addDays(until, -1) } : { name: null, last: null }]]
    }),
  )
}
