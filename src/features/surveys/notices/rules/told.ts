/** What a notice says in one line, and what becomes of one that came late: said where it was sent. */
import { type PlainDate, showDate } from '#kernel/dates.ts'
import { type Said, saidOf } from '#kernel/text.ts'
import type { Details } from '../model.ts'
import { type NoticeKind, sexWords } from '../words.ts'

export const takenWords = {
  surveyed: {
    vi: 'Xã đã nhận. Hộ này đã có phiếu khảo sát; công chức xã xem cả hai.',
    en: 'Received. The household has a survey already; the official looks at both.',
  },
  left: {
    vi: 'Xã đã nhận. Theo sổ, hộ này đã ra khỏi kỳ rà soát trước khi tin báo đến.',
    en: 'Received. By the register the household had left the round before the notice came.',
  },
  handed: {
    vi: 'Xã đã nhận. Hộ này nay giao cho người khác khảo sát.',
    en: 'Received. The household is with someone else now.',
  },
  day: {
    vi: 'Xã đã nhận. Ngày trên máy không đúng nên ghi ngày nhận. Hãy chỉnh lại ngày, giờ của máy.',
    en: 'Received. The date of this device is wrong, so the day of receipt stands. Please set the date.',
  },
} as const satisfies Record<string, Said>

type Part = { readonly label: Said; readonly text: Said | string }

const labels = {
  birthYear: { vi: 'Năm sinh', en: 'Born' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  address: { vi: 'Chỗ ở', en: 'Where' },
  people: { vi: 'Số người', en: 'People' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  on: { vi: 'Từ ngày', en: 'Since' },
  to: { vi: 'Chuyển đến', en: 'To' },
  met: { vi: 'Người gặp', en: 'Who was met' },
  days: { vi: 'Đã đến', en: 'Visits' },
  otherName: { vi: 'Trùng với hộ', en: 'The same as' },
} as const satisfies Partial<Record<keyof Details, Said>>

const wordsLabel: Partial<Record<NoticeKind, Said>> = {
  unlisted: { vi: 'Vì sao cần khảo sát', en: 'Why it should be surveyed' },
  refuses: { vi: 'Hộ nói', en: 'They said' },
}

function visits(days: readonly PlainDate[]): Said {
  const all = days.map(showDate).join(', ')
  return { vi: `${days.length} lần: ${all}`, en: days.length === 1 ? `once: ${all}` : `${days.length} times: ${all}` }
}

const textOf = (details: Details, key: keyof typeof labels): Said | string | null => {
  const value = details[key]
  if (value === undefined || value === '') return null
  if (key === 'sex') return details.sex ? saidOf(sexWords, details.sex) : null
  if (key === 'on') return details.on ? showDate(details.on) : null
  if (key === 'days') return visits(details.days ?? [])
  return String(value)
}

/** What it tells, a label and a text each, in the order in which a person asks. */
export function detailParts(kind: NoticeKind, details: Details): Part[] {
  const parts = (Object.keys(labels) as (keyof typeof labels)[]).flatMap((key) => {
    const text = textOf(details, key)
    return text === null ? [] : [{ label: labels[key], text }]
  })
  const words = details.words?.trim()
  return words ? [...parts, { label: wordsLabel[kind] ?? { vi: 'Nói thêm', en: 'Also' }, text: words }] : parts
}

/** The same as one text, for a line of a list. */
export function detailText(kind: NoticeKind, details: Details): Said {
  const parts = detailParts(kind, details)
  const of = (language: keyof Said) =>
    parts.map(({ label, text }) => `${label[language]}: ${typeof text === 'string' ? text : text[language]}`).join('; ')
  return { vi: of('vi'), en: of('en') }
}
