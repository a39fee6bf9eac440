import { errorSaid } from '#features/training/needs/model.ts'
import { showInstant } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import { type Inquiry, inquiryStates } from './model.ts'

/** "CĐ1. Nghiệp vụ rà soát", or "Phiếu, mục Nhà ở". */
export function aboutSaid({ topic, section }: Pick<Inquiry, 'topic' | 'section'>): Said {
  if (section === null) {
    const said = topic ? `${topic.code}. ${topic.title}` : ''
    return { vi: said, en: said }
  }
  const { vi, en } = errorSaid(section)
  return { vi: `Phiếu khảo sát: ${vi}`, en: `Survey form: ${en}` }
}

const nobody: Said = { vi: 'chưa giao cho ai', en: 'nobody yet' }

export const inquiryColumns = columnsOf<Inquiry>()([
  { key: 'ask', head: { vi: 'Câu hỏi', en: 'Question' }, text: (row) => row.ask },
  { key: 'about', head: { vi: 'Về', en: 'About' }, text: aboutSaid },
  { key: 'area', head: { vi: 'Đơn vị', en: 'Unit' }, text: (row) => row.areaName },
  { key: 'asker', head: { vi: 'Người hỏi', en: 'Asked by' }, text: (row) => row.askedBy },
  { key: 'asked', head: { vi: 'Hỏi lúc', en: 'Asked' }, text: (row) => showInstant(row.askedAt) },
  { key: 'assigned', head: { vi: 'Giao cho', en: 'Given to' }, text: (row) => row.assigned ?? nobody },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: (row) => inquiryStates[row.state] },
  {
    key: 'answered',
    head: { vi: 'Trả lời lúc', en: 'Answered' },
    off: true,
    text: (row) => (row.answeredAt ? showInstant(row.answeredAt) : { vi: 'chưa', en: 'not yet' }),
  },
  {
    key: 'shared',
    head: { vi: 'Trong thư viện', en: 'In the library' },
    off: true,
    text: (row) => (row.materialId ? { vi: 'có', en: 'yes' } : { vi: 'chưa', en: 'not yet' }),
  },
  { key: 'because', head: { vi: 'Lý do', en: 'Because' }, off: true, text: (row) => row.because },
])
