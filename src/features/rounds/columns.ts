/** The lists of this room as texts. */
import { showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import type * as contract from './contract.ts'
import { paceWords, roundKindWords, roundStateWords } from './model.ts'
import type * as progress from './progress/contract.ts'
import { askedIn, sentIn, villageStanding, villageStandingWords } from './rules/progress.ts'

type Round = OutputOf<typeof contract.listRounds>['rounds'][number]
type Village = OutputOf<typeof contract.showRound>['villages'][number]
type Progress = OutputOf<typeof progress.roundProgress>['rounds'][number]

const late: Said = { vi: 'trễ', en: 'late' }
const ofSigning: Said = { vi: 'ngày ký quyết định', en: 'the day of the decision' }
const stateOf = ({ state, late: isLate }: Round): Said => {
  const { vi, en } = roundStateWords[state]
  return isLate ? { vi: `${vi} (${late.vi})`, en: `${en} (${late.en})` } : { vi, en }
}

export const roundColumns = columnsOf<Round>()([
  { key: 'name', head: { vi: 'Kỳ rà soát', en: 'Round' }, text: (round) => round.name },
  { key: 'area', head: { vi: 'Đơn vị', en: 'Unit' }, text: (round) => round.areaName },
  { key: 'state', head: { vi: 'Bước', en: 'Step' }, text: stateOf },
  {
    key: 'progress',
    head: { vi: 'Phiếu đã gửi / cần khảo sát', en: 'Surveys sent / asked' },
    text: ({ counts }) => `${sentIn(counts)} / ${askedIn(counts)}`,
  },
  {
    key: 'window',
    head: { vi: 'Thời gian làm', en: 'Window' },
    text: ({ windowFrom, windowUntil }) => `${showDate(windowFrom)} - ${showDate(windowUntil)}`,
  },
  {
    key: 'holds',
    head: { vi: 'Kết quả có hiệu lực từ', en: 'Classes hold from' },
    text: ({ classesHoldFrom }) => (classesHoldFrom ? showDate(classesHoldFrom) : ofSigning),
  },
  { key: 'kind', head: { vi: 'Loại', en: 'Kind' }, text: ({ kind }) => roundKindWords[kind], off: true },
])

const nobody: Said = { vi: 'chưa giao', en: 'nobody' }

export const villageColumns = (isLate: boolean) =>
  columnsOf<Village>()([
    { key: 'name', head: { vi: 'Thôn', en: 'Village' }, text: (village) => village.name },
    { key: 'who', head: { vi: 'Rà soát viên', en: 'Enumerator' }, text: (village) => village.enumeratorName ?? nobody },
    { key: 'total', head: { vi: 'Số hộ', en: 'Households' }, number: true, text: ({ counts }) => counts.total },
    { key: 'listed', head: { vi: 'Chưa giao', en: 'Not assigned' }, number: true, text: ({ counts }) => counts.listed },
    {
      key: 'assigned',
      head: { vi: 'Chờ khảo sát', en: 'To survey' },
      number: true,
      text: (row) => row.counts.assigned,
    },
    {
      key: 'submitted',
      head: { vi: 'Chờ kiểm tra', en: 'To check' },
      number: true,
      text: (row) => row.counts.submitted,
    },
    { key: 'returned', head: { vi: 'Trả lại', en: 'Returned' }, number: true, text: ({ counts }) => counts.returned },
    { key: 'accepted', head: { vi: 'Chấp nhận', en: 'Accepted' }, number: true, text: ({ counts }) => counts.accepted },
    {
      key: 'ended',
      head: { vi: 'Ra khỏi kỳ', en: 'Left' },
      number: true,
      text: ({ counts }) => counts.ended,
    },
    {
      key: 'state',
      head: { vi: 'Tình hình', en: 'State' },
      text: ({ counts }) => villageStandingWords[villageStanding(counts, isLate)],
    },
  ])

const inAssigning: readonly string[] = ['name', 'who', 'listed', 'total']
/** Of the page on which villages are given to somebody. */
export const assigningColumns = villageColumns(false).filter(({ key }) => inAssigning.includes(key))

const daysText = (days: number): Said =>
  days < 0
    ? { vi: `quá hạn ${-days} ngày`, en: `${-days} days late` }
    : { vi: `còn ${days} ngày`, en: `${days} days left` }

export const progressColumns = columnsOf<Progress>()([
  { key: 'area', head: { vi: 'Đơn vị', en: 'Unit' }, text: (round) => round.areaName },
  { key: 'name', head: { vi: 'Kỳ rà soát', en: 'Round' }, text: (round) => round.name },
  { key: 'pace', head: { vi: 'Tiến độ', en: 'Pace' }, text: ({ pace }) => paceWords[pace] },
  { key: 'state', head: { vi: 'Bước', en: 'Step' }, text: ({ state }) => roundStateWords[state] },
  { key: 'until', head: { vi: 'Ngày cuối', en: 'Last day' }, text: ({ windowUntil }) => showDate(windowUntil) },
  { key: 'days', head: { vi: 'Thời hạn', en: 'Days left' }, text: ({ daysLeft }) => daysText(daysLeft) },
  {
    key: 'asked',
    head: { vi: 'Hộ cần khảo sát', en: 'To survey' },
    number: true,
    text: ({ counts }) => askedIn(counts),
  },
  { key: 'sent', head: { vi: 'Phiếu đã gửi', en: 'Sent' }, number: true, text: ({ counts }) => sentIn(counts) },
  {
    key: 'accepted',
    head: { vi: 'Đã chấp nhận', en: 'Accepted' },
    number: true,
    text: ({ counts }) => counts.accepted,
  },
  { key: 'behind', head: { vi: 'Thôn chậm', en: 'Villages behind' }, number: true, text: ({ behind }) => behind },
  {
    key: 'villages',
    head: { vi: 'Số thôn', en: 'Villages' },
    number: true,
    off: true,
    text: ({ villages }) => villages,
  },
])
