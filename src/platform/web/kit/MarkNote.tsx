/** Where a fact of law or of an area comes from, said beside it whenever it was not read in the text itself. */
import type { Said } from '#kernel/text.ts'
import { say } from '../language.ts'

const notes: Readonly<Record<string, Said>> = {
  recalled: { vi: 'chưa đối chiếu văn bản', en: 'not checked against the text' },
  illustrative: { vi: 'mẫu minh hoạ', en: 'illustrative' },
  invented: { vi: 'đặt ra cho bản mẫu', en: 'invented for the demo' },
  derived: { vi: 'suy ra từ số liệu khác', en: 'derived from other figures' },
}
const unknown: Said = { vi: 'chưa rõ nguồn', en: 'source not known' }

/** Nothing for `text` and `secondary`. */
export const MarkNote = ({ mark }: { mark: string }) =>
  mark === 'text' || mark === 'secondary' ? null : <span class="mark-note">{say(notes[mark] ?? unknown)}</span>
