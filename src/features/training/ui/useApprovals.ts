/** On the home page of who approves: drafts of plans and frameworks of their own units, on which others have worked. */
import { useTo } from '#platform/web/address.ts'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import type { Work, Worklist } from '#platform/web/work.ts'
import { listFrameworks } from '../frameworks/ui/calls.ts'
import { listPlans } from '../plan/ui/calls.ts'

const state = 'to_approve' as const

type Waiting = { readonly key: string; readonly label: Words; readonly page: string }
type Named = { readonly name: string; readonly areaName: string | null }

export function useApprovals(): Worklist {
  const [plansMine, frameworksMine] = [holds('training.decide'), holds('training.approve')]
  const plans = useRead(listPlans, plansMine ? { state } : null)
  const frameworks = useRead(listFrameworks, frameworksMine ? { state } : null)
  const to = useTo()
  const waits = ({ key, label, page }: Waiting, rows: readonly Named[], total: number): Work[] =>
    rows.slice(0, 1).map(({ name, areaName }) => ({
      ...{ key, group: 'skills', label, count: total, href: to(page, { 'tinh-trang': state }), state: 'waits' },
      note: say({ vi: '{name}, {area}', en: '{name}, {area}' }, { name, area: areaName ?? '' }),
    }))
  const plan = { vi: 'Kế hoạch đào tạo chờ phê duyệt', en: 'Plans of training to approve' }
  const framework = { vi: 'Khung đào tạo chờ phê duyệt', en: 'Training frameworks to approve' }
  const loads = [plansMine ? plans : null, frameworksMine ? frameworks : null]
  return {
    work: [
      ...waits(
        { key: 'plans to approve', label: plan, page: '/ke-hoach-dao-tao' },
        plans.data?.rows ?? [],
        plans.data?.total ?? 0,
      ),
      ...waits(
        { key: 'frameworks to approve', label: framework, page: '/khung-dao-tao' },
        frameworks.data?.rows ?? [],
        frameworks.data?.total ?? 0,
      ),
    ],
    loading: loads.some((read) => read?.loading === true && read.data === null),
    problem: plans.problem ?? frameworks.problem,
  }
}
