/** A task is given, done, taken back. */

import { OfficialPicker } from '#features/people/roster/ui/OfficialPicker.tsx'
import { findPlainDate } from '#kernel/dates.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import type { BodyTaskId, OfficialId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import { type Change, useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useMade, useSeen, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { YesNo } from '#platform/web/kit/YesNo.tsx'
import { say } from '#platform/web/language.ts'
import { useStill } from '#platform/web/still.ts'
import { Went } from '../../ui/Went.tsx'
import type * as contract from '../contract.ts'
import type { BodyTask } from '../model.ts'
import { givenOnPaper, takenOffPaper } from '../rules.ts'
import { finishMine, finishTask, giveTask, reopenTask, takeTaskBack } from './calls.ts'
import type { MeetingAnswer } from './typed.ts'

type Owed = { readonly officialId: OfficialId | null; readonly name: string }

const OnPaper = ({ said }: { said: Said | null }) => said && <Notice look="waits">{say(said)}</Notice>

export function TaskDialog({ of, onClose }: { of: MeetingAnswer; onClose: () => void }) {
  const draft = useDraft('bodies.task', of.meetingId)
  const [who, setWho] = useTyped<Owed>(draft, 'who', { officialId: null, name: '' })
  const [what, setWhat] = useTyped(draft, 'what', '')
  const [due, setDue] = useTyped<string | null>(draft, 'due', null)
  const taskId = useMade(draft, 'taskId', () => newId<'body_task'>() as BodyTaskId)
  const [also, setAlso] = useTyped<boolean | null>(draft, 'also', null)
  const giving = useChange(giveTask, { draft })
  const problem = useStill(giving.problem, giving.problem?.code === 'bodies.task_twice' ? [who, what] : null)
  const twice = problem?.code === 'bodies.task_twice'
  const day = findPlainDate(due ?? '')
  const whyNot =
    who.officialId && what.trim() && day
      ? twice && !also
        ? { vi: 'Hãy trả lời có giao thêm không.', en: 'Say whether it is given again.' }
        : null
      : { vi: 'Cần việc, người làm và hạn.', en: 'Task, who and due day are needed.' }
  const give = async () => {
    if (!who.officialId || !day || whyNot) return
    const task = { taskId, officialId: who.officialId, what: what.trim(), due: day, ...(also && { also }) }
    if (await giving.run({ meetingId: of.meetingId, ...task })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Giao việc', en: 'Give a task' }} onClose={onClose}>
      <OnPaper said={givenOnPaper(of)} />
      <Form
        onSubmit={give}
        draft={draft}
        problem={problem}
        actions={
          <Button look="primary" submit pending={giving.pending} whyNot={whyNot}>
            {say({ vi: 'Giao việc', en: 'Give' })}
          </Button>
        }
      >
        <TextField
          label={{ vi: 'Việc', en: 'Task' }}
          at="what"
          required
          value={what}
          onChange={(next) => {
            // What was answered is of what was typed then.
            setAlso(null)
            setWhat(next)
          }}
          maxLength={500}
        />
        <OfficialPicker
          label={{ vi: 'Người làm', en: 'Who' }}
          at="officialId"
          required
          chosen={who.name || null}
          onChoose={(officialId, name) => {
            setAlso(null)
            setWho({ officialId, name })
          }}
        />
        <Went problem={giving.problem} />
        <DayField label={{ vi: 'Hạn', en: 'Due' }} at="due" required value={due} onChange={setDue} />
        {(twice || also) && (
          <YesNo
            at="also"
            label={{
              vi: 'Người này đang có đúng việc ấy. Vẫn giao thêm?',
              en: 'The person has this task. Give it again?',
            }}
            required
            value={also}
            onChange={setAlso}
          />
        )}
      </Form>
    </Dialog>
  )
}

type Doing = { readonly of: Pick<BodyTask, 'taskId' | 'what' | 'name'>; readonly onClose: () => void }

/** By who keeps the body. */
export function DoneDialog(doing: Doing) {
  const draft = useDraft('bodies.done', doing.of.taskId)
  return <DayDone {...doing} draft={draft} finishing={useChange(finishTask, { draft })} />
}

/** By whoever owes it. */
export function MineDoneDialog(doing: Doing) {
  const draft = useDraft('bodies.done_mine', doing.of.taskId)
  return <DayDone {...doing} draft={draft} finishing={useChange(finishMine, { draft })} />
}

type Finishing = Doing & {
  readonly draft: ReturnType<typeof useDraft>
  readonly finishing: Change<InputOf<typeof contract.finishTask>, unknown>
}
function DayDone({ of, onClose, draft, finishing }: Finishing) {
  const [on, setOn] = useTyped<string | null>(draft, 'on', today())
  const day = findPlainDate(on ?? '')
  const finish = async () => {
    if (day && (await finishing.run({ taskId: of.taskId, on: day }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Việc đã xong', en: 'The task is done' }} onClose={onClose}>
      <p>
        {of.what}, {of.name}
      </p>
      <Form
        onSubmit={finish}
        draft={draft}
        problem={finishing.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={finishing.pending}
            whyNot={day ? null : { vi: 'Cần ngày xong.', en: 'The day is needed.' }}
          >
            {say({ vi: 'Ghi đã xong', en: 'Record' })}
          </Button>
        }
      >
        <DayField label={{ vi: 'Ngày xong', en: 'Done on' }} at="on" required value={on} onChange={setOn} />
      </Form>
    </Dialog>
  )
}

/** It was recorded as done by mistake. */
export function ReopenDialog({ of, onClose }: { of: BodyTask; onClose: () => void }) {
  const draft = useDraft('bodies.reopen_task', of.taskId)
  const seen = useSeen(draft, 'seen', of.doneOn)
  const opening = useChange(reopenTask, { draft })
  return (
    <ReasonDialog
      title={{ vi: 'Mở lại việc', en: 'Open the task again' }}
      what={{
        vi: `${of.what}, ${of.name}. Việc trở lại là chưa xong, người làm lại thấy ở trang chủ.`,
        en: `${of.what}, ${of.name}. The task is open again, and whoever owes it sees it on the home page.`,
      }}
      deed={{ vi: 'Mở lại', en: 'Open again' }}
      draft={draft}
      pending={opening.pending}
      problem={opening.problem}
      onGive={async (because) => {
        if (seen && (await opening.run({ taskId: of.taskId, because, seen }))) onClose()
      }}
      onClose={onClose}
    />
  )
}

export function TakeBackDialog({ of, onClose }: { of: BodyTask; onClose: () => void }) {
  const draft = useDraft('bodies.take_back', of.taskId)
  const taking = useChange(takeTaskBack, { draft })
  return (
    <ReasonDialog
      title={{ vi: 'Rút việc đã giao', en: 'Take the task back' }}
      what={{
        vi: `${of.what}, ${of.name}. ${takenOffPaper.vi}`,
        en: `${of.what}, ${of.name}. ${takenOffPaper.en}`,
      }}
      deed={{ vi: 'Rút việc', en: 'Take back' }}
      danger
      draft={draft}
      pending={taking.pending}
      problem={taking.problem}
      onGive={async (because) => {
        if (await taking.run({ taskId: of.taskId, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
