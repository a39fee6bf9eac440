/** One line on the home page of who administers: whose role is over a unit that stands no more. */
import { useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import type { Worklist } from '#platform/web/work.ts'
import { leftGrantsSaid } from '../columns.ts'
import { whoHasAccess } from './calls.ts'

export function useLeftGrants(): Worklist {
  const { areaId } = useArea()
  const mine = holds('account.manage')
  const read = useRead(whoHasAccess, mine && areaId ? { areaId, ended: true } : null)
  const to = useTo()
  const left = read.data?.can.includes('manage') ? read.data.grants : []
  const names = [...new Set(left.map(({ name }) => name))]
  return {
    work:
      left.length === 0
        ? []
        : [
            {
              key: 'left-grants',
              group: 'settings',
              label: leftGrantsSaid,
              count: left.length,
              href: to('/quyen', { het: '1' }),
              note: `${names.slice(0, 3).join(', ')}${names.length > 3 ? ' ...' : ''}`,
              state: 'waits',
            },
          ],
    loading: mine && areaId !== null && read.loading && read.data === null,
    problem: read.problem?.status === 403 ? null : read.problem,
  }
}
