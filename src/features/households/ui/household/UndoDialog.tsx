/** Undoing an act: what comes back, what stands against it, and the reason that is kept with it. */

import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { ToldNote } from '#platform/web/kit/ToldNote.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { EventAnswer, HouseholdAnswer } from '../answers.ts'
import { showUndoing, undoEvent } from '../calls.ts'
import { Doubles, useAsked } from '../Doubles.tsx'
import { sayEvent } from './sayEvent.ts'

type Props = { readonly of: HouseholdAnswer; readonly event: EventAnswer; readonly onClose: () => void }

export function UndoDialog({ of: { householdId, headName }, event, onClose }: Props) {
  const eventId = event.actId ?? event.id
  const { data } = useRead(showUndoing, { householdId, eventId })
  const draft = useDraft('households.undo', eventId)
  const undoing = useAsked(useChange(undoEvent, { draft }), draft)
  const give = async (because: string) => {
    if (await undoing.run({ householdId, eventId, because })) onClose()
  }
  const { title } = sayEvent(event)
  return (
    <>
      <ReasonDialog
        title={{ vi: 'Hoàn tác việc đã ghi', en: 'Undo what was recorded' }}
        what={title}
        told={
          <>
            {data && data.back.length > 0 && (
              <ul class="bullets">
                {data.back.map((line) => (
                  <li key={line.vi}>{say(line)}</li>
                ))}
              </ul>
            )}
            <p class="quiet">
              {say({
                vi: 'Việc đã ghi và việc hoàn tác đều được giữ trong diễn biến, kèm người ghi và lý do.',
                en: 'Both what was recorded and its undoing stay in the timeline, with who and why.',
              })}
            </p>
            <ToldNote
              of={data && { ...data, forbidden: null }}
              title={{ vi: `Hộ ${headName} đang có:`, en: `The household of ${headName} has:` }}
            />
          </>
        }
        deed={{ vi: 'Hoàn tác', en: 'Undo' }}
        forbidden={data ? data.forbidden : { vi: 'Đang xem những gì trở lại.', en: 'Looking at what comes back.' }}
        draft={draft}
        pending={undoing.pending}
        problem={undoing.problem}
        onGive={(because) => void give(because)}
        onClose={onClose}
      />
      <Doubles of={undoing} onDone={onClose} />
    </>
  )
}
