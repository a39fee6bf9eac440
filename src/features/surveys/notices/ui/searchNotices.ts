import { fold } from '#kernel/text.ts'
import { send } from '#platform/web/calls.ts'
import type { SearchProvider } from '#platform/web/kit/Search.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { holds } from '#platform/web/session.ts'
import { noticeRounds } from './calls.ts'
import { roundNoticesPath } from './paths.ts'

const heading = { vi: 'Tin báo từ thôn', en: 'Notices from the villages' }
/** All that the list is called by. */
const called = fold(`${heading.vi} ${heading.en} hộ chưa có trong danh sách chuyển đi từ chối`)

/** The list of notices of each round that has some. */
export const searchNotices: SearchProvider = {
  heading,
  find: async (q, signal) => {
    const words = fold(q).split(' ').filter(Boolean)
    if (!holds('round.manage') || q.length < 3 || !words.every((word) => called.includes(word))) return []
    const { rounds } = await send(noticeRounds, {}, { signal })
    return rounds.map(({ roundId, roundName, areaName, open }) => ({
      href: roundNoticesPath(roundId),
      label: say({ vi: 'Tin báo từ thôn: {round}', en: 'Notices: {round}' }, { round: roundName }),
      detail: say({ vi: '{area}, {n} chờ xử lý', en: '{area}, {n} waiting' }, { area: areaName, n: showNumber(open) }),
    }))
  },
}
