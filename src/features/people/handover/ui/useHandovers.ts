/** One line on the home page of who keeps the roster: records that wait to be taken. */
import { useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import type { Worklist } from '#platform/web/work.ts'
import { listHandovers } from './calls.ts'

export function useHandovers(): Worklist {
  const { areaId } = useArea()
  const mine = holds('roster.write')
  const read = useRead(listHandovers, mine && areaId ? { areaId, state: 'asked' } : null)
  const to = useTo()
  const mayTake = (read.data?.rows ?? []).filter(({ can }) => can.includes('take'))
  const [first] = mayTake
  return {
    work: first
      ? [
          {
            key: 'handovers',
            group: 'skills',
            label: { vi: 'Hồ sơ cán bộ chờ nhận bàn giao', en: 'Records that wait to be taken over' },
            count: mayTake.length,
            href: to('/can-bo/ban-giao', { 'tinh-trang': 'asked' }),
            note: say(
              { vi: '{name}, từ {from}', en: '{name}, from {from}' },
              { name: first.name, from: first.fromName },
            ),
            state: 'waits',
          },
        ]
      : [],
    loading: mine && areaId !== null && read.loading && read.data === null,
    problem: read.problem?.status === 403 ? null : read.problem,
  }
}
