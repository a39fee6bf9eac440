/** Names of decisions and corrections, for who reads of them elsewhere. */
import { sql } from 'kysely'
import type { HouseholdId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'

export const decisionsNamed = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('decision as d')
    .innerJoin('round as r', 'r.id', 'd.round_id')
    .where(sql<boolean>`d.id = any (${ids}::uuid[])`)
    .select(['d.id', 'd.number', 'r.name as round'])
    .execute()

export const correctionsNamed = (db: Db, ids: readonly string[]) =>
  db.selectFrom('correction').where(sql<boolean>`id = any (${ids}::uuid[])`).select(['id', 'number']).execute()

export const correctionsOfHousehold = async (db: Db, household: HouseholdId): Promise<string[]> =>
  (
    await db
      .selectFrom('correction')
      .where('subject_kind', '=', 'household')
      .where(sql<boolean>`subject_id = ${household}`)
      .select('id')
      .execute()
  ).map(({ id }) => id)
