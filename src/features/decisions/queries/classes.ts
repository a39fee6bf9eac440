/** SQL of the classes that households hold, each from a decision on. */
import { sql } from 'kysely'
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
    const classes = part.map((r) => ({
      household: r.householdId,
      id: newId<'household_class'>(),
      village: r.villageId,
      class: r.class,
      begins: r.from,
      until: r.until,
      ends: r.ends,
      verdict: r.verdictId,
    }))
    await sql`select class_succeed(${by.decision}, ${by.standard}, ${JSON.stringify(classes)})`.execute(db)
  }
}
