/** Where the lines of a draft were before they were carried over to what came of their unit. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, PlanLineId, TrainingPlanId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Particulars } from '../../plan/store/drafts.ts'

/** The unit whose draft the line was in; where it was to be taught then, and the words that were written for that place. */
export type Origin = {
  readonly unit: AreaId
  readonly placeId: AreaId | null
  readonly place: string
  readonly wrote: string
}

/** Of the lines of a plan that were carried over: from where, the last last. */
export const originsOf = async (db: Db, plan: TrainingPlanId): Promise<Map<PlanLineId, readonly Origin[]>> =>
  new Map(
    (
      await sql<{ id: PlanLineId; origins: readonly Origin[] }>`
        select l.id, l.came_from as origins from plan_line l where l.plan_id = ${plan} and l.came_from <> '[]'`.execute(
        db,
      )
    ).rows.map(({ id, origins }) => [id, origins]),
  )

export const writeOrigins = (db: Db, line: PlanLineId, origins: readonly Origin[]) =>
  sql`update plan_line set came_from = ${JSON.stringify(origins)}::jsonb where id = ${line}`.execute(db)

/** What a draft said besides its lines before it was carried over: whose it was, and which plan above it carried out. */
export type Head = {
  readonly unit: AreaId
  readonly parentId: TrainingPlanId | null
  readonly said: Omit<Particulars, 'reason'>
}

/** Of the drafts that were carried over into a draft, the last last. */
export const headsOf = async (db: Db, plan: TrainingPlanId): Promise<readonly Head[]> =>
  (
    await sql<{
      heads: readonly Head[]
    }>`select p.came_from as heads from training_plan p where p.id = ${plan}`.execute(db)
  ).rows[0]?.heads ?? []

export const writeHeads = (db: Db, plan: TrainingPlanId, heads: readonly Head[]) =>
  sql`update training_plan set came_from = ${JSON.stringify(heads)}::jsonb where id = ${plan}`.execute(db)

/** The units to which lines of a draft may be given back, by name. */
export const unitsBefore = async (db: Db, plan: TrainingPlanId, day: PlainDate) =>
  (
    await sql<{ areaId: AreaId; name: string }>`
      select u.id as "areaId", ${nameOn(sql`u.id`, day)} as name
        from (select distinct (l.came_from -> -1 ->> 'unit')::uuid as id from plan_line l
               where l.plan_id = ${plan} and l.came_from <> '[]') u order by 2, 1`.execute(db)
  ).rows
