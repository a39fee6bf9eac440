/** SQL of for whom somebody acts: nothing says it but the posts themselves. */
import { sql } from 'kysely'
import { addDays, type PlainDate } from '#kernel/dates.ts'
import type { AppointmentId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import type { ActsFor } from '../model.ts'

type Row = { id: AppointmentId; left: string[]; until: PlainDate | null }

/**
 * Of some appointments those by which somebody acts in a post that nobody held in the own right when it began, with who left
 * it last, where that was one person. Asked only of units of the actor's, all of whose posts row security shows.
 */
export async function actedFor(db: Db, appointments: readonly AppointmentId[]): Promise<Map<AppointmentId, ActsFor>> {
  if (appointments.length === 0) return new Map()
  const { rows } = await sql<Row>`
    with own as (
      select a.id, a.valid_from as begun, h.official_id, h.valid_from, h.valid_until
        from appointment a join appointment h on h.area_id = a.area_id and h.post = a.post and h.standing = 'own'
         and h.valid_until is distinct from h.valid_from and h.official_id <> a.official_id
       where a.id = any (${appointments}::uuid[]))
    select a.id, l.until,
           array(select distinct o.full_name from own w join official o on o.id = w.official_id
                  where w.id = a.id and w.valid_until = l.until order by 1) as left
      from appointment a
      cross join lateral (select max(w.valid_until) as until from own w where w.id = a.id and w.valid_until <= a.valid_from) l
     where a.id = any (${appointments}::uuid[]) and a.standing = 'acting' and a.valid_until is distinct from a.valid_from
       and not exists (select from own w where w.id = a.id and ${validOn('w', sql<PlainDate>`w.begun`)})`.execute(db)
  return new Map(
    rows.map(({ id, left, until }) => {
      const [name] = left
      const one = left.length === 1 && name !== undefined && until !== null
      return [id, one ? { name, last: addDays(until, -1) } : { name: null, last: null }]
    }),
  )
}
