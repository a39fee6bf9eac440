import { findPlainDate, type PlainDate, showDate } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { useEdit } from '#platform/web/edits.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Decide } from '#platform/web/kit/Decide.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type { RoundAnswer } from '../answers.ts'
import { extendRound } from '../calls.ts'

/** A later last day, kept with its reason: after the old one no survey is taken. */
export function ExtendDialog({ of, onClose }: { of: RoundAnswer; onClose: () => void }) {
  const { roundId } = of.round
  const draft = useDraft('rounds.extend', roundId)
  const windowUntil = useSeen(draft, 'seen', of.round.windowUntil)
  const [until, setUntil] = useTyped<string | null>(draft, 'until', null)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const extending = useEdit(useChange(extendRound, { draft }))
  const day = findPlainDate(until ?? '')
  const missing = because.trim() ? null : { vi: 'Ghi lý do.', en: 'Give the reason.' }
  const whyNot = day && day > windowUntil ? missing : { vi: 'Nhập hạn mới, sau hạn cũ.', en: 'Type a later last day.' }
  const extend = async () => {
    if (whyNot || !day) return
    if (await extending.run({ roundId, windowUntil: day, because: because.trim(), was: { windowUntil } })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Gia hạn kỳ rà soát', en: 'Extend the round' }} onClose={onClose}>
      <p>{say({ vi: 'Hạn hiện nay: {day}.', en: 'The last day now: {day}.' }, { day: showDate(windowUntil) })}</p>
      <Form
        onSubmit={() => void extend()}
        draft={draft}
        problem={extending.problem}
        actions={
          <Button look="primary" submit pending={extending.pending} whyNot={whyNot}>
            {say({ vi: 'Gia hạn', en: 'Extend' })}
          </Button>
        }
      >
        <DayField label={{ vi: 'Hạn mới', en: 'New last day' }} required value={until} onChange={setUntil} />
        <TextField
          label={{ vi: 'Lý do', en: 'Reason' }}
          required
          lines={3}
          maxLength={500}
          value={because}
          onChange={setBecause}
        />
      </Form>
      <Decide of={extending} about={of.round.name} words={lastDay} onDone={onClose} />
    </Dialog>
  )
}

const lastDay = {
  label: () => ({ vi: 'Hạn cuối của kỳ', en: 'Last day of the round' }),
  show: (_: string, value: unknown) => showDate(value as PlainDate),
}
