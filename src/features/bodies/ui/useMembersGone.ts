/** One line on the home page of who keeps bodies: of which a member has died whose end is not recorded. */
import { useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import type { Worklist } from '#platform/web/work.ts'
import { listBodies } from './calls.ts'
import { bodyPath, goneFilter } from './typed.ts'

export function useMembersGone(): Worklist {
  const { areaId } = useArea()
  const mine = holds('body.write')
  const read = useRead(listBodies, mine && areaId ? { areaId, gone: true } : null)
  const to = useTo()
  const rows = read.data?.can.includes('write') ? read.data.rows : []
  const [first] = rows
  return {
    work: first
      ? [
          {
            ...{ key: 'body-members-gone', group: 'programme', count: read.data?.total ?? 0, state: 'waits' },
            label: {
              vi: 'Ban có thành viên đã qua đời, chưa ghi thôi',
              en: 'Bodies of which a member has died, no end recorded',
            },
            href: rows.length === 1 ? to(bodyPath(first.bodyId)) : to('/ban', { [goneFilter]: '1' }),
            note: `${first.name}, ${first.unitName}`,
          },
        ]
      : [],
    loading: mine && areaId !== null && read.loading && read.data === null,
    problem: read.problem?.status === 403 ? null : read.problem,
  }
}
