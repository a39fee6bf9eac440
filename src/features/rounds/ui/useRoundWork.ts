import type { Worklist } from '#platform/web/work.ts'
import { roundWork } from '../progress/ui/calls.ts'
import { assignPath, roundPath } from './addresses.ts'
import { useWaiting } from './useWaiting.ts'

/** Lists to draw up, households to assign, paper steps to record. */
export const useRoundWork = (): Worklist =>
  useWaiting(roundWork, {
    labels: {
      to_list: { vi: 'Danh sách cần lập', en: 'Lists to draw up' },
      to_assign: { vi: 'Hộ chưa giao rà soát viên', en: 'Households to assign' },
      to_record: { vi: 'Bước làm trên giấy cần ghi lại', en: 'Paper steps to record' },
    },
    wayTo: ({ kind, roundId }) => ({ path: kind === 'to_assign' ? assignPath(roundId) : roundPath(roundId) }),
  })
