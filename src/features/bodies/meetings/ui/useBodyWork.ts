import { showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { useTo } from '#platform/web/address.ts'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { Work, Worklist } from '#platform/web/work.ts'
import { bodyPath } from '../../ui/typed.ts'
import type * as contract from '../contract.ts'
import { myTasks } from './calls.ts'
import { meetingPath } from './typed.ts'

type Task = OutputOf<typeof contract.myTasks>['tasks'][number]

/** By body and by whose they are; late ones apart, since they stand first. */
const keyOf = ({ bodyId, mine, late }: Task) => `${bodyId} ${mine ? 'mine' : 'headed'} ${late ? 'late' : 'waits'}`

const labels = {
  mine: {
    late: { vi: 'Việc Ban giao đã trễ hạn', en: 'Tasks given to me by a body, late' },
    waits: { vi: 'Việc Ban Chỉ đạo, Ban Giám sát giao', en: 'Tasks given to me by a body' },
  },
  headed: {
    late: { vi: 'Việc Ban tôi đứng đầu đã giao, đã trễ hạn', en: 'Tasks of a body I head, late' },
    waits: { vi: 'Việc Ban tôi đứng đầu đã giao, chưa xong', en: 'Open tasks of a body I head' },
  },
} as const

/** Tasks that bodies gave me, and those that the bodies I head gave others: each opens its meeting, or the list. */
export function useBodyWork(): Worklist {
  const read = useRead(myTasks, {})
  const to = useTo()
  const groups = new Map<string, Task[]>()
  for (const task of read.data?.tasks ?? []) groups.set(keyOf(task), [...(groups.get(keyOf(task)) ?? []), task])
  const work = [...groups].flatMap(([key, tasks]): Work[] => {
    const [first] = tasks
    if (!first) return []
    const meeting = tasks.every((one) => one.meetingId === first.meetingId)
      ? meetingPath(first.meetingId)
      : bodyPath(first.bodyId)
    return [
      {
        key: `body-tasks ${key}`,
        group: 'programme',
        label: labels[first.mine ? 'mine' : 'headed'][first.late ? 'late' : 'waits'],
        count: tasks.length,
        href: to(first.opens ? meeting : '/ban/viec'),
        note: say(
          { vi: '{body}: {what}, hạn {day}', en: '{body}: {what}, until {day}' },
          { body: first.bodyName, what: first.what, day: showDate(first.due) },
        ),
        state: first.late ? 'late' : 'waits',
      },
    ]
  })
  return { work, loading: read.loading && read.data === null, problem: read.problem }
}
