import { roundPath } from '#features/rounds/ui/addresses.ts'
import { useWaiting } from '#features/rounds/ui/useWaiting.ts'
import type { Worklist } from '#platform/web/work.ts'
import { decisionPath } from '../../ui/addresses.ts'
import { decisionWork } from './calls.ts'

/** Decisions to draft, print and sign, certificates to hand over. */
export const useDecisionWork = (): Worklist =>
  useWaiting(decisionWork, {
    labels: {
      to_draft: { vi: 'Quyết định cần dự thảo', en: 'Decisions to draft' },
      to_print: { vi: 'Quyết định cần in', en: 'Decisions to print' },
      to_enforce: { vi: 'Quyết định chờ ký, ban hành', en: 'Decisions to be signed and put in force' },
      to_hand_over: { vi: 'Giấy chứng nhận cần phát', en: 'Certificates to hand over' },
    },
    wayTo: ({ decisionId, roundId }) => ({ path: decisionId ? decisionPath(decisionId) : roundPath(roundId) }),
  })
