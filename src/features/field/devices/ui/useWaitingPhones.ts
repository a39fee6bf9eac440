/** One line on the home page of who checks surveys: phones on which finished forms still wait. */
import { showInstant } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import type { Worklist } from '#platform/web/work.ts'
import { listDevices } from './calls.ts'

export function useWaitingPhones(): Worklist {
  const { areaId } = useArea()
  const mine = holds('survey.check')
  const read = useRead(listDevices, mine && areaId ? { areaId } : null)
  const to = useTo()
  const [first] = read.data?.rows ?? []
  const count = read.data?.waits ?? 0
  return {
    work:
      first && count > 0
        ? [
            {
              key: 'phones',
              group: 'review',
              label: { vi: 'Điện thoại còn phiếu chưa gửi', en: 'Phones on which finished forms wait' },
              count,
              href: to('/dien-thoai'),
              note: say(
                { vi: '{name}, máy liên lạc lần cuối {seen}', en: '{name}, last heard of {seen}' },
                { name: first.name, seen: showInstant(first.seenAt) },
              ),
              state: 'elsewhere',
            },
          ]
        : [],
    loading: mine && areaId !== null && read.loading && read.data === null,
    problem: read.problem?.status === 403 ? null : read.problem,
  }
}
