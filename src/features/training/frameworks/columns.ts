/** The lists of training frameworks as texts. */
import { levelWords } from '#features/areas/words.ts'
import { showDate } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import { periodSaid } from '../programmes/columns.ts'
import { factMarks } from '../programmes/model.ts'
import { areaConditions, audiencePosts, type Framework, frameworkStates, type Topic } from './model.ts'

const unsaid: Said = { vi: 'chưa ghi', en: 'not said' }

const joined = (all: readonly Said[]): Said => ({
  vi: all.map((one) => one.vi).join('; '),
  en: all.map((one) => one.en).join('; '),
})

export const frameworkColumns = columnsOf<Framework>()([
  { key: 'name', head: { vi: 'Khung', en: 'Framework' }, text: (row) => row.name },
  {
    key: 'area',
    head: { vi: 'Tỉnh', en: 'Province' },
    text: (row) => row.areaName || { vi: 'theo báo cáo', en: 'as reported' },
  },
  { key: 'version', head: { vi: 'Phiên bản', en: 'Version' }, number: true, text: (row) => row.version },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: (row) => frameworkStates[row.state] },
  { key: 'period', head: { vi: 'Giai đoạn', en: 'Period' }, text: (row) => periodSaid(row) ?? unsaid },
  { key: 'topics', head: { vi: 'Chuyên đề', en: 'Topics' }, number: true, text: (row) => row.topics },
  { key: 'hours', head: { vi: 'Số tiết', en: 'Hours' }, number: true, text: (row) => row.hours ?? unsaid },
  {
    key: 'approved',
    head: { vi: 'Quyết định', en: 'Decision' },
    text: ({ approved }) => approved && `${approved.number}, ${showDate(approved.day)}, ${approved.issuer}`,
  },
  {
    key: 'source',
    head: { vi: 'Nguồn', en: 'Source' },
    off: true,
    text: ({ source, mark }) =>
      source && mark ? { vi: `${source} (${factMarks[mark].vi})`, en: `${source} (${factMarks[mark].en})` } : null,
  },
])

const hoursSaid = ({ theoryHours, practiceHours }: Topic): Said => {
  const said = (hours: number | null, of: 'vi' | 'en') => (hours === null ? unsaid[of] : String(hours))
  if (theoryHours === null && practiceHours === null) return unsaid
  return {
    vi: `${said(theoryHours, 'vi')} / ${said(practiceHours, 'vi')}`,
    en: `${said(theoryHours, 'en')} / ${said(practiceHours, 'en')}`,
  }
}

/** Posts, levels and communes for which a topic is meant. */
export function audienceSaid({ posts, levels, areaConditions: conditions }: Topic): Said {
  const parts = [
    ...posts.map((post) => audiencePosts[post]),
    ...levels.map((level) => levelWords[level]),
    ...conditions.map((one) => areaConditions[one]),
  ]
  return parts.length > 0 ? joined(parts) : unsaid
}

export const topicColumns = columnsOf<Topic>()([
  { key: 'code', head: { vi: 'Mã', en: 'Code' }, text: (row) => row.code },
  { key: 'title', head: { vi: 'Chuyên đề', en: 'Topic' }, text: (row) => row.title },
  { key: 'hours', head: { vi: 'Số tiết (lý thuyết / thực hành)', en: 'Hours (theory / practice)' }, text: hoursSaid },
  { key: 'audience', head: { vi: 'Đối tượng', en: 'Audience' }, text: audienceSaid },
  {
    key: 'requires',
    head: { vi: 'Học trước', en: 'Needs first' },
    text: (row) => (row.requires.length > 0 ? row.requires.join(', ') : { vi: 'không', en: 'none' }),
  },
  {
    key: 'recurs',
    head: { vi: 'Học lại', en: 'Again' },
    text: ({ recursAfter }) =>
      recursAfter === null ? unsaid : { vi: `sau ${recursAfter} tháng`, en: `after ${recursAfter} months` },
  },
  { key: 'objective', head: { vi: 'Mục tiêu', en: 'Objective' }, off: true, text: (row) => row.objective || unsaid },
  { key: 'contents', head: { vi: 'Nội dung', en: 'Contents' }, off: true, text: (row) => row.contents || unsaid },
])
