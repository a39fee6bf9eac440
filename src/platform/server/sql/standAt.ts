/** A reading of one place by who reaches many. */
import { sql } from 'kysely'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '../database/open.ts'

/**
 * The rest of a reading stands at those of these places that lie under the actor's areas: who reaches a province asks a
 * commune's rows as quickly as who works there. What lies elsewhere is not seen from then on, so whoever reads rows names
 * every place where they may lie, the one that most lie under first.
 */
export const standAt = async (db: Db, places: readonly AreaId[]): Promise<void> => {
  await sql`select nb_stand_at(${places}::uuid[])`.execute(db)
}
