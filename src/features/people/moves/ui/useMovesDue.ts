/** One line on the home page of who keeps the roster: whose planned days have come, and who are still away. */
import { showDate } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { today } from '#platform/web/day.ts'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import type { Worklist } from '#platform/web/work.ts'
import { listMoves } from './calls.ts'

export function useMovesDue(): Worklist {
  const { areaId } = useArea()
  const mine = holds('roster.write')
  const read = useRead(listMoves, mine && areaId ? { areaId, state: 'due' } : null)
  const to = useTo()
  const [first] = read.data?.can.includes('write') ? read.data.rows : []
  return {
    work: first
      ? [
          {
            key: 'moves due',
            group: 'skills',
            label: { vi: 'Luân chuyển, biệt phái đến hạn về', en: 'Officials due back' },
            count: read.data?.total ?? 0,
            href: to('/can-bo/luan-chuyen', { 'tinh-trang': 'due' }),
            note: say(
              { vi: '{name}, {area}, dự kiến đến {day}', en: '{name}, {area}, planned until {day}' },
              { name: first.name, area: first.to.areaName, day: first.plannedLast ? showDate(first.plannedLast) : '' },
            ),
            state: first.plannedLast !== null && first.plannedLast < today() ? 'late' : 'waits',
          },
        ]
      : [],
    loading: mine && areaId !== null && read.loading && read.data === null,
    problem: read.problem?.status === 403 ? null : read.problem,
  }
}
