import { findPlainDate, type PlainDate } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { roundStateWords, type StepName } from '../../model.ts'
import type { RoundAnswer } from '../answers.ts'
import { skipStep } from '../calls.ts'

type Props = { readonly of: RoundAnswer; readonly step: StepName; readonly onClose: () => void }

/** The paper step before this one, where it was recorded. */
const paperBefore = ({ steps }: RoundAnswer, step: StepName) =>
  steps
    .slice(
      0,
      steps.findIndex((one) => one.step === step),
    )
    .filter((one) => !one.built && one.day !== null)
    .at(-1)

/** A step the software does not carry: it was done on paper, and that is what is recorded, with the day and who says so. */
export function SkipStepDialog({ of, step, onClose }: Props) {
  const { roundId } = of.round
  const draft = useDraft('rounds.step', `${roundId} ${step}`)
  const [day, setDay] = useTyped<string | null>(draft, 'day', today())
  const [note, setNote] = useTyped(draft, 'note', '')
  const [sameDay, setSameDay] = useTyped(draft, 'sameDay', '')
  const skipping = useChange(skipStep, { draft })
  const on = findPlainDate(day ?? '')
  const before = paperBefore(of, step)
  const hasty = before !== undefined && before.day === on
  const whyNot = whyNotYet({ on, note, sameDay: hasty ? sameDay : null })
  const skip = async () => {
    if (whyNot || !on) return
    const said = [note.trim(), hasty ? sameDay.trim() : ''].filter(Boolean).join('. ')
    if (await skipping.run({ roundId, step, day: on, note: said })) onClose()
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
        <DayField
          at="day"
          label={{ vi: 'Ngày ghi trên giấy', en: 'Day on the paper' }}
          required
          value={day}
          onChange={setDay}
        />
        <TextField
          label={{ vi: 'Nội dung biên bản', en: 'What the minutes say' }}
          hint={{
            vi: 'Ví dụ: số biên bản, ý kiến của dân, nơi niêm yết.',
            en: 'For example: their number, opinions of the people, where it was posted.',
          }}
          required
          lines={3}
          maxLength={250}
          value={note}
          onChange={setNote}
        />
        {hasty && (
          <TextField
            label={{ vi: 'Vì sao cùng ngày với bước trước', en: 'Why on the same day as the step before' }}
            hint={say(
              {
                vi: 'Bước “{step}” cũng ghi ngày này. Niêm yết và tiếp nhận khiếu nại thường kéo dài nhiều ngày.',
                en: '“{step}” carries this day too. Posting and complaints usually take several days.',
              },
              { step: say(roundStateWords[before.step]) },
            )}
            required
            maxLength={140}
            value={sameDay}
            onChange={setSameDay}
          />
        )}
      </Form>
    </Dialog>
  )
}

type Typed = { readonly on: PlainDate | null; readonly note: string; readonly sameDay: string | null }

function whyNotYet({ on, note, sameDay }: Typed): Words | null {
  if (!on) return { vi: 'Nhập ngày ghi trên giấy.', en: 'Type the day on the paper.' }
  if (on > today()) return { vi: 'Ngày này chưa tới.', en: 'That day has not come yet.' }
  if (!note.trim()) return { vi: 'Ghi nội dung biên bản.', en: 'Write what the minutes say.' }
  return sameDay !== null && !sameDay.trim()
    ? { vi: 'Ghi vì sao cùng ngày với bước trước.', en: 'Say why it is the same day as the step before.' }
    : null
}
