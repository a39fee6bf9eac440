/** The lists of needs as texts. */
import { showDate } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import { goneSaid } from '../plan/columns.ts'
import {
  type Counting,
  countings,
  type ErrorKind,
  errorSaid,
  type Need,
  type NeedCount,
  needSources,
  sourcesToCome,
  type TrainingRequest,
} from './model.ts'

/** "Kế hoạch tập huấn" after the word: "tập huấn". */
const withoutKind = (name: string): string => name.replace(/^kế hoạch\s+/iu, '')

const unknown: Said = { vi: 'chưa rõ ai', en: 'not known who' }
const unlinked: Said = { vi: 'chưa gắn chuyên đề', en: 'no topic yet' }

/** "Sai mục Nhà ở, 3 lần". */
function reasonSaid({ source, error, reason, times }: Need): Said {
  if (source === 'asked') {
    const about = error === null ? null : errorSaid(error)
    return {
      vi: `Hỏi nghiệp vụ${about ? ` về mục “${about.vi}”` : ''}, ${times} lần`,
      en: `Asked${about ? ` about “${about.en}”` : ''}, ${times} times`,
    }
  }
  if (error === null) return { vi: reason ?? '', en: reason ?? '' }
  const { vi, en } = errorSaid(error)
  if (source === 'requirement')
    return {
      vi: `${vi}: ${reason === 'lower' ? 'thấp hơn chức danh yêu cầu' : 'chưa ghi'}`,
      en: `${en}: ${reason === 'lower' ? 'less than the post asks' : 'not recorded'}`,
    }
  return { vi: `Phiếu bị trả lại ở mục “${vi}”, ${times} lần`, en: `Form returned at “${en}”, ${times} times` }
}

/** "Giàng A Cử (đã qua đời 12/10/2026)" */
function personSaid({ person, gone }: Need): Said {
  if (person === null) return unknown
  const said = gone && goneSaid(gone)
  return said ? { vi: `${person} (${said.vi})`, en: `${person} (${said.en})` } : { vi: person, en: person }
}

/** "có chỗ trong kế hoạch “Kế hoạch tập huấn”, năm 2027" */
export function seatSaid({ topic, seat }: Need): Said {
  if (!topic) return { vi: 'chưa gắn chuyên đề', en: 'no topic yet' }
  if (!seat) return { vi: 'chưa có chỗ', en: 'no seat yet' }
  const [vi, en] = seat.plan
    ? [` “${seat.plan.name}”`, ` “${seat.plan.name}”`]
    : [' của đơn vị khác', ' of another unit']
  return seat.drafted
    ? {
        vi: `có tên trong bản thảo kế hoạch${vi}, năm ${seat.year}`,
        en: `named in a draft of a plan${en}, ${seat.year}`,
      }
    : { vi: `có chỗ trong kế hoạch${vi}, năm ${seat.year}`, en: `a seat in the plan${en}, ${seat.year}` }
}

export const needColumns = columnsOf<Need>()([
  { key: 'person', head: { vi: 'Người', en: 'Person' }, text: personSaid },
  { key: 'unit', head: { vi: 'Đơn vị', en: 'Unit' }, text: (row) => row.unitName },
  {
    key: 'topic',
    head: { vi: 'Chuyên đề', en: 'Topic' },
    text: ({ topic }) => (topic ? `${topic.code}. ${topic.title}` : unlinked),
  },
  { key: 'source', head: { vi: 'Nguồn', en: 'Source' }, text: (row) => needSources[row.source] },
  { key: 'reason', head: { vi: 'Lý do', en: 'Reason' }, text: reasonSaid },
  { key: 'day', head: { vi: 'Ngày', en: 'Day' }, text: (row) => showDate(row.day) },
  { key: 'seat', head: { vi: 'Đến đâu', en: 'Where it stands' }, text: seatSaid },
  {
    key: 'actual',
    head: { vi: 'Đã học', en: 'Taught' },
    off: true,
    text: () => ({ vi: 'chưa có dữ liệu', en: 'no data yet' }),
  },
])

const uncounted: Readonly<Record<Counting, Said>> = {
  topic: unlinked,
  source: { vi: 'không rõ nguồn', en: 'source not known' },
  unit: { vi: 'không rõ đơn vị', en: 'unit not known' },
  post: { vi: 'không giữ chức danh', en: 'holds no post' },
}

export const noData: Said = { vi: 'chưa có dữ liệu', en: 'no data yet' }
const sourceSaid: Readonly<Record<string, Said>> = { ...needSources, ...sourcesToCome }

export const countColumns = (by: Counting) =>
  columnsOf<NeedCount>()([
    {
      key: 'label',
      head: countings[by],
      text: (row) => row.label ?? (by === 'source' && row.key ? sourceSaid[row.key] : null) ?? uncounted[by],
    },
    { key: 'needs', head: { vi: 'Nhu cầu', en: 'Needs' }, number: true, text: (row) => row.needs ?? noData },
    { key: 'people', head: { vi: 'Người', en: 'People' }, number: true, text: (row) => row.people ?? noData },
  ])

export const errorColumns = columnsOf<ErrorKind>()([
  {
    key: 'error',
    head: { vi: 'Sai ở mục, hoặc chưa đạt', en: 'Error at, or not met' },
    text: (row) => errorSaid(row.code),
  },
  { key: 'times', head: { vi: 'Số lần', en: 'Times' }, number: true, text: (row) => row.times },
  { key: 'people', head: { vi: 'Số người', en: 'People' }, number: true, text: (row) => row.people },
  {
    key: 'topic',
    head: { vi: 'Chuyên đề khắc phục', en: 'Topic against it' },
    text: ({ link }) => (link ? `${link.code}. ${link.title}` : unlinked),
  },
])

export const requestColumns = columnsOf<TrainingRequest>()([
  { key: 'topic', head: { vi: 'Chuyên đề', en: 'Topic' }, text: (row) => `${row.topicCode}. ${row.topicTitle}` },
  { key: 'reason', head: { vi: 'Lý do', en: 'Reason' }, text: (row) => row.reason },
  { key: 'day', head: { vi: 'Ngày đề nghị', en: 'Asked on' }, text: (row) => showDate(row.day) },
  {
    key: 'state',
    head: { vi: 'Tình trạng', en: 'State' },
    text: ({ withdrawnOn, because, nominated, seat }) =>
      withdrawnOn
        ? {
            vi: `đã rút ngày ${showDate(withdrawnOn)}: ${because}`,
            en: `withdrawn on ${showDate(withdrawnOn)}: ${because}`,
          }
        : seat
          ? {
              vi: `đã có chỗ trong kế hoạch ${withoutKind(seat.plan)}, năm ${seat.year}`,
              en: `a seat in the plan “${seat.plan}”, ${seat.year}`,
            }
          : nominated
            ? { vi: 'đơn vị đã cử', en: 'nominated by the unit' }
            : { vi: 'đang chờ', en: 'waits' },
  },
])
