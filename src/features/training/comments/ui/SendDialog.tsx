/** A draft is sent to units below: to all of them, or to some, until a day. */
import { findPlainDate } from '#kernel/dates.ts'
import type { AreaId, PlanSendingId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import type { PlanAnswer } from '../../plan/ui/plan.ts'
import type { UnitBelow } from '../model.ts'
import { sendForComment, unitsBelow } from './calls.ts'
import type { CommentsAnswer } from './comment.ts'
import { UnitsField } from './UnitsField.tsx'

type Props = { readonly of: PlanAnswer; readonly before: CommentsAnswer; readonly onClose: () => void }

export function SendDialog({ of, before, onClose }: Props) {
  const read = useRead(unitsBelow, { trainingPlanId: of.trainingPlanId })
  return (
    <Dialog title={{ vi: 'Gửi bản thảo lấy ý kiến', en: 'Send the draft for comment' }} onClose={onClose}>
      {before.sendings.length > 0 && (
        <Notice look="waits">
          {say(
            {
              vi: 'Bản thảo đã gửi {n} lần. Gửi lại thì lần trước thôi nhận ý kiến; ý kiến đã có vẫn còn.',
              en: 'It was sent {n} {n:time|times}. Sent anew, the last sending takes no more comments; what was said stays.',
            },
            { n: before.sendings.length },
          )}
        </Notice>
      )}
      <Reading of={read} rows={4}>
        {({ units }) => <SendForm of={of} units={units} onClose={onClose} sent={before.sendings[0]?.number ?? 0} />}
      </Reading>
    </Dialog>
  )
}

const lacking = { vi: 'Cần ít nhất một đơn vị và hạn góp ý.', en: 'A unit and a day are needed.' }

type FormProps = {
  readonly of: PlanAnswer
  readonly units: readonly UnitBelow[]
  /** How often it has been sent. */
  readonly sent: number
  readonly onClose: () => void
}
function SendForm({ of, units, sent, onClose }: FormProps) {
  const { trainingPlanId, edits } = of
  const draft = useDraft('comments.send', trainingPlanId)
  const [whom, setWhom] = useTyped<'all' | 'some'>(draft, 'whom', 'all')
  const [some, setSome] = useTyped<readonly AreaId[]>(draft, 'some', [])
  const [due, setDue] = useTyped<string | null>(draft, 'due', null)
  const [note, setNote] = useTyped(draft, 'note', '')
  const planSendingId = useMade(draft, 'planSendingId', () => newId<'plan_sending'>() as PlanSendingId)
  const sending = useChange(sendForComment, { draft })
  const unitIds = whom === 'all' ? units.map(({ unitId }) => unitId) : [...some]
  const day = findPlainDate(due ?? '')
  const none = {
    vi: 'Dưới đơn vị này không có huyện, xã nào để lấy ý kiến.',
    en: 'No district or commune stands below this unit.',
  }
  const whyNot = units.length === 0 ? none : unitIds.length > 0 && day ? null : lacking
  const send = async () => {
    if (whyNot || !day) return
    const asked = { planSendingId, unitIds, due: day, note: note.trim(), edits, sent }
    if (await sending.run({ trainingPlanId, ...asked })) onClose()
  }
  return (
    <Form
      onSubmit={send}
      draft={draft}
      problem={sending.problem}
      actions={
        <Button look="primary" submit pending={sending.pending} whyNot={whyNot}>
          {say({ vi: 'Gửi lấy ý kiến', en: 'Send' })}
        </Button>
      }
    >
      <ChoiceField<'all' | 'some'>
        at="unitIds"
        label={{ vi: 'Lấy ý kiến của', en: 'Ask' }}
        required
        choices={[
          {
            value: 'all',
            label: {
              vi: `Mọi đơn vị cấp dưới (${showNumber(units.length)})`,
              en: `All units below (${showNumber(units.length)})`,
            },
          },
          { value: 'some', label: { vi: 'Một số đơn vị', en: 'Some of them' } },
        ]}
        value={whom}
        onChange={setWhom}
      />
      {whom === 'some' && <UnitsField units={units} some={some} onChange={setSome} />}
      <DayField
        at="due"
        label={{ vi: 'Góp ý đến hết ngày', en: 'Comments until' }}
        hint={{ vi: 'Ý kiến đến sau ngày ấy vẫn nhận, ghi là sau hạn', en: 'Later ones are taken and marked late' }}
        required
        value={due}
        onChange={setDue}
      />
      <TextField
        at="note"
        label={{ vi: 'Lời gửi', en: 'What to say' }}
        hint={{ vi: 'Ví dụ: cần góp ý về nơi mở lớp', en: 'Say what to look at' }}
        lines={3}
        maxLength={1000}
        value={note}
        onChange={setNote}
      />
    </Form>
  )
}
