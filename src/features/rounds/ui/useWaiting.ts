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
  /** Parts of the commune that it is about. */
  readonly places?: readonly string[]
}

type Told<L extends Line> = {
  readonly labels: Readonly<Record<L['kind'], Words>>
  /** Kinds that others must do. */
  readonly elsewhere?: readonly L['kind'][]
  /** The page of the office that shows it, or the phone's. */
  readonly wayTo: (line: L) => { readonly path: string; readonly state?: string }
  /** Said beside it where it is not until when. */
  readonly noteOf?: (line: L) => Words | null
}

const noted = { vi: '{area}: {round}, hạn {day}', en: '{area}: {round}, until {day}' }
const placed = {
  vi: '{places}, đang ở trong kỳ của {area}: {round}, hạn {day}',
  en: '{places}, in the round of {area}: {round}, until {day}',
}

export function useWaiting<L extends Line>(
  call: Call<object, { items: L[] }>,
  { labels, elsewhere, wayTo, noteOf }: Told<L>,
): Worklist {
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
      note:
        noteOf?.(line) ??
        say(line.places?.length ? placed : noted, {
          ...{ area: line.areaName, round: line.roundName, day: showDate(line.until) },
          places: line.places?.join(', ') ?? '',
        }),
      state: elsewhere?.includes(line.kind) ? 'elsewhere' : line.late ? 'late' : 'waits',
    }
  }
  return {
    work: (read.data?.items ?? []).map(asWork),
    loading: mine && read.loading && read.data === null,
    problem: read.problem?.status === 403 ? null : read.problem,
  }
}
