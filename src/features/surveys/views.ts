/** Which case a checker takes next: in the order of the list, so that nobody meets another order on the way through it. */
import { namesOn } from '#features/areas/queries.ts'
import type { RoundRow } from '#features/rounds/queries.ts'
import type { AreaId, HouseholdId, ReviewCaseId } from '#kernel/ids.ts'
import { compareUnits } from '#kernel/order.ts'
import type { Db } from '#platform/server/database/open.ts'
import { nextIn, villagesWaiting } from './queries.ts'

type Here = {
  readonly roundId: RoundRow['roundId']
  readonly caseId: ReviewCaseId
  readonly householdId: HouseholdId
  readonly headName: string
  readonly number: string
  readonly villageId: AreaId
}

/** In the same village first, then in the villages after it, then from the beginning; null where nobody waits. */
export async function nextToCheck(
  db: Db,
  round: RoundRow,
  here: Here,
): Promise<{ householdId: HouseholdId; caseId: ReviewCaseId } | null> {
  const same = await nextIn(db, here.villageId, here)
  if (same) return same
  const villages = await villagesWaiting(db, here)
  const names = await namesOn(db, [...villages, here.villageId], round.windowUntil)
  const unit = (areaId: AreaId) => ({ areaId, name: names.get(areaId) ?? '' })
  const inOrder = villages.map(unit).sort(compareUnits)
  const next = inOrder.find((one) => compareUnits(one, unit(here.villageId)) > 0) ?? inOrder[0]
  return next ? ((await nextIn(db, next.areaId, here)) ?? null) : null
}
