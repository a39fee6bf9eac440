import { casesPath, roundPath } from '#features/rounds/ui/addresses.ts'
import { useWaiting } from '#features/rounds/ui/useWaiting.ts'
import { filterNames } from '#features/surveys/ui/addresses.ts'
import { showDate } from '#kernel/dates.ts'
import { withQuery } from '#platform/web/address.ts'
import { say } from '#platform/web/language.ts'
import type { Worklist } from '#platform/web/work.ts'
import { decisionPath } from '../../ui/addresses.ts'
import { decisionWork } from './calls.ts'

const decidedNote = {
  vi: '{area}: {round}, quyết định số {number} ngày {day}',
  en: '{area}: {round}, decision no. {number} of {day}',
}

/** Decisions to draft, print and sign, certificates to hand over, households that a decision in force left without a class. */
export const useDecisionWork = (): Worklist =>
  useWaiting(decisionWork, {
    labels: {
      to_draft: { vi: 'Quyết định cần dự thảo', en: 'Decisions to draft' },
      to_print: { vi: 'Quyết định cần in', en: 'Decisions to print' },
      to_enforce: { vi: 'Quyết định chờ ký, ban hành', en: 'Decisions to be signed and put in force' },
      to_hand_over: { vi: 'Giấy chứng nhận cần phát', en: 'Certificates to hand over' },
      unclassed: {
        vi: 'Hộ trở lại sau quyết định, chưa được phân loại',
        en: 'Households back after the decision, without a class',
      },
    },
    wayTo: ({ kind, decisionId, roundId }) => {
      if (kind === 'unclassed') return { path: withQuery(casesPath(roundId), { [filterNames.unclassed]: 'true' }) }
      return { path: decisionId ? decisionPath(decisionId) : roundPath(roundId) }
    },
    noteOf: ({ areaName, roundName, decided }) =>
      decided &&
      say(decidedNote, {
        ...{ area: areaName, round: roundName },
        ...{ number: decided.number, day: showDate(decided.signedOn) },
      }),
  })
