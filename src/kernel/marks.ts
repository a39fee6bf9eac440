/** Where a fact of law or of an area comes from, said beside it whenever it was not read in the text itself. */
import type { Said } from './text.ts'

/** How a fact of law came here, in words for who chooses one. */
export const factMarks = {
  text: { vi: 'đã đọc trong văn bản', en: 'read in the text' },
  secondary: { vi: 'theo nguồn khác kể lại', en: 'told by another source' },
  recalled: { vi: 'theo trí nhớ, chưa đối chiếu văn bản', en: 'recalled, not checked against the text' },
} as const satisfies Record<string, Said>

/** The same of a value that a province sets. */
export const valueMarks = {
  ...factMarks,
  illustrative: { vi: 'mẫu minh hoạ, không phải mức thật', en: 'illustrative, no real level' },
} as const satisfies Record<string, Said>
export type ValueMark = keyof typeof valueMarks

const notes: Readonly<Record<string, Said>> = {
  recalled: { vi: 'chưa đối chiếu văn bản', en: 'not checked against the text' },
  illustrative: { vi: 'mẫu minh hoạ', en: 'illustrative' },
  invented: { vi: 'đặt ra cho bản mẫu', en: 'invented for the demo' },
  derived: { vi: 'suy ra từ số liệu khác', en: 'derived from other figures' },
}
const unknown: Said = { vi: 'chưa rõ nguồn', en: 'source not known' }

/** Null for `text` and `secondary`. */
export const markNote = (mark: string): Said | null =>
  mark === 'text' || mark === 'secondary' ? null : (notes[mark] ?? unknown)

/** A source with its mark behind it: `Báo cáo 12 (mẫu minh hoạ)`. */
export function withMark(source: string, mark: string): Said {
  const note = markNote(mark)
  return note ? { vi: `${source} (${note.vi})`, en: `${source} (${note.en})` } : { vi: source, en: source }
}
