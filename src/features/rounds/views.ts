/** A round as its answers tell it. */
import type { CaseCounts } from './counts/queries.ts'
import type { RoundRow } from './queries.ts'
import { isOpen } from './rules/progress.ts'

export const bodyOf = (r: RoundRow, today: string, counts: CaseCounts) => ({
  roundId: r.roundId,
  areaId: r.areaId,
  areaName: r.areaName,
  kind: r.kind,
  name: r.name,
  classesHoldFrom: r.classesHoldFrom,
  windowFrom: r.windowFrom,
  windowUntil: r.windowUntil,
  state: r.state,
  late: r.windowUntil < today && isOpen(r.state),
  counts,
})
