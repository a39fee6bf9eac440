/** How somebody stands before the gate, in words, and whether it lets them through. Pure. */
import { showDate } from '#kernel/dates.ts'
import type { Said } from '#kernel/text.ts'
import { type GateMode, type Holds, holdStates } from './model.ts'

export function holdsSaid({ state, lastDay }: Holds): Said {
  const { vi, en } = holdStates[state]
  if (!lastDay || state === 'revoked' || state === 'other_name') return { vi, en }
  const day = showDate(lastDay)
  return state === 'valid'
    ? { vi: `${vi} (đến hết ${day})`, en: `${en} (to ${day})` }
    : { vi: `${vi} (ngày cuối ${day})`, en: `${en} (last day ${day})` }
}

/** Whether there is nothing to be said about somebody; who is not asked for is not missing. */
export const isHolder = ({ state }: Holds): boolean => state === 'valid' || state === 'no_rule'

/** Whether the gate of a round keeps somebody from work; a rule that no province made keeps back nobody. */
export const isHeldBack = (gate: GateMode, holds: Holds): boolean => gate === 'hold' && !isHolder(holds)
