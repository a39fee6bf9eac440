/** SQL of the seats of a plan: who is to sit in a line, by name. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, FrameworkTopicId, OfficialId, PlanLineId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'

/** The units that keep the records of these people, as far as they are of the area on the day. */
export const homesOf = async (
  db: Db,
  { areaId, day }: { readonly areaId: AreaId; readonly day: PlainDate },
  people: readonly OfficialId[],
): Promise<Map<OfficialId, AreaId>> =>
  people.length === 0
    ? new Map()
    : new Map(
        (
          await sql<{ id: OfficialId; unit: AreaId }>`
            select p.id, p.unit_id as unit from roster_people(${areaId}, ${day}, null) p where p.id = any (${people}::uuid[])`.execute(
            db,
          )
        ).rows.map(({ id, unit }) => [id, unit]),
      )

type Line = {
  readonly id: PlanLineId
  readonly areaId: AreaId
  readonly year: number
  readonly topicId: FrameworkTopicId
}
type Sitting = { readonly officialIds: readonly OfficialId[]; readonly homes: ReadonlyMap<OfficialId, AreaId> }

export async function insertSeats(db: Db, line: Line, { officialIds, homes }: Sitting): Promise<void> {
  if (officialIds.length === 0) return
  await db
    .insertInto('plan_seat')
    .values(
      officialIds.map((official_id) => ({
        ...{ id: newId<'plan_seat'>(), plan_line_id: line.id, area_id: line.areaId, year: line.year },
        ...{ topic_id: line.topicId, official_id, from_id: homes.get(official_id) ?? line.areaId },
      })),
    )
    .execute()
}
