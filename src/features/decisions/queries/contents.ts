/** SQL of what the papers of a decision say of its households. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId, RoundId, VerdictId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { RegisteredContent } from '../rules/content.ts'

type Asked = { readonly householdId: HouseholdId; readonly verdictId: VerdictId | null }
/** With the village where it lives. */
type Said = { householdId: HouseholdId; content: RegisteredContent; villageId: AreaId }

/**
 * As the register stands on the day, in the order of a list: village, given name of the head, year of birth. Refused where
 * the round is not the actor's; who stands over it reads all of its households, also one that has moved away. `fixed`: as
 * papers tell it that were fixed with this id, whatever of that very day was recorded since.
 */
export async function registered(
  db: Db,
  round: RoundId,
  { of, day, fixed = null }: { of: readonly Asked[]; day: PlainDate; fixed?: string | null },
): Promise<Said[]> {
  const [households, verdicts] = [of.map((one) => one.householdId), of.map((one) => one.verdictId)]
  const { rows } = await sql<Said>`select household_id as "householdId", content, village_id as "villageId"
    from entry_contents(${round}, ${day}, ${households}::uuid[], ${verdicts}::uuid[], ${fixed})`.execute(db)
  return rows
}

/** The same by household. */
export const contentsOf = async (
  ...asked: Parameters<typeof registered>
): Promise<Map<HouseholdId, RegisteredContent>> =>
  new Map((await registered(...asked)).map((row) => [row.householdId, row.content]))
