/** The moves as texts. */
import { showDate } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import { type Move, moveStateWords, moveWords } from './model.ts'

const placeSaid = ({ said, areaName }: Move['from']): Said => ({
  vi: `${said.vi}, ${areaName}`,
  en: `${said.en}, ${areaName}`,
})
const difficultSaid: Said = { vi: 'đặc biệt khó khăn', en: 'especially difficult' }
export const intoDifficultSaid: Said = { vi: 'Đến nơi đặc biệt khó khăn', en: 'Into especially difficult units' }

/** Of the unit where a move led first. */
const before: Said = { vi: 'trước là', en: 'formerly' }

const all = [
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (row) => row.name },
  { key: 'kind', head: { vi: 'Hình thức', en: 'Kind' }, text: (row) => moveWords[row.kind] },
  { key: 'from', head: { vi: 'Từ', en: 'From' }, text: (row) => placeSaid(row.from) },
  {
    key: 'to',
    head: { vi: 'Đến', en: 'To' },
    text: ({ to, firstTo, difficult }) => {
      const { vi, en } = placeSaid(to)
      const more = (of: 'vi' | 'en') =>
        [firstTo && `${before[of]} ${firstTo}`, difficult && difficultSaid[of]].filter(Boolean)
      const said = (text: string, of: 'vi' | 'en') => (more(of).length > 0 ? `${text} (${more(of).join('; ')})` : text)
      return { vi: said(vi, 'vi'), en: said(en, 'en') }
    },
  },
  { key: 'since', head: { vi: 'Từ ngày', en: 'Since' }, text: (row) => showDate(row.since) },
  {
    key: 'planned',
    head: { vi: 'Dự kiến đến', en: 'Planned until' },
    text: (row) => row.plannedLast && showDate(row.plannedLast),
  },
  {
    key: 'state',
    head: { vi: 'Tình trạng', en: 'State' },
    text: ({ state, last }) => {
      const { vi, en } = moveStateWords[state]
      return last ? { vi: `${vi}, ngày cuối ${showDate(last)}`, en: `${en}, last day ${showDate(last)}` } : { vi, en }
    },
  },
  { key: 'why', head: { vi: 'Lý do', en: 'Why' }, text: (row) => row.why },
  { key: 'outcome', head: { vi: 'Kết quả', en: 'What came of it' }, text: (row) => row.outcome },
  {
    key: 'decision',
    head: { vi: 'Quyết định', en: 'Decision' },
    off: true,
    text: ({ decisionNumber, decidedOn }) =>
      [decisionNumber, decidedOn && showDate(decidedOn)].filter(Boolean).join(', '),
  },
] as const satisfies Parameters<ReturnType<typeof columnsOf<Move>>>[0]

export const moveColumns = columnsOf<Move>()([...all])
/** Of one person the name stands above. */
export const ownMoveColumns = columnsOf<Move>()(all.filter(({ key }) => key !== 'name'))
