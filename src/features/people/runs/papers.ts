/** The runs on the screen as a spreadsheet. */
import { dayInVietnam, type PlainDate, showDate } from '#kernel/dates.ts'
import { composing } from '#platform/server/documents/composing.ts'
import { paperFile } from '#platform/server/documents/file.ts'
import type { Paper } from '#platform/server/handle.ts'
import type { Services } from '#platform/server/services.ts'
import type { ShownRun } from './views.ts'
import { stateWords } from './words.ts'

const columns = [
  { title: 'Việc', width: 50 },
  { title: 'Tình trạng', width: 18 },
  { title: 'Giao lúc', width: 18 },
  { title: 'Xong lúc', width: 18 },
  { title: 'Lần thử', width: 10, format: '0' },
  { title: 'Ai giao', width: 24 },
  { title: 'Kết quả', width: 60 },
]

const vietnam = 7 * 3_600_000
const shown = (instant: string | null): string => {
  if (!instant) return ''
  const ms = Date.parse(instant)
  return `${showDate(dayInVietnam(ms))} ${new Date(ms + vietnam).toISOString().slice(11, 16)}`
}

export async function runsSheet(
  runs: readonly ShownRun[],
  { services, today }: { readonly services: Services; readonly today: PlainDate },
): Promise<Paper> {
  const rows = runs.map((run) => [
    run.says.vi,
    stateWords[run.state].vi,
    shown(run.askedAt),
    shown(run.endedAt),
    run.tries,
    run.by ?? 'Theo lịch',
    run.said?.vi ?? '',
  ])
  const subtitle = `Xuất ngày ${showDate(today)}`
  const table = { title: 'Việc chạy nền', subtitle, landscape: true, columns, rows }
  const frame = { state: 'final', demo: services.settings.mode === 'demo', publicUrl: null } as const
  const bytes = await services.workers.run(composing, 'tableXlsx', table, frame)
  return paperFile({ what: `Việc chạy nền ${showDate(today)}` }, 'xlsx', bytes)
}
