/** Work in the background as texts. */
import type { Static } from 'typebox'
import { showInstant } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import type * as contract from './contract.ts'
import { stateWords } from './words.ts'

type Run = Static<typeof contract.Run>
type Job = Static<typeof contract.Job>

const notYet: Said = { vi: 'chưa chạy lần nào', en: 'not run yet' }

function lastOf({ last }: Job): Said {
  if (!last?.endedAt) return notYet
  const at = showInstant(last.endedAt)
  const said = (language: 'vi' | 'en') =>
    [stateWords[last.state][language], at, last.said?.[language]].filter(Boolean).join('; ')
  return { vi: said('vi'), en: said('en') }
}

export const jobColumns = columnsOf<Job>()([
  { key: 'name', head: { vi: 'Việc', en: 'Job' }, text: (job) => job.says },
  {
    key: 'schedule',
    head: { vi: 'Lịch', en: 'Schedule' },
    text: (job) => job.schedule ?? { vi: 'khi có người giao', en: 'when asked for' },
  },
  { key: 'last', head: { vi: 'Lần chạy gần nhất', en: 'Last run' }, text: lastOf },
  { key: 'next', head: { vi: 'Lần tới', en: 'Next' }, text: (job) => job.next && showInstant(job.next) },
  { key: 'waiting', head: { vi: 'Đang chờ', en: 'Waiting' }, number: true, text: (job) => job.waiting },
  { key: 'failed', head: { vi: 'Hỏng', en: 'Failed' }, number: true, text: (job) => job.failed },
])

/** How long the last try took, in seconds. */
const tookOf = ({ startedAt, endedAt }: Run): number | null =>
  startedAt && endedAt ? Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 100) / 10 : null

export const runColumns = columnsOf<Run>()([
  { key: 'job', head: { vi: 'Việc', en: 'Job' }, text: (run) => run.says },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: (run) => stateWords[run.state] },
  { key: 'said', head: { vi: 'Kết quả', en: 'Outcome' }, text: (run) => run.said },
  {
    key: 'at',
    head: { vi: 'Lúc', en: 'At' },
    text: ({ endedAt, startedAt, askedAt }) => showInstant(endedAt ?? startedAt ?? askedAt),
  },
  { key: 'tries', head: { vi: 'Lần thử', en: 'Tries' }, number: true, text: (run) => run.tries },
  {
    key: 'by',
    head: { vi: 'Ai giao', en: 'Asked by' },
    text: (run) => run.by ?? { vi: 'theo lịch', en: 'the schedule' },
  },
  { key: 'asked', head: { vi: 'Giao lúc', en: 'Asked at' }, off: true, text: (run) => showInstant(run.askedAt) },
  { key: 'took', head: { vi: 'Mất (giây)', en: 'Took (s)' }, number: true, off: true, text: tookOf },
])
