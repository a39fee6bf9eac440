/** On the home page: drafts of plans and frameworks that wait for who approves, plans from above that a unit carries out, and plans of the unit's that such a plan no longer covers. */
import { useTo } from '#platform/web/address.ts'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import type { Work, Worklist } from '#platform/web/work.ts'
import { listFrameworks } from '../frameworks/ui/calls.ts'
import { listPlans } from '../plan/ui/calls.ts'

type Waiting = {
  readonly key: string
  readonly label: Words
  readonly page: string
  readonly state?: string
  readonly news?: true
}
type Named = { readonly name: string; readonly areaName: string | null }

export function useApprovals(): Worklist {
  const [plansMine, frameworksMine] = [holds('training.decide'), holds('training.approve')]
  const drafts = holds('training.plan')
  const plans = useRead(listPlans, plansMine ? { state: 'to_approve' } : null)
  const above = useRead(listPlans, drafts ? { state: 'to_carry' } : null)
  const less = useRead(listPlans, drafts ? { state: 'above_less' } : null)
  const dropped = useRead(listPlans, holds('training.comment') ? { state: 'given_up_asked' } : null)
  const frameworks = useRead(listFrameworks, frameworksMine ? { state: 'to_approve' } : null)
  const to = useTo()
  const waits = (
    { key, label, page, state = 'to_approve', news }: Waiting,
    rows: readonly Named[],
    total: number,
  ): Work[] =>
    rows.slice(0, 1).map(({ name, areaName }) => ({
      ...{
        key,
        group: 'skills',
        label,
        count: total,
        href: to(page, { 'tinh-trang': state }),
        state: news ? 'changed' : 'waits',
      },
      note: say({ vi: '{name}, {area}', en: '{name}, {area}' }, { name, area: areaName ?? '' }),
    }))
  const plan = { vi: 'Kế hoạch đào tạo chờ phê duyệt', en: 'Plans of training to approve' }
  const framework = { vi: 'Khung đào tạo chờ phê duyệt', en: 'Training frameworks to approve' }
  const carried = {
    vi: 'Kế hoạch của cấp trên, đơn vị chưa lập kế hoạch thực hiện',
    en: 'Plans from above to carry out',
  }
  const beyond = {
    vi: 'Kế hoạch của đơn vị nhiều hơn kế hoạch cấp trên đã điều chỉnh',
    en: 'Plans with more than the plan above since that was amended',
  }
  const givenUp = {
    vi: 'Bản thảo kế hoạch đã hỏi ý kiến đơn vị, nay đã bỏ',
    en: 'Drafts on which the unit was asked, given up since',
  }
  const loads = [
    holds('training.comment') ? dropped : null,
    plansMine ? plans : null,
    drafts ? above : null,
    drafts ? less : null,
    frameworksMine ? frameworks : null,
  ]
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
        { key: 'plans beyond the one above', label: beyond, page: '/ke-hoach-dao-tao', state: 'above_less' },
        less.data?.rows ?? [],
        less.data?.total ?? 0,
      ),
      ...waits(
        { key: 'drafts given up', label: givenUp, page: '/ke-hoach-dao-tao', state: 'given_up_asked', news: true },
        dropped.data?.rows ?? [],
        dropped.data?.total ?? 0,
      ),
      ...waits(
        { key: 'frameworks to approve', label: framework, page: '/khung-dao-tao' },
        frameworks.data?.rows ?? [],
        frameworks.data?.total ?? 0,
      ),
    ],
    loading: loads.some((read) => read?.loading === true && read.data === null),
    problem: plans.problem ?? above.problem ?? less.problem ?? dropped.problem ?? frameworks.problem,
  }
}
