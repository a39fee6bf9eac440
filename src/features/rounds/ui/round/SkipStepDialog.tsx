import { findPlainDate } from '#kernel/dates.ts'
import type { RoundId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { roundStateWords, type StepName } from '../../model.ts'
import { skipStep } from '../calls.ts'

type Props = { readonly roundId: RoundId; readonly step: StepName; readonly onClose: () => void }

/** A step the software does not carry: it was done on paper, and that is what is recorded, with the day and who says so. */
export function SkipStepDialog({ roundId, step, onClose }: Props) {
  const draft = useDraft('rounds.step', `${roundId} ${step}`)
  const [day, setDay] = useTyped<string | null>(draft, 'day', today())
  const [note, setNote] = useTyped(draft, 'note', '')
  const skipping = useChange(skipStep, { draft })
  const on = findPlainDate(day ?? '')
  const whyNot = on
    ? on > today()
      ? { vi: 'Ngày này chưa tới.', en: 'That day has not come yet.' }
      : null
    : { vi: 'Nhập ngày ghi trên giấy.', en: 'Type the day on the paper.' }
  const skip = async () => {
    if (whyNot || !on) return
    const said = note.trim()
    if (await skipping.run({ roundId, step, day: on, ...(said && { note: said }) })) onClose()
  }
  const title = say(
    { vi: '{step}: đã làm trên giấy', en: '{step}: done on paper' },
    { step: say(roundStateWords[step]) },
  )
  return (
    <Dialog title={title} onClose={onClose}>
      <p>
        {say({
          vi: 'Bước này chưa có trong phần mềm. Làm trên giấy đúng quy định rồi ghi lại ở đây: phần mềm không làm thay bước này, chỉ giữ ngày, nội dung và tên bạn.',
          en: 'This step is not in the software. Do it on paper as the rules ask and record it here: the software does not do it for you, it only keeps the day, the words and your name.',
        })}
      </p>
      <Form
        onSubmit={() => void skip()}
        draft={draft}
        problem={skipping.problem}
        actions={
          <Button look="primary" submit pending={skipping.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi và sang bước sau', en: 'Record and go on' })}
          </Button>
        }
      >
        <DayField label={{ vi: 'Ngày ghi trên giấy', en: 'Day on the paper' }} required value={day} onChange={setDay} />
        <TextField
          label={{ vi: 'Nội dung biên bản', en: 'What the minutes say' }}
          hint={{
            vi: 'Ví dụ: số biên bản, ý kiến của dân, nơi niêm yết.',
            en: 'For example: their number, opinions of the people, where it was posted.',
          }}
          lines={3}
          maxLength={400}
          value={note}
          onChange={setNote}
        />
      </Form>
    </Dialog>
  )
}
