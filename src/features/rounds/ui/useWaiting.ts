/** What waits for me in rounds, one line a round and kind of work: each room that brings some tells where it leads. */
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { AreaId, RoundId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import type { Call } from '#platform/web/calls.ts'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import type { Work, Worklist } from '#platform/web/work.ts'

type Line = {
  readonly kind: string
  readonly roundId: RoundId
  readonly roundName: string
  readonly areaId: AreaId
  readonly areaName: string
  readonly count: number
  readonly until: PlainDate
  readonly late: boolean
}

type Told<L extends Line> = {
  readonly labels: Readonly<Record<L['kind'], Words>>
  /** The page of the office that shows it, or the phone's. */
  readonly wayTo: (line: L) => { readonly path: string; readonly state?: string }
}

export function useWaiting<L extends Line>(call: Call<object, { items: L[] }>, { labels, wayTo }: Told<L>): Worklist {
  const mine = holds('round.read')
  const read = useRead(call, mine ? {} : null)
  const to = useTo()
  const asWork = (line: L): Work => {
    const { path, state } = wayTo(line)
    return {
      key: `${line.kind} ${line.roundId}`,
      group: 'review',
      label: labels[line.kind as L['kind']],
      count: line.count,
      href: path.startsWith('/phone') ? path : to(path, { noi: line.areaId, 'tinh-trang': state }),
      note: say(
        { vi: '{area}: {round}, hạn {day}', en: '{area}: {round}, until {day}' },
        { area: line.areaName, round: line.roundName, day: showDate(line.until) },
      ),
      state: line.late ? 'late' : 'waits',
    }
  }
  return {
    work: (read.data?.items ?? []).map(asWork),
    loading: mine && read.loading && read.data === null,
    problem: read.problem?.status === 403 ? null : read.problem,
  }
}
