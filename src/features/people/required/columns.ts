/** What posts ask, and who does not meet it, as texts. */
import { levelWords } from '#features/areas/words.ts'
import { withMark } from '#kernel/marks.ts'
import { columnsOf } from '#kernel/table.ts'
import { ruleColumns } from '../norms/columns.ts'
import { qualificationWords } from '../roster/model.ts'
import { type Asked, type Judged, type Requirement, type Unmet, whys } from './model.ts'

export const requirementColumns = columnsOf<Requirement>()([
  { key: 'post', head: { vi: 'Chức danh', en: 'Post' }, text: (row) => row.said },
  {
    key: 'level',
    head: { vi: 'Ở cấp', en: 'At the level' },
    text: ({ level }) => (level ? levelWords[level] : { vi: 'mọi cấp', en: 'every level' }),
  },
  { key: 'kind', head: { vi: 'Loại trình độ', en: 'Kind' }, text: (row) => qualificationWords[row.kind] },
  {
    key: 'minimum',
    head: { vi: 'Yêu cầu', en: 'Asked' },
    text: ({ minimumSaid: { vi, en } }) => ({ vi: `${vi} trở lên`, en: `${en} or higher` }),
  },
  ...ruleColumns,
])

const asked = { vi: 'Số người phải đạt', en: 'Asked of' }
export const askedColumns = columnsOf<Asked>()([
  { key: 'post', head: { vi: 'Chức danh', en: 'Post' }, text: (row) => row.said },
  { key: 'kind', head: { vi: 'Loại trình độ', en: 'Kind' }, text: (row) => qualificationWords[row.kind] },
  { key: 'asked', head: asked, number: true, text: (row) => row.asked },
  { key: 'met', head: { vi: 'Đã đạt', en: 'Met by' }, number: true, text: (row) => row.met },
  { key: 'unmet', head: { vi: 'Chưa đạt', en: 'Not met by' }, number: true, text: (row) => row.asked - row.met },
  ...(['none', 'lower', 'unsaid', 'under_way'] as const).map((why) => ({
    ...{ key: why, head: whys[why], number: true as const, text: (row: Asked) => row[why] },
  })),
])

const all = [
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (row) => row.name },
  { key: 'post', head: { vi: 'Chức danh', en: 'Post' }, text: (row) => row.said },
  { key: 'area', head: { vi: 'Tại', en: 'At' }, text: (row) => row.areaName },
  { key: 'kind', head: { vi: 'Loại trình độ', en: 'Kind' }, text: (row) => qualificationWords[row.kind] },
  { key: 'minimum', head: { vi: 'Yêu cầu từ', en: 'At least' }, text: (row) => row.minimumSaid },
  {
    key: 'why',
    head: { vi: 'Tình trạng', en: 'State' },
    text: ({ why }) => (why ? whys[why] : { vi: 'Đạt', en: 'Met' }),
  },
  { key: 'basis', head: { vi: 'Căn cứ', en: 'Legal basis' }, text: (row) => withMark(row.legalBasis, row.mark) },
] as const satisfies Parameters<ReturnType<typeof columnsOf<Judged>>>[0]

export const unmetColumns = columnsOf<Unmet>()([...all])
/** Of one person the name stands above. */
export const judgedColumns = columnsOf<Judged>()(all.filter(({ key }) => key !== 'name'))
