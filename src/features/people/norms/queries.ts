/** SQL of where rules of the roster hold: everywhere, or in a province. */
import { sql } from 'kysely'
import { depthOf } from '#features/areas/words.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'

/** Of the whole nation a rule says no unit; whoever works for all of it enters it. */
export const nationOf = async (db: Db): Promise<AreaId | undefined> =>
  (await db.selectFrom('area_version').select('area_id').where('level', '=', depthOf('nation')).executeTakeFirst())
    ?.area_id

/** The nation and the provinces among some units and below them, by name. */
export const placesOfRules = async (db: Db, areas: readonly AreaId[], today: PlainDate) =>
  areas.length === 0
    ? []
    : (
        await sql<{ areaId: AreaId; name: string }>`
          select v.area_id as "areaId", v.name from area_version v
           where v.level in (${depthOf('nation')}, ${depthOf('province')}) and ${validOn('v', today)}
             and v.area_id in (select r.area_id from area_reach r where r.over_id = any (${areas}::uuid[]))
           order by v.level, ${inVietnamese(sql`v.name`)}`.execute(db)
      ).rows

/** The state of a rule `r` on a day. */
export const stateOn = (today: PlainDate) => sql`
  case when r.valid_until <= ${today} then 'ended' when r.valid_from > ${today} then 'coming' else 'in_force' end`
