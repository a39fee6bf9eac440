/** The notices of a round as texts. */
import { leftSaid } from '#features/rounds/rules/cases.ts'
import { showDate, showInstant } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import type { OfficeNotice } from './model.ts'
import { detailText } from './rules/told.ts'
import { noticeKinds, noticeStates, outcomes } from './words.ts'

/** How its household stands in the round since: what the answer rests on. Null where there is nothing to say. */
export function sinceSaid({ surveyedOn, leftBecause, leftOn }: OfficeNotice): Said | null {
  if (leftBecause && leftOn) return leftSaid({ leftBecause, leftOn })
  if (surveyedOn) return { vi: `đã khảo sát ngày ${showDate(surveyedOn)}`, en: `surveyed on ${showDate(surveyedOn)}` }
  return null
}

const answerOf = ({ answers }: OfficeNotice): Said | null => {
  const last = answers.at(-1)
  if (!last) return null
  const { vi, en } = outcomes[last.outcome]
  return last.words ? { vi: `${vi}. ${last.words}`, en: `${en}. ${last.words}` } : { vi, en }
}

/** Of a village, among others' columns: how many of its notices wait. */
export const villageNotices = {
  key: 'notices',
  head: { vi: 'Tin báo chờ', en: 'Notices waiting' },
  number: true,
} as const

export const noticeColumns = columnsOf<OfficeNotice>()([
  { key: 'head', head: { vi: 'Chủ hộ', en: 'Head' }, text: (row) => row.headName },
  { key: 'kind', head: { vi: 'Tin báo', en: 'Notice' }, text: (row) => noticeKinds[row.kind] },
  { key: 'village', head: { vi: 'Thôn', en: 'Village' }, text: (row) => row.villageName },
  { key: 'number', head: { vi: 'Số hộ', en: 'Number' }, off: true, text: (row) => row.number },
  { key: 'details', head: { vi: 'Nội dung', en: 'What it says' }, text: (row) => detailText(row.kind, row.details) },
  { key: 'made', head: { vi: 'Ngày báo', en: 'Made on' }, text: (row) => showDate(row.madeOn) },
  { key: 'maker', head: { vi: 'Người báo', en: 'By' }, text: (row) => row.makerName },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: (row) => noticeStates[row.state] },
  { key: 'since', head: { vi: 'Từ đó đến nay', en: 'Since then' }, text: sinceSaid },
  { key: 'answer', head: { vi: 'Trả lời', en: 'Answer' }, text: answerOf },
  { key: 'received', head: { vi: 'Nhận lúc', en: 'Received' }, off: true, text: (row) => showInstant(row.receivedAt) },
])
