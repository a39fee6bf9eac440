/** The lists of the register of programmes as texts. */
import { showDate } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import { type Basis, factMarks, type Goal, type Programme, programmeKinds, programmeStates } from './model.ts'

const unsaid: Said = { vi: 'chưa có trong nguồn', en: 'not in the sources' }
const lower = (said: Said): Said => ({ vi: said.vi.toLowerCase(), en: said.en.toLowerCase() })

/** "2017-2020", "2018"; null where no year is known. */
export function periodSaid({ periodFrom, periodUntil }: Pick<Programme, 'periodFrom' | 'periodUntil'>): string | null {
  if (periodFrom === null && periodUntil === null) return null
  if (periodFrom === periodUntil) return String(periodFrom)
  return `${periodFrom ?? '…'}-${periodUntil ?? '…'}`
}

const noNumber: Said = { vi: 'chưa có số', en: 'number not known' }

/** "196/QĐ-UBND ngày 17/07/2017, UBND tỉnh Quảng Ninh", with how sure it is. */
export function basisSaid({ number, day, issuer, mark }: Basis): Said {
  const said = (of: 'vi' | 'en') => {
    const on = day && `${of === 'vi' ? 'ngày' : 'of'} ${showDate(day)}`
    const first = number ? [number, on].filter(Boolean).join(' ') : [noNumber[of], on].filter(Boolean).join(', ')
    return `${[first, issuer].filter(Boolean).join(', ')} (${factMarks[mark][of]})`
  }
  return { vi: said('vi'), en: said('en') }
}

const joined = (all: readonly Said[]): Said => ({
  vi: all.map((one) => one.vi).join('; '),
  en: all.map((one) => one.en).join('; '),
})

export const programmeColumns = columnsOf<Programme>()([
  { key: 'name', head: { vi: 'Tên', en: 'Name' }, text: (row) => row.name },
  { key: 'kind', head: { vi: 'Loại', en: 'Kind' }, text: (row) => programmeKinds[row.kind] },
  { key: 'area', head: { vi: 'Nơi', en: 'Where' }, text: (row) => row.areaName },
  { key: 'period', head: { vi: 'Thời gian', en: 'Period' }, text: (row) => periodSaid(row) ?? unsaid },
  {
    key: 'basis',
    head: { vi: 'Căn cứ', en: 'Legal basis' },
    text: (row) => (row.bases.length > 0 ? joined(row.bases.map(basisSaid)) : unsaid),
  },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: (row) => programmeStates[row.state] },
  { key: 'goals', head: { vi: 'Mục tiêu', en: 'Goals' }, number: true, text: (row) => row.goals },
  { key: 'met', head: { vi: 'Đã đạt', en: 'Met' }, number: true, text: (row) => row.goalsMet },
  { key: 'partOf', head: { vi: 'Thuộc', en: 'Part of' }, off: true, text: (row) => row.partOf?.name },
  {
    key: 'source',
    head: { vi: 'Nguồn', en: 'Source' },
    off: true,
    text: (row) => ({
      vi: `${row.source} (${factMarks[row.mark].vi})`,
      en: `${row.source} (${factMarks[row.mark].en})`,
    }),
  },
])

export const goalColumns = columnsOf<Goal>()([
  { key: 'says', head: { vi: 'Mục tiêu', en: 'Goal' }, text: (row) => row.says },
  { key: 'area', head: { vi: 'Nơi', en: 'Where' }, text: (row) => row.areaName },
  {
    key: 'year',
    head: { vi: 'Năm', en: 'Year' },
    text: (row) => (row.year === null ? { vi: 'cả giai đoạn', en: 'whole period' } : String(row.year)),
  },
  { key: 'mark', head: { vi: 'Độ tin cậy', en: 'How sure' }, text: (row) => factMarks[row.mark] },
  {
    key: 'told',
    head: { vi: 'Nguồn kể kết quả', en: 'Outcome as told' },
    text: ({ told, toldMark }) =>
      told && toldMark
        ? { vi: `${told} (${lower(factMarks[toldMark]).vi})`, en: `${told} (${lower(factMarks[toldMark]).en})` }
        : null,
  },
  {
    key: 'met',
    head: { vi: 'Quyết định công nhận', en: 'Decision by which it is met' },
    text: ({ met }) =>
      met
        ? `${met.number}, ${showDate(met.day)}, ${met.issuer}`
        : { vi: 'chưa có: mục tiêu đang mở', en: 'none yet: the goal is open' },
  },
])
