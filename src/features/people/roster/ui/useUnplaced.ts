/** Lines on the home page of who keeps the roster, each one's person named first and a list behind it. */
import { useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import type { Worklist } from '#platform/web/work.ts'
import { listOfficials } from './calls.ts'

/** Those whom this filter of the roster shows: they wait until it shows nobody. */
function useLeft(post: 'unplaced' | 'died', label: Words): Worklist {
  const { areaId } = useArea()
  const mine = holds('roster.write')
  const read = useRead(listOfficials, mine && areaId ? { areaId, post } : null)
  const to = useTo()
  const [first] = read.data?.can.includes('write') ? read.data.rows : []
  const held = post === 'unplaced' ? first?.posts.find(({ unplacedFrom }) => unplacedFrom) : first?.posts[0]
  return {
    work: first
      ? [
          {
            ...{ key: post, group: 'skills', label, state: 'waits' },
            count: read.data?.total ?? 0,
            href: to('/can-bo', { 'chuc-danh': post }),
            note: say({ vi: '{name}, {unit}', en: '{name}, {unit}' }, { name: first.name, unit: held?.areaName ?? '' }),
          },
        ]
      : [],
    loading: mine && areaId !== null && read.loading && read.data === null,
    problem: read.problem?.status === 403 ? null : read.problem,
  }
}

/** Whose unit has ended, and whom nobody has placed again. */
export const useUnplaced = (): Worklist =>
  useLeft('unplaced', {
    vi: 'Cán bộ của đơn vị đã hết, chưa bố trí',
    en: 'Officials of units that ended, not placed again',
  })

/** Who has died, where another keeps the roster in which that stands: their posts here are still to be ended. */
export const useHeldByTheDead = (): Worklist =>
  useLeft('died', {
    vi: 'Người đã qua đời còn ghi giữ chức danh',
    en: 'People who died with a post still recorded',
  })
