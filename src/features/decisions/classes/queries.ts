/** SQL of the class figures: counts by the unit next below, as the villages hung on the day of the units. */
import { sql } from 'kysely'
import type { Class } from '#features/standards/model/verdict.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'

export type At = { readonly areaId: AreaId; readonly day: PlainDate; readonly units: PlainDate }

/** By the unit next below (the village itself where nothing stands between); null: all of the register. */
export type FigureCount = { part_id: AreaId; class: Class | null; households: number }

/** Households where they lived on the day, whoever may see them today; nothing where the area is not the actor's. */
export const countFigures = async (db: Db, { areaId, day, units }: At, today: PlainDate): Promise<FigureCount[]> =>
  (
    await sql<FigureCount>`
      select part_id, class, households from figures_of(${areaId}, ${day}, ${units}, ${today})`.execute(db)
  ).rows
