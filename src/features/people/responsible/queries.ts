/** SQL of who is responsible at a unit. Row security shows the posts of the actor's units; `commune_contacts` tells of few more. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import { levelAt } from '#features/areas/words.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { byGivenName } from '#platform/server/sql/order.ts'
import { diedOf, said, unplacedFrom } from '../roster/queries.ts'
import type { ResponsibleLine } from './contract.ts'

/** The nearest unit first; null where the unit does not stand on the day. */
export async function responsibleAt(
  db: Db,
  areaId: AreaId,
  { day, today }: { readonly day: PlainDate; readonly today: PlainDate },
): Promise<Omit<ResponsibleLine, 'actsFor'>[] | null> {
  const { rows } = await sql<Omit<ResponsibleLine, 'level' | 'actsFor'> & { level: number }>`
    with chain as materialized (
      select c.id::uuid as area_id, c.place
        from area_path p, unnest(string_to_array(p.path, '/')) with ordinality as c (id, place)
       where p.area_id = ${areaId} and ${validOn('p', day)})
    select a.id as "appointmentId", c.area_id as "areaId", ${nameOn(sql`c.area_id`, day)} as "areaName", v.level, ${said('p')} as said,
           a.standing, o.id as "officialId", o.full_name as name, a.valid_from as "from", a.valid_until as until,
           ${unplacedFrom(today)} as "unplacedFrom", a.decision_number as "decisionNumber"
      from chain c join area_version v on v.area_id = c.area_id and ${validOn('v', day)}
      left join (appointment a join official o on o.id = a.official_id join post p on p.id = a.post)
        on a.area_id = c.area_id and ${validOn('a', day)}
     order by c.place desc, p.place, array_position(array['own', 'acting', 'deputy'], a.standing), ${byGivenName(sql`o.full_name`)}, a.id`.execute(
    db,
  )
  if (rows.length === 0) return null
  // Whose death another has recorded answers for nothing, though a post is still to be ended here.
  const died = await diedOf(
    db,
    rows.flatMap(({ officialId }) => officialId ?? []),
  )
  const gone = new Set(died.filter(({ since }) => since <= day).map(({ officialId }) => officialId))
  return rows.flatMap(({ level, ...row }) =>
    row.appointmentId === null || gone.has(row.officialId) ? [] : [{ ...row, level: levelAt(level) }],
  )
}

type Contact = {
  readonly communeId: AreaId
  readonly name: string
  readonly post: Said
  readonly phone: string
}

/**
 * Whom somebody calls who works in these communes: who holds the post of the programme there on the day, else who leads it.
 * A commune where nobody of them has a telephone number, or where the actor does not work, is left out.
 */
export const communeContacts = async (db: Db, communes: readonly AreaId[], day: PlainDate): Promise<Contact[]> =>
  communes.length === 0
    ? []
    : (
        await sql<Contact>`
          select area_id as "communeId", full_name as name, jsonb_build_object('vi', vi, 'en', en) as post, phone
            from commune_contacts(${communes}::uuid[], ${day})`.execute(db)
      ).rows
