/** A reading of one place by who reaches many. */
import { sql } from 'kysely'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '../database/open.ts'

/**
 * The rest of a reading of today stands at this place, where it lies under the actor's areas: who reaches a province asks
 * a commune's rows as quickly as who works there. What a household left behind elsewhere is not seen from then on.
 */
export const standAt = async (db: Db, place: AreaId): Promise<void> => {
  await sql`select nb_stand_at(${place})`.execute(db)
}
