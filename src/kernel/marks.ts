/** Where a fact of law or of an area comes from, said beside it whenever it was not read in the text itself. */
import type { Said } from './text.ts'

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
