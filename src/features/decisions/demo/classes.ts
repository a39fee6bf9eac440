/** The classes that the demo's decisions gave, each ending what ran before. */
import { stableId } from '#features/areas/nation/stableIds.ts'
import { registerDay } from '#features/households/demo/write.ts'
import type { DemoRound } from '#features/rounds/demo/write.ts'
import type { openingVerdicts } from '#features/surveys/demo/write.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import { classRows, type Entry } from '../rules/decision.ts'
import type { HeldClass } from '../rules/movement.ts'

export type Histories = Map<HouseholdId, HeldClass[]>
type Held = { readonly round: DemoRound; readonly verdicts: ReturnType<typeof openingVerdicts> }

/** The classes of one decision, ending what ran before; `histories` grows with them. */
export function succeed(histories: Histories, round: DemoRound, entries: readonly Entry[]): void {
  const from = round.holdFrom
  if (!from) throw new Error('a finished round of the demo names its day')
  for (const row of classRows(entries, histories, from).rows) {
    const held = histories.get(row.householdId) ?? []
    const ended = held.map((h) => (h.from === row.ends ? { ...h, until: from } : h))
    histories.set(row.householdId, [...ended, { class: row.class, from, until: row.until }])
  }
}

export async function writeClasses(db: OwnerConnection, all: readonly Held[], histories: Histories): Promise<void> {
  const rows = all.flatMap(({ round, verdicts }) =>
    round.cases.map(({ household: { householdId, villageId } }) => {
      const held = (histories.get(householdId) ?? []).find((h) => h.from === round.holdFrom)
      return [
        householdId,
        stableId('household_class', 'demo', round.key, householdId),
        villageId,
        villageId,
        held?.class,
        verdicts.get(householdId)?.standard_id,
        round.holdFrom,
        held?.until ?? null,
        stableId('decision', 'demo', round.key),
        stableId('verdict', 'demo', round.key, householdId, 'opens'),
      ]
    }),
  )
  await insertRows(db, {
    table: 'household_class',
    columns: columnsIn(
      'household_id:uuid id:uuid village_id:uuid home_id:uuid class:text standard_id:text valid_from:date valid_until:date decision_id:uuid verdict_id:uuid',
    ),
    rows,
  })
}

/** What the list of the year before said: held by its cases only, since its decision is older than the demo. */
export function remember(histories: Histories, round: DemoRound): void {
  for (const { household, before } of round.cases)
    if (before && !histories.has(household.householdId))
      histories.set(household.householdId, [{ class: before, from: registerDay, until: null }])
}
