/** What waits for me in the reviews: one line a round and kind of work, late ones first. */
import { showDate } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import type { Work, Worklist } from '#platform/web/work.ts'
import type { WorkKind } from '#features/reviews/contract.ts'
import { assignPath, casesPath, decisionPath, roundPath } from './addresses.ts'
import type { WorkItem } from './answers.ts'
import { work } from './calls.ts'

const labels: Record<WorkKind, Words> = {
  to_survey: { vi: 'Hộ chờ khảo sát', en: 'Households to survey' },
  returned: { vi: 'Phiếu bị trả lại', en: 'Surveys returned' },
  to_list: { vi: 'Danh sách cần lập', en: 'Lists to draw up' },
  to_assign: { vi: 'Hộ chưa giao rà soát viên', en: 'Households to assign' },
  to_check: { vi: 'Phiếu chờ kiểm tra', en: 'Surveys to check' },
  to_record: { vi: 'Bước làm trên giấy cần ghi lại', en: 'Paper steps to record' },
  to_draft: { vi: 'Quyết định cần dự thảo', en: 'Decisions to draft' },
  to_print: { vi: 'Quyết định cần in', en: 'Decisions to print' },
  to_enforce: { vi: 'Quyết định chờ ký, ban hành', en: 'Decisions to be signed and put in force' },
  to_hand_over: { vi: 'Giấy chứng nhận cần phát', en: 'Certificates to hand over' },
}

function pathOf({ kind, roundId, decisionId }: WorkItem): { path: string; state?: string } {
  switch (kind) {
    case 'to_survey':
    case 'returned':
      return { path: '/phone' }
    case 'to_assign':
      return { path: assignPath(roundId) }
    case 'to_check':
      return { path: casesPath(roundId), state: 'submitted' }
    case 'to_print':
    case 'to_enforce':
    case 'to_hand_over':
      return { path: decisionId ? decisionPath(decisionId) : roundPath(roundId) }
    default:
      return { path: roundPath(roundId) }
  }
}

export function useReviewWork(): Worklist {
  const mine = holds('round.read')
  const read = useRead(work, mine ? {} : null)
  const to = useTo()
  const asWork = (item: WorkItem): Work => {
    const { path, state } = pathOf(item)
    return {
      key: `${item.kind} ${item.roundId}`,
      group: 'review',
      label: labels[item.kind],
      count: item.count,
      href: path === '/phone' ? path : to(path, { noi: item.areaId, 'tinh-trang': state }),
      note: say(
        { vi: '{area}: {round}, hạn {day}', en: '{area}: {round}, until {day}' },
        { area: item.areaName, round: item.roundName, day: showDate(item.until) },
      ),
      state: item.late ? 'late' : 'waits',
    }
  }
  return {
    work: (read.data?.items ?? []).map(asWork),
    loading: mine && read.loading && read.data === null,
    problem: read.problem?.status === 403 ? null : read.problem,
  }
}
