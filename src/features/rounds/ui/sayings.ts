/** Sentences of this room: how far a round is, why something cannot be done. */

import { showNumber } from '#kernel/numbers.ts'
import type { Said } from '#kernel/text.ts'
import { say } from '#platform/web/language.ts'
import { type Block, type RoundState, roundStateWords } from '../model.ts'
import { askedIn, sentIn } from '../rules/progress.ts'
import { isOfStep, type RoundAction } from '../rules/steps.ts'
import type { CaseCounts, ProgressRow, RoundAnswer, RoundVillage } from './answers.ts'

export const notMine: Said = {
  vi: 'Bạn chưa được giao quyền làm việc này tại đơn vị này.',
  en: 'You have not been given the right to do this here.',
}

/** Why who left the round is not taken back at this step; null where he can be. */
export const notNow = ({ can }: Pick<RoundAnswer, 'can'>): Said | null =>
  can.includes('take_back')
    ? null
    : {
        vi: 'Mở lại bước kiểm tra phiếu rồi nhận lại.',
        en: 'Go back to checking, then take them back.',
      }

/** Why what the server does not offer cannot be done: the step that the round is at, or who asks. */
export function notOffered(state: RoundState, action: RoundAction): Said {
  if (isOfStep(state, action)) return notMine
  const { vi, en } = roundStateWords[state]
  return {
    vi: `Kỳ đang ở bước “${vi}”; bước này không làm việc đó.`,
    en: `The round is at “${en}”, where this is not done.`,
  }
}

const allSent = ({ counts }: RoundVillage): boolean => sentIn(counts) === askedIn(counts)

/** What a round asks of: its list without those that left it, which are said beside. */
const leftSaid = { vi: '{said} {n} hộ đã ra khỏi kỳ.', en: '{said} {n} have left the round.' }
const withLeft = (said: string, { ended }: CaseCounts): string =>
  ended === 0 ? said : say(leftSaid, { said, n: showNumber(ended) })

/** The first reason why, in the server's words; null where nothing stands in the way. */
export const whyBlocked = (blocks: readonly Block[]): Said | null => blocks[0]?.said ?? null

/** "12 trong 14 thôn đã gửi đủ phiếu; 3 thôn chậm." */
export function roundSentence({ round, villages }: RoundAnswer): string {
  const { counts, state } = round
  switch (state) {
    case 'listing':
      return withLeft(
        say(
          { vi: 'Đang lập danh sách: {n} hộ.', en: 'The list is being drawn up: {n} households.' },
          { n: showNumber(askedIn(counts)) },
        ),
        counts,
      )
    case 'assigning':
      return assigningSentence(counts)
    case 'surveying':
    case 'checking':
      return withLeft(villagesSentence(villages, round.late, counts), counts)
    default:
      return stepSentence(state)
  }
}

/** "3 trong 14 hộ chưa giao cho ai." */
export const assigningSentence = (counts: CaseCounts): string =>
  withLeft(
    say(
      { vi: '{n} trong {all} hộ chưa giao cho ai.', en: '{n} of {all} households are assigned to nobody.' },
      { n: showNumber(counts.listed), all: showNumber(askedIn(counts)) },
    ),
    counts,
  )

function villagesSentence(villages: readonly RoundVillage[], late: boolean, counts: CaseCounts): string {
  const asked = villages.filter((village) => askedIn(village.counts) > 0)
  const sent = asked.filter(allSent).length
  const facts = {
    sent: showNumber(sent),
    all: showNumber(asked.length),
    behind: showNumber(asked.length - sent),
    waits: showNumber(counts.submitted),
  }
  const said = late
    ? {
        vi: '{sent} trong {all} thôn đã gửi đủ phiếu; {behind} thôn chậm; {waits} phiếu chờ kiểm tra.',
        en: '{sent} of {all} villages have sent all; {behind} are late; {waits} surveys to check.',
      }
    : {
        vi: '{sent} trong {all} thôn đã gửi đủ phiếu; {waits} phiếu chờ kiểm tra.',
        en: '{sent} of {all} villages have sent all; {waits} surveys to check.',
      }
  return say(said, facts)
}

function stepSentence(state: RoundState): string {
  if (state === 'completed') return say({ vi: 'Kỳ rà soát đã hoàn thành.', en: 'The round is completed.' })
  if (state === 'cancelled') return say({ vi: 'Kỳ rà soát đã hủy.', en: 'The round was cancelled.' })
  return say({ vi: 'Đang ở bước: {step}.', en: 'At the step: {step}.' }, { step: say(roundStateWords[state]) })
}

/** "còn 12 ngày", "hạn hôm nay", "quá hạn 3 ngày". */
export function daysSentence({ daysLeft }: Pick<ProgressRow, 'daysLeft'>): string {
  if (daysLeft === 0) return say({ vi: 'hạn hôm nay', en: 'ends today' })
  return daysLeft > 0
    ? say({ vi: 'còn {n} ngày', en: '{n} days left' }, { n: showNumber(daysLeft) })
    : say({ vi: 'quá hạn {n} ngày', en: '{n} days late' }, { n: showNumber(-daysLeft) })
}
