import { casesPath, standingQuery } from '#features/rounds/ui/addresses.ts'
import { fold } from '#kernel/text.ts'
import { withQuery } from '#platform/web/address.ts'
import { send } from '#platform/web/calls.ts'
import type { SearchProvider } from '#platform/web/kit/Search.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { holds } from '#platform/web/session.ts'
import { unsurveyedRounds } from './calls.ts'

const heading = { vi: 'Hộ không khảo sát được', en: 'Households not surveyed' }
/** All that the list is called by. */
const called = fold(`${heading.vi} ${heading.en} từ chối không gặp ra khỏi kỳ refuse`)

/** The list of those who could not be surveyed, of each open round that has some. */
export const searchUnsurveyed: SearchProvider = {
  heading,
  find: async (q, signal) => {
    const words = fold(q).split(' ').filter(Boolean)
    if (!holds('round.manage') || q.length < 3 || !words.every((word) => called.includes(word))) return []
    const { rounds } = await send(unsurveyedRounds, {}, { signal })
    return rounds.map(({ roundId, roundName, areaName, left }) => ({
      href: withQuery(casesPath(roundId), standingQuery({ state: 'not_surveyed' })),
      label: say({ vi: 'Hộ không khảo sát được: {round}', en: 'Not surveyed: {round}' }, { round: roundName }),
      detail: say({ vi: '{area}, {n} hộ', en: '{area}, {n}' }, { area: areaName, n: showNumber(left) }),
    }))
  },
}
