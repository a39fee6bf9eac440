import { markNote } from '#kernel/marks.ts'
import { say } from '../language.ts'

/** Nothing for what was read in the text itself or told by others. */
export function MarkNote({ mark }: { mark: string }) {
  const note = markNote(mark)
  return note && <span class="mark-note">{say(note)}</span>
}
