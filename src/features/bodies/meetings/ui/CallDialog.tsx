import { useLocation } from 'preact-iso'
import type { BodyMeetingId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useMade, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { YesNo } from '#platform/web/kit/YesNo.tsx'
import { say } from '#platform/web/language.ts'
import { useStill } from '#platform/web/still.ts'
import type { BodyAnswer } from '../../ui/typed.ts'
import { agendaAtMost } from '../model.ts'
import { callMeeting, writeMeeting } from './calls.ts'
import {
  type Called,
  calledOf,
  labels,
  type MeetingAnswer,
  meetingPath,
  meetingWords,
  nothingCalled,
  type TypedCalling,
  timeFault,
  typedCalling,
} from './typed.ts'

const lacking = { vi: 'Cần ngày họp, địa điểm và nội dung.', en: 'Day, place and agenda are needed.' }

/** A meeting is called. */
export function CallDialog({ of, onClose }: { of: BodyAnswer; onClose: () => void }) {
  const draft = useDraft('bodies.call', of.bodyId)
  const [typed, setTyped] = useTyped<TypedCalling>(draft, 'calling', nothingCalled)
  const meetingId = useMade(draft, 'meetingId', () => newId<'body_meeting'>() as BodyMeetingId)
  const calling = useChange(callMeeting, { draft })
  const { route } = useLocation()
  const to = useTo()
  const called = calledOf(typed)
  const call = async () => {
    if (called && (await calling.run({ bodyId: of.bodyId, meetingId, ...called }))) route(to(meetingPath(meetingId)))
  }
  return (
    <Dialog title={{ vi: 'Mời họp', en: 'Call a meeting' }} onClose={onClose}>
      <Form
        onSubmit={call}
        draft={draft}
        problem={calling.problem}
        actions={
          <Button look="primary" submit pending={calling.pending} whyNot={called ? null : lacking}>
            {say({ vi: 'Ghi cuộc họp', en: 'Call the meeting' })}
          </Button>
        }
      >
        <CallingFields typed={typed} onChange={setTyped} />
        {called && called.on < today() && (
          <Notice look="waits">
            {say({
              vi: 'Ngày này đã qua: ghi để làm biên bản, không ai được mời nữa.',
              en: 'This day is over: it is recorded for its minutes, and nobody is invited any more.',
            })}
          </Notice>
        )}
      </Form>
    </Dialog>
  )
}

const seenIn = ({ on, time, place, agenda }: MeetingAnswer): Called => ({ on, time, place, agenda })

/** The invitation is changed. */
export function InvitationDialog({ of, onClose }: { of: MeetingAnswer; onClose: () => void }) {
  const draft = useDraft('bodies.invitation', of.meetingId)
  const was = useSeen<Called>(draft, 'seen', seenIn(of))
  const [typed, setTyped] = useTyped<TypedCalling>(draft, 'calling', () => typedCalling(of))
  const changing = useEdit(useChange(writeMeeting, { draft }))
  const called = calledOf(typed)
  const changes = called && changesOf(was, called)
  const [past, setPast] = useTyped<boolean | null>(draft, 'past', null)
  const problem = useStill(changing.problem, changing.problem?.code === 'bodies.meeting_past' ? typed : null)
  const asks = problem?.code === 'bodies.meeting_past'
  const unanswered = asks && !past
  return (
    <Dialog title={{ vi: 'Sửa giấy mời', en: 'Change the invitation' }} onClose={onClose}>
      <EditForm
        draft={draft}
        of={{ ...changing, problem }}
        changes={unanswered ? null : changes}
        lacking={
          unanswered
            ? { vi: 'Hãy trả lời cuộc họp có diễn ra lúc ấy không.', en: 'Say whether it was held then.' }
            : lacking
        }
        send={() => changing.run({ meetingId: of.meetingId, was, ...changes, ...(past && { past }) })}
        about={of.bodyName}
        words={meetingWords}
        onDone={onClose}
      >
        <CallingFields
          typed={typed}
          onChange={(next) => {
            // What was answered is of what was typed then.
            setPast(null)
            setTyped(next)
          }}
        />
        {(asks || past) && (
          <YesNo
            at="past"
            label={{
              vi: 'Lúc ấy đã qua. Cuộc họp thật đã diễn ra lúc ấy?',
              en: 'That time is over. Was the meeting really held then?',
            }}
            required
            value={past}
            onChange={setPast}
          />
        )}
      </EditForm>
    </Dialog>
  )
}

function CallingFields({ typed, onChange }: { typed: TypedCalling; onChange: (typed: TypedCalling) => void }) {
  const put = (part: Partial<TypedCalling>) => onChange({ ...typed, ...part })
  return (
    <>
      <DayField label={labels.on} at="on" required value={typed.on} onChange={(on) => put({ on })} />
      <TextField
        label={labels.time}
        at="time"
        hint={{ vi: 'Ví dụ 08:00; để trống nếu chưa định.', en: 'As 08:00; empty where not set.' }}
        fault={timeFault(typed.time)}
        value={typed.time}
        onChange={(time) => put({ time })}
        maxLength={10}
      />
      <TextField
        label={labels.place}
        at="place"
        required
        value={typed.place}
        onChange={(place) => put({ place })}
        maxLength={200}
      />
      <TextField
        label={labels.agenda}
        at="agenda"
        hint={{ vi: 'Mỗi nội dung một dòng.', en: 'A line for each item.' }}
        required
        lines={4}
        value={typed.agenda}
        onChange={(agenda) => put({ agenda })}
        eachLine={agendaAtMost}
      />
    </>
  )
}
