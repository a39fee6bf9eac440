/** On the home page: people named who wait for the leader, offers that end, free seats for which people wait, classes to which nobody was named yet; and my own classes to come. */
import { showDate } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { today } from '#platform/web/day.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import type { Work, Worklist } from '#platform/web/work.ts'
import { classPath } from '../../list/ui/class.ts'
import { seatStateSaid, sessionsSaid } from '../columns.ts'
import type { OpenClass } from '../model.ts'
import { listOpenClasses, myClasses } from './calls.ts'

const words = {
  approve: { vi: 'Người được cử đi học chờ duyệt', en: 'People named for classes, to approve' },
  offers: { vi: 'Chỗ học được mời, cần trả lời', en: 'Offered seats to answer' },
  free: { vi: 'Lớp còn chỗ trống, có người chờ', en: 'Classes with free seats for which people wait' },
  name: { vi: 'Lớp mở cho đơn vị, chưa cử ai', en: 'Classes to which nobody was named yet' },
  mine: { vi: 'Lớp của tôi', en: 'My class' },
}

export function useClassWork(): Worklist {
  const reads = holds('training.read')
  const open = useRead(listOpenClasses, reads && (holds('training.decide') || holds('class.manage')) ? {} : null)
  const own = useRead(myClasses, {})
  const to = useTo()
  const rows = open.data?.rows ?? []
  const toOffer = open.data?.toOffer ?? []
  const [next] = toOffer
  const line = (key: keyof typeof words, among: readonly OpenClass[], count: number, note: Work['note']): Work[] =>
    among.slice(0, 1).map((first) => ({
      ...{ key: `classes ${key}`, group: 'skills', label: words[key], count, state: 'waits', note },
      href: among.length === 1 ? to(classPath(first.trainingClassId)) : to('/cu-nguoi-di-hoc'),
    }))
  const named = rows.filter(({ nominated }) => nominated > 0)
  const offered = rows.filter(({ offerUntil }) => offerUntil !== null)
  const bare = rows.filter((one) => one.open && one.left === one.quota)
  const total = (among: readonly OpenClass[], of: (row: OpenClass) => number) =>
    among.reduce((sum, one) => sum + of(one), 0)
  const titled = ([first]: readonly OpenClass[]) =>
    first && { vi: `${first.title}, ${first.areaName}`, en: `${first.title}, ${first.areaName}` }
  const [soonest] = offered.map(({ offerUntil }) => offerUntil ?? '').sort()
  const coming = (own.data?.rows ?? [])
    .map((one) => ({ ...one, sessions: one.sessions.filter(({ day }) => day >= today()) }))
    .filter(
      ({ state, classState, sessions }) =>
        (state === 'enrolled' || state === 'offered') &&
        classState !== 'cancelled' &&
        classState !== 'completed' &&
        sessions.length > 0,
    )
  return {
    work: [
      ...(holds('training.decide')
        ? line(
            'approve',
            named,
            total(named, (one) => one.nominated),
            titled(named),
          )
        : []),
      ...(holds('class.manage')
        ? [
            ...line(
              'offers',
              offered,
              total(offered, (one) => one.offered),
              {
                vi: `trả lời đến ${soonest ? showDate(soonest as OpenClass['firstDay'] & string) : ''}`,
                en: `by ${soonest ? showDate(soonest as OpenClass['firstDay'] & string) : ''}`,
              },
            ),
            ...(next
              ? [
                  {
                    ...{
                      key: 'classes free',
                      group: 'skills',
                      label: words.free,
                      count: toOffer.length,
                      state: 'waits',
                    },
                    note: {
                      vi: `${next.title}: trống ${next.free}, chờ ${next.waiting}`,
                      en: `${next.title}: ${next.free} free, ${next.waiting} wait`,
                    },
                    href: toOffer.length === 1 ? to(classPath(next.trainingClassId)) : to('/lop-hoc'),
                  } satisfies Work,
                ]
              : []),
            ...line('name', bare, bare.length, titled(bare)),
          ]
        : []),
      ...coming.map(
        (one): Work => ({
          ...{ key: `my class ${one.classSeatId}`, group: 'skills', label: words.mine, count: null, state: 'coming' },
          note: {
            vi: `${one.title}: ${seatStateSaid(one).vi.toLowerCase()}; ${sessionsSaid(one.sessions).vi}`,
            en: `${one.title}: ${seatStateSaid(one).en.toLowerCase()}; ${sessionsSaid(one.sessions).en}`,
          },
          href: to('/lop-cua-toi'),
        }),
      ),
    ],
    loading: [open, own].some((read) => read.loading && read.data === null),
    problem: open.problem ?? own.problem,
  }
}
