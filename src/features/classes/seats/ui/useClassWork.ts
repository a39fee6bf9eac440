/** On the home page: people named who wait for the leader, offers that end, free seats for which people wait, classes to which nobody was named yet; and my own classes to come. */
import { showDate } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { today } from '#platform/web/day.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import type { Work, Worklist } from '#platform/web/work.ts'
import { mySessions } from '../../checkin/ui/calls.ts'
import { classPath } from '../../list/ui/class.ts'
import { seatStateSaid, sessionsSaid } from '../columns.ts'
import type { OpenClass } from '../model.ts'
import { waitingFor } from '../rules.ts'
import { listOpenClasses, myClasses } from './calls.ts'

const words = {
  approve: { vi: 'Người được cử đi học chờ duyệt', en: 'People named for classes, to approve' },
  offers: { vi: 'Chỗ học được mời, cần trả lời', en: 'Offered seats to answer' },
  free: { vi: 'Lớp còn chỗ trống, có người chờ', en: 'Classes with free seats for which people wait' },
  name: { vi: 'Lớp mở cho đơn vị, chưa cử ai', en: 'Classes to which nobody was named yet' },
  mine: { vi: 'Lớp của tôi', en: 'My class' },
  checkIn: { vi: 'Buổi học hôm nay, chưa điểm danh', en: 'A session of today, to check in' },
}

/** What a line counts: the filter of the list of classes, and of the list of a class's people. */
const listedAs = { approve: 'duyet', offers: 'tra-loi', name: 'cu' } as const
const seatsOf = {
  approve: { 'hv-tinh-trang': 'nominated' },
  offers: { 'hv-tinh-trang': 'offered' },
  name: {},
} as const

export function useClassWork(): Worklist {
  const reads = holds('training.read')
  const open = useRead(listOpenClasses, reads && (holds('training.decide') || holds('class.manage')) ? {} : null)
  const own = useRead(myClasses, {})
  const now = (own.data?.rows ?? []).some(
    ({ state, classState, sessions }) =>
      state === 'enrolled' && classState === 'running' && sessions.some(({ day }) => day === today()),
  )
  const sessions = useRead(mySessions, now ? {} : null)
  const openNow =
    sessions.data?.sessions.filter((one) => one.role === 'learner' && !one.closed && one.mark === null) ?? []
  const to = useTo()
  const rows = open.data?.rows ?? []
  const toOffer = open.data?.toOffer ?? []
  const [next] = toOffer
  const line = (key: keyof typeof listedAs, among: readonly OpenClass[], count: number, note: Work['note']): Work[] =>
    among.slice(0, 1).map((first) => ({
      ...{ key: `classes ${key}`, group: 'skills', label: words[key], count, state: 'waits', note },
      href:
        among.length === 1
          ? to(classPath(first.trainingClassId), seatsOf[key])
          : to('/cu-nguoi-di-hoc', { cho: listedAs[key] }),
    }))
  const [named, offered, bare] = (['duyet', 'tra-loi', 'cu'] as const).map((key) =>
    rows.filter(waitingFor[key].of),
  ) as [OpenClass[], OpenClass[], OpenClass[]]
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
      ...openNow.map(
        ({ classSessionId, from, until, title, place }): Work => ({
          ...{ key: `check in ${classSessionId}`, group: 'skills', label: words.checkIn, count: 1, state: 'waits' },
          note: {
            vi: [`${from}-${until}`, title, place].filter(Boolean).join(', '),
            en: [`${from}-${until}`, title, place].filter(Boolean).join(', '),
          },
          href: to('/diem-danh'),
        }),
      ),
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
    loading: [open, own, sessions].some((read) => read.loading && read.data === null),
    problem: open.problem ?? own.problem ?? sessions.problem,
  }
}
