/** SQL of the files for the personnel system: many officials at once. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, OfficialId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { byGivenName } from '#platform/server/sql/order.ts'
import type { Person } from './model.ts'

const shown = (day: PlainDate) => sql`
  o.id as "officialId", o.unit_id as "unitId", coalesce(o.personal_number, '') as "personalNumber", o.full_name as name, o.birth_year as "birthYear",
  ${nameOn(sql`o.unit_id`, day)} as "unitName"`

/** The first so many of an area on a day, by given name: who holds a post there, and whose record is kept there. */
export const peopleAt = async (
  db: Db,
  { areaId, day, most }: { readonly areaId: AreaId; readonly day: PlainDate; readonly most: number },
): Promise<Person[]> =>
  (
    await sql<Person>`
      select ${shown(day)} from roster_people(${areaId}, ${day}, null) p join official o on o.id = p.id
       order by ${byGivenName(sql`o.full_name`)}, o.id limit ${most}`.execute(db)
  ).rows

export const personOf = async (db: Db, official: OfficialId, day: PlainDate): Promise<Person | undefined> =>
  (await sql<Person>`select ${shown(day)} from official o where o.id = ${official}`.execute(db)).rows[0]
