import { showDate } from '#kernel/dates.ts'
import { send } from '#platform/web/calls.ts'
import type { SearchProvider } from '#platform/web/kit/Search.tsx'
import { say } from '#platform/web/language.ts'
import { holds } from '#platform/web/session.ts'
import { roundStateWords } from '../model.ts'
import { roundPath } from './addresses.ts'
import { searchRounds as findRounds } from './calls.ts'

/** Rounds by name, also with the name of the commune: those under way before those at their end. */
export const searchRounds: SearchProvider = {
  heading: { vi: 'Kỳ rà soát', en: 'Round' },
  find: async (q, signal) => {
    if (!holds('round.read')) return []
    const { rounds } = await send(findRounds, { q: q.slice(0, 100) }, { signal })
    return rounds.map(({ roundId, name, areaName, state, windowFrom, windowUntil }) => ({
      href: roundPath(roundId),
      label: name,
      detail: [areaName, `${showDate(windowFrom)} - ${showDate(windowUntil)}`, say(roundStateWords[state])].join(', '),
    }))
  },
}
