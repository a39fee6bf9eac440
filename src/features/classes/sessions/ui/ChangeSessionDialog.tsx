import { findPlainDate } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { ClassAnswer } from '../../list/ui/class.ts'
import type { ClassSession } from '../model.ts'
import { isMoved, slotSaid } from '../rules.ts'
import { blocked, ClashNotes } from './ClashNotes.tsx'
import { askClashes, changeSession } from './calls.ts'
import { HoldsFields } from './HoldsFields.tsx'
import { HourFields } from './HourFields.tsx'
import { holdsSent, hourFrom, sessionLabels, sessionSeen, sessionWords, type TypedHolds } from './session.ts'

type Props = { readonly of: ClassAnswer; readonly session: ClassSession; readonly onClose: () => void }
type TypedSlot = { readonly day: string | null; readonly from: string; readonly until: string }

/** A session is moved, or is held elsewhere, about something else, by others. */
export function ChangeSessionDialog({ of, session, onClose }: Props) {
  const { classSessionId } = session
  const draft = useDraft('classes.changeSession', classSessionId)
  const was = useSeen(draft, 'seen', sessionSeen(session))
  const [slot, setSlot] = useTyped<TypedSlot>(draft, 'slot', () => sessionSeen(session))
  const [holds, setHolds] = useTyped<TypedHolds>(draft, 'holds', () => sessionSeen(session))
  const [because, setBecause] = useTyped(draft, 'because', '')
  const changing = useEdit(useChange(changeSession, { draft }))
  const [day, from, until] = [findPlainDate(slot.day ?? ''), hourFrom(slot.from), hourFrom(slot.until)]
  const sent = day && from && until && from < until ? { day, from, until, ...holdsSent(holds) } : null
  // Of a session in which people were marked the hours are put right, with a reason.
  const corrects = session.held && sent !== null && isMoved(was, sent)
  const why = because.trim()
  const asked = sent && { trainingClassId: of.trainingClassId, sessions: [{ classSessionId, ...slotOf(sent) }] }
  const clashes = useRead(askClashes, asked && { ...asked, ...holdsSent(holds) })
  const changes = sent && (!corrects || why) ? changesOf(was, sent) : null
  return (
    <Dialog title={{ vi: 'Dời, sửa buổi học', en: 'Change a session' }} onClose={onClose}>
      <EditForm
        draft={draft}
        of={changing}
        changes={blocked(clashes.data?.clashes) ? null : changes}
        lacking={
          blocked(clashes.data?.clashes) ??
          (sent
            ? { vi: 'Buổi đã điểm danh: ghi lý do sửa ngày giờ.', en: 'People were marked: say why the hours change.' }
            : { vi: 'Cần ngày, giờ bắt đầu trước giờ kết thúc.', en: 'A day and hours in their order are needed.' })
        }
        send={() => changing.run({ classSessionId, was, ...changes, ...(corrects && { because: why }) })}
        about={say(slotSaid(session))}
        words={sessionWords}
        onDone={onClose}
      >
        <DayField
          at="day"
          label={sessionLabels.day}
          required
          value={slot.day}
          onChange={(next) => setSlot({ ...slot, day: next })}
        />
        <HourFields of={slot} onChange={(part) => setSlot({ ...slot, ...part })} />
        {corrects && (
          <TextField
            at="because"
            label={{ vi: 'Lý do sửa ngày giờ', en: 'Why the hours change' }}
            hint={{
              vi: 'Buổi này đã điểm danh: chỉ sửa về ngày giờ đã học, không dời sang ngày chưa đến.',
              en: 'People were marked in it: hours are put right, not moved to a day to come.',
            }}
            required
            lines={2}
            maxLength={500}
            value={because}
            onChange={setBecause}
          />
        )}
        <HoldsFields of={of} typed={holds} own={session} onChange={setHolds} />
        <ClashNotes of={clashes.data?.clashes ?? []} />
      </EditForm>
    </Dialog>
  )
}

const slotOf = <S extends Pick<ClassSession, 'day' | 'from' | 'until'>>({ day, from, until }: S) => ({
  day,
  from,
  until,
})
