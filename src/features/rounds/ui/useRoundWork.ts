import type { Worklist } from '#platform/web/work.ts'
import { roundWork } from '../progress/ui/calls.ts'
import { assignPath, roundPath } from './addresses.ts'
import { useWaiting } from './useWaiting.ts'

/** Lists to draw up, households to assign, paper steps to record, what another commune hands over or takes. */
export const useRoundWork = (): Worklist =>
  useWaiting(roundWork, {
    labels: {
      to_list: { vi: 'Danh sách cần lập', en: 'Lists to draw up' },
      to_assign: { vi: 'Hộ chưa giao rà soát viên', en: 'Households to assign' },
      to_record: { vi: 'Bước làm trên giấy cần ghi lại', en: 'Paper steps to record' },
      to_give: { vi: 'Hộ nay thuộc xã khác, cần bàn giao', en: 'Households of another commune now, to hand over' },
      villages_to_give: {
        vi: 'Thôn nay thuộc xã khác, cần bàn giao',
        en: 'Villages of another commune now, to hand over',
      },
      to_take: {
        vi: 'Hộ của xã mình, chờ xã khác bàn giao',
        en: 'Households of this commune that another is to hand over',
      },
      villages_to_take: {
        vi: 'Thôn của xã mình, chờ xã khác bàn giao',
        en: 'Villages of this commune that another is to hand over',
      },
    },
    elsewhere: ['to_take', 'villages_to_take'],
    wayTo: ({ kind, roundId }) => ({ path: kind === 'to_assign' ? assignPath(roundId) : roundPath(roundId) }),
  })
