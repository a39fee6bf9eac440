/** On the home page: drafts on which my unit owes a comment, and comments on drafts of my unit that nobody has answered. */
import { showDate } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import type { Worklist } from '#platform/web/work.ts'
import { commentsOpen, commentsOwed } from './calls.ts'

export function useCommentWork(): Worklist {
  const [comments, drafts] = [holds('training.comment'), holds('training.plan')]
  const owed = useRead(commentsOwed, comments ? {} : null)
  const open = useRead(commentsOpen, drafts ? {} : null)
  const to = useTo()
  const href = to('/ke-hoach-dao-tao/gop-y')
  const [due] = owed.data?.rows ?? []
  const [first] = open.data?.rows ?? []
  return {
    work: [
      ...(due
        ? [
            {
              ...{ key: 'comments owed', group: 'skills' as const, count: owed.data?.total ?? 0, href },
              label: { vi: 'Kế hoạch chờ đơn vị góp ý', en: 'Plans to comment on' },
              note: say(
                { vi: '{plan}, góp ý đến hết {day}', en: '{plan}, until {day}' },
                { plan: due.planName, day: showDate(due.due) },
              ),
              state: due.overdue ? ('late' as const) : ('waits' as const),
            },
          ]
        : []),
      ...(first
        ? [
            {
              ...{ key: 'comments to answer', group: 'skills' as const, count: open.data?.total ?? 0, href },
              label: { vi: 'Ý kiến góp ý chờ trả lời', en: 'Comments to answer' },
              note: say({ vi: '{unit}: {plan}', en: '{unit}: {plan}' }, { unit: first.unitName, plan: first.planName }),
              state: 'waits' as const,
            },
          ]
        : []),
    ],
    loading: (comments && owed.loading && owed.data === null) || (drafts && open.loading && open.data === null),
    problem: owed.problem ?? open.problem,
  }
}
