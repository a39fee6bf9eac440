/** A last day and why: of a body, of a member. */
import { addDays, findPlainDate } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import type { Draft } from '#platform/web/drafting.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { YesNo } from '#platform/web/kit/YesNo.tsx'
import { say } from '#platform/web/language.ts'
import { type BodyMember, memberRoleWords } from '../model.ts'
import { correctEnd, dissolveBody, endMember } from './calls.ts'
import { type BodyAnswer, lastOf } from './typed.ts'

const lacking = (noDay: boolean) =>
  noDay
    ? { vi: 'Cần lý do.', en: 'A reason is needed.' }
    : { vi: 'Cần ngày cuối và lý do.', en: 'Last day and reason are needed.' }

/** The last day and the reason, as typed in a draft. */
export function useEnd(draft: Draft, now: string | null = null, why = '') {
  const [last, setLast] = useTyped<string | null>(draft, 'last', now)
  const [because, setBecause] = useTyped(draft, 'because', why)
  return { last, setLast, because, setBecause, day: findPlainDate(last ?? '') }
}

export const EndFields = ({ of, noDay = false }: { of: ReturnType<typeof useEnd>; noDay?: boolean }) => (
  <>
    {!noDay && (
      <DayField label={{ vi: 'Ngày cuối', en: 'Last day' }} at="last" required value={of.last} onChange={of.setLast} />
    )}
    <TextField
      label={{ vi: 'Lý do', en: 'Reason' }}
      at="because"
      required
      lines={2}
      maxLength={500}
      value={of.because}
      onChange={of.setBecause}
    />
  </>
)

const dissolves = {
  vi: 'Thành viên thôi cùng ngày; cuộc họp và việc đã giao vẫn xem được.',
  en: 'Its members end on the same day; meetings and tasks stay readable.',
}
const annuls = {
  vi: 'Ban và thành viên đã ghi được coi như chưa từng có; quyết định ấy có thể ghi lại cho đúng.',
  en: 'The body and whoever was entered in it count as never having been; the decision may be entered again.',
}

export function DissolveDialog({ of, onClose }: { of: BodyAnswer; onClose: () => void }) {
  const draft = useDraft('bodies.dissolve', of.bodyId)
  const typed = useEnd(draft)
  const [mistaken, setMistaken] = useTyped(draft, 'mistaken', false)
  const dissolving = useChange(dissolveBody, { draft })
  const day = mistaken ? of.from : typed.day
  const whyNot = day && typed.because.trim() ? null : lacking(mistaken)
  const dissolve = async () => {
    if (!day || whyNot) return
    const said = { last: day, because: typed.because.trim(), ...(mistaken && { mistaken }) }
    if (await dissolving.run({ bodyId: of.bodyId, ...said })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi Ban giải thể', en: 'Dissolve the body' }} onClose={onClose}>
      <p>
        {of.name}. {say(mistaken ? annuls : dissolves)}
      </p>
      <Form
        onSubmit={dissolve}
        draft={draft}
        problem={dissolving.problem}
        actions={
          <Button look="danger" submit pending={dissolving.pending} whyNot={whyNot}>
            {say(mistaken ? { vi: 'Ghi là ghi nhầm', en: 'It was a mistake' } : { vi: 'Ghi giải thể', en: 'Dissolve' })}
          </Button>
        }
      >
        <YesNo
          label={{ vi: 'Ghi nhầm, chưa từng có Ban này?', en: 'Entered by mistake, there never was one?' }}
          required
          value={mistaken}
          onChange={(yes) => setMistaken(yes ?? false)}
        />
        <EndFields of={typed} noDay={mistaken} />
      </Form>
    </Dialog>
  )
}

export function LeaveDialog({ of, onClose }: { of: BodyMember; onClose: () => void }) {
  const draft = useDraft('bodies.leave', of.bodyMemberId)
  const died = of.died && of.died > of.from ? addDays(of.died, -1) : null
  const typed = useEnd(draft, died, died ? say({ vi: 'Qua đời', en: 'Died' }) : '')
  const [mistaken, setMistaken] = useTyped(draft, 'mistaken', false)
  const leaving = useChange(endMember, { draft })
  const day = mistaken ? of.from : typed.day
  const whyNot = day && typed.because.trim() ? null : lacking(mistaken)
  const leave = async () => {
    if (!day || whyNot) return
    const said = { last: day, because: typed.because.trim(), ...(mistaken && { mistaken }) }
    if (await leaving.run({ bodyMemberId: of.bodyMemberId, ...said })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Thôi là thành viên', en: 'End the membership' }} onClose={onClose}>
      <p>
        {of.name}, {say(memberRoleWords[of.role])}
      </p>
      <Form
        onSubmit={leave}
        draft={draft}
        problem={leaving.problem}
        actions={
          <Button look="danger" submit pending={leaving.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi thôi', en: 'Record the end' })}
          </Button>
        }
      >
        <YesNo
          label={{ vi: 'Ghi nhầm, chưa từng là thành viên?', en: 'Entered by mistake, never a member?' }}
          required
          value={mistaken}
          onChange={(yes) => setMistaken(yes ?? false)}
        />
        <EndFields of={typed} noDay={mistaken} />
      </Form>
    </Dialog>
  )
}

/** The end was entered wrongly: another day, or none. */
export function CorrectEndDialog({ of, onClose }: { of: BodyMember; onClose: () => void }) {
  const draft = useDraft('bodies.correct_end', of.bodyMemberId)
  const seen = useSeen(draft, 'seen', of.until)
  const typed = useEnd(draft, seen === of.from ? null : lastOf(seen))
  const [goesOn, setGoesOn] = useTyped<boolean | null>(draft, 'goesOn', null)
  const correcting = useChange(correctEnd, { draft })
  const last = goesOn ? null : typed.day
  const whyNot =
    goesOn !== null && (goesOn || last) && typed.because.trim()
      ? null
      : {
          vi: 'Cần cho biết còn là thành viên không, ngày cuối và lý do.',
          en: 'Say whether they go on, the last day, and why.',
        }
  const correct = async () => {
    if (whyNot) return
    if (await correcting.run({ bodyMemberId: of.bodyMemberId, last, because: typed.because.trim(), seen })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Sửa việc thôi là thành viên', en: 'Correct the end of the membership' }} onClose={onClose}>
      <p>
        {of.name}, {say(memberRoleWords[of.role])}. {say({ vi: 'Lý do đã ghi', en: 'Reason as recorded' })}:{' '}
        {of.because}
      </p>
      <Form
        onSubmit={correct}
        draft={draft}
        problem={correcting.problem}
        actions={
          <Button look="primary" submit pending={correcting.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi sửa', en: 'Correct' })}
          </Button>
        }
      >
        <YesNo
          label={{ vi: 'Thật ra vẫn là thành viên?', en: 'Are they a member still?' }}
          required
          value={goesOn}
          onChange={setGoesOn}
        />
        <EndFields of={typed} noDay={goesOn === true} />
      </Form>
    </Dialog>
  )
}
