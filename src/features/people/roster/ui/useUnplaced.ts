/** One line on the home page of who keeps the roster: whose unit has ended, and whom nobody has placed again. */
import { useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import type { Worklist } from '#platform/web/work.ts'
import { listOfficials } from './calls.ts'

export function useUnplaced(): Worklist {
  const { areaId } = useArea()
  const mine = holds('roster.write')
  const read = useRead(listOfficials, mine && areaId ? { areaId, post: 'unplaced' } : null)
  const to = useTo()
  const [first] = read.data?.can.includes('write') ? read.data.rows : []
  const unit = first?.posts.find(({ unplacedFrom }) => unplacedFrom)?.areaName ?? ''
  return {
    work: first
      ? [
          {
            key: 'unplaced',
            group: 'skills',
            label: {
              vi: 'Cán bộ của đơn vị đã hết, chưa bố trí',
              en: 'Officials of units that ended, not placed again',
            },
            count: read.data?.total ?? 0,
            href: to('/can-bo', { 'chuc-danh': 'unplaced' }),
            note: say({ vi: '{name}, {unit}', en: '{name}, {unit}' }, { name: first.name, unit }),
            state: 'waits',
          },
        ]
      : [],
    loading: mine && areaId !== null && read.loading && read.data === null,
    problem: read.problem?.status === 403 ? null : read.problem,
  }
}
