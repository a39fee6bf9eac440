/** On the home page: drafts of plans and frameworks that wait for who approves, and plans from above that a unit carries out. */
import { useTo } from '#platform/web/address.ts'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import type { Work, Worklist } from '#platform/web/work.ts'
import { listFrameworks } from '../frameworks/ui/calls.ts'
import { listPlans } from '../plan/ui/calls.ts'

type Waiting = { readonly key: string; readonly label: Words; readonly page: string; readonly state?: string }
type Named = { readonly name: string; readonly areaName: string | null }

export function useApprovals(): Worklist {
  const [plansMine, frameworksMine] = [holds('training.decide'), holds('training.approve')]
  const drafts = holds('training.plan')
  const plans = useRead(listPlans, plansMine ? { state: 'to_approve' } : null)
  const above = useRead(listPlans, drafts ? { state: 'to_carry' } : null)
  const frameworks = useRead(listFrameworks, frameworksMine ? { state: 'to_approve' } : null)
  const to = useTo()
  const waits = ({ key, label, page, state = 'to_approve' }: Waiting, rows: readonly Named[], total: number): Work[] =>
    rows.slice(0, 1).map(({ name, areaName }) => ({
      ...{ key, group: 'skills', label, count: total, href: to(page, { 'tinh-trang': state }), state: 'waits' },
      note: say({ vi: '{name}, {area}', en: '{name}, {area}' }, { name, area: areaName ?? '' }),
    }))
  const plan = { vi: 'Kế hoạch đào tạo chờ phê duyệt', en: 'Plans of training to approve' }
  const framework = { vi: 'Khung đào tạo chờ phê duyệt', en: 'Training frameworks to approve' }
  const carried = {
    vi: 'Kế hoạch của cấp trên, đơn vị chưa lập kế hoạch thực hiện',
    en: 'Plans from above to carry out',
  }
  const loads = [plansMine ? plans : null, drafts ? above : null, frameworksMine ? frameworks : null]
  return {
    work: [
      ...waits(
        { key: 'plans to approve', label: plan, page: '/ke-hoach-dao-tao' },
        plans.data?.rows ?? [],
        plans.data?.total ?? 0,
      ),
      ...waits(
        { key: 'plans to carry out', label: carried, page: '/ke-hoach-dao-tao', state: 'to_carry' },
        above.data?.rows ?? [],
        above.data?.total ?? 0,
      ),
      ...waits(
        { key: 'frameworks to approve', label: framework, page: '/khung-dao-tao' },
        frameworks.data?.rows ?? [],
        frameworks.data?.total ?? 0,
      ),
    ],
    loading: loads.some((read) => read?.loading === true && read.data === null),
    problem: plans.problem ?? above.problem ?? frameworks.problem,
  }
}
