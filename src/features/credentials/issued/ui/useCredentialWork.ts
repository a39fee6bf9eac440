/** On the home page of who may revoke: credentials that still hold although what they rest on is gone. */
import { useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import type { Worklist } from '#platform/web/work.ts'
import { listCredentials } from './calls.ts'

export function useCredentialWork(): Worklist {
  const { areaId } = useArea()
  const mine = holds('credential.manage')
  const read = useRead(listCredentials, mine && areaId ? { areaId, groundless: true } : null)
  const to = useTo()
  const count = read.data?.total ?? 0
  return {
    work:
      count > 0
        ? [
            {
              ...{ key: 'credentials groundless', group: 'skills', state: 'waits', count },
              label: { vi: 'Chứng nhận mà căn cứ không còn', en: 'Credentials whose basis is gone' },
              href: to('/chung-nhan', { 'can-cu-con': 'khong' }),
              note: {
                vi: 'lớp lui lại hoặc hủy, bài kiểm tra chấm lại: xem để thu hồi hay giữ',
                en: 'a class taken back or called off, a test marked anew: to revoke or to keep',
              },
            },
          ]
        : [],
    loading: mine && areaId !== null && read.loading && read.data === null,
    problem: read.problem?.status === 403 ? null : read.problem,
  }
}
