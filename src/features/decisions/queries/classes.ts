/** SQL of the classes that households hold, each from a decision on. */

import { sql } from 'kysely'
import { homesOf } from '#features/households/queries.ts'
import type { DecisionId, HouseholdId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import { chunks } from '../rules/chunks.ts'
import type { ClassRow } from '../rules/decision.ts'
import type { HeldClass } from '../rules/movement.ts'

/** Every class these households ever held, oldest first. Read to give another: hold the households first. */
export async function classHistories(
  db: Db,
  households: readonly HouseholdId[],
): Promise<Map<HouseholdId, HeldClass[]>> {
  const histories = new Map<HouseholdId, HeldClass[]>()
  const rows = await db
    .selectFrom('household_class')
    .where(sql<boolean>`household_id = any (${households}::uuid[])`)
    .select(['household_id', 'class', 'valid_from as from', 'valid_until as until'])
    .orderBy('valid_from')
    .execute()
  for (const { household_id, ...held } of rows) {
    const list = histories.get(household_id) ?? []
    list.push(held)
    histories.set(household_id, list)
  }
  return histories
}

/** Ends what the new classes succeed, then begins them. Nothing is overwritten: only an end is written. */
export async function succeedClasses(
  db: Db,
  rows: readonly ClassRow[],
  by: { decision: DecisionId; standard: string },
): Promise<void> {
  for (const part of chunks(rows)) {
    const ending = part.filter((r) => r.ends !== null)
    await sql`update household_class c set valid_until = e.day
      from unnest(${ending.map((r) => r.householdId)}::uuid[], ${ending.map((r) => r.ends)}::date[],
                  ${ending.map((r) => r.from)}::date[]) as e (household, began, day)
     where c.household_id = e.household and c.valid_from = e.began`.execute(db)
    const homeOf = await homesOf(
      db,
      part.map((r) => r.householdId),
    )
    await db
      .insertInto('household_class')
      .values(
        part.map((r) => ({
          household_id: r.householdId,
          id: newId<'household_class'>(),
          village_id: r.villageId,
          home_id: homeOf(r.householdId),
          class: r.class,
          standard_id: by.standard,
          valid_from: r.from,
          valid_until: r.until,
          decision_id: by.decision,
          verdict_id: r.verdictId,
        })),
      )
      .execute()
  }
}
