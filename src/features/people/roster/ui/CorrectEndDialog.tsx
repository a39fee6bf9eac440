import { addDays, findPlainDate } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { postSaid } from '../columns.ts'
import { type Appointment, type Ending, endings, endingWords } from '../model.ts'
import { correctEnd } from './calls.ts'
import { growsBy, Longer, saidLonger } from './Longer.tsx'
import { PlacedFrom } from './PlacedFrom.tsx'

/** What the form chooses of: a reason, or that there is no end. */
type How = Ending | 'goes_on'
const goesOn = {
  value: 'goes_on',
  label: { vi: 'Không thôi: vẫn đang giữ', en: 'It did not end: still held' },
} as const

/** An end that was written wrongly: another day, another reason, or none. */
export function CorrectEndDialog({ of, onClose }: { of: Appointment; onClose: () => void }) {
  const draft = useDraft('roster.correctEnd', of.appointmentId)
  const wasMistake = of.because === 'entered_by_mistake'
  const [last, setLast] = useTyped<string | null>(draft, 'last', of.until && !wasMistake ? addDays(of.until, -1) : null)
  const [how, setHow] = useTyped<How | null>(draft, 'how', of.because)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const correcting = useChange(correctEnd, { draft })
  const dated = how !== 'goes_on' && how !== 'entered_by_mistake'
  const day = findPlainDate((dated ? last : of.from) ?? '')
  const [longer, setLonger] = useTyped<boolean | null>(draft, 'longer', null)
  const asks = dated && day !== null && growsBy(of, day) > 0
  const whyNot =
    how && day && because.trim()
      ? asks && !longer
        ? saidLonger
        : null
      : { vi: 'Cần lý do thôi, ngày cuối và vì sao sửa.', en: 'Reason, last day and why it is corrected are needed.' }
  const correct = async () => {
    if (!how || !day || !of.until || whyNot) return
    const ends = how === 'goes_on' ? null : { last: day, reason: how }
    const seen = { until: of.until, reason: of.because }
    if (
      await correcting.run({
        appointmentId: of.appointmentId,
        ends,
        because: because.trim(),
        seen,
        ...(longer && { longer }),
      })
    )
      onClose()
  }
  return (
    <Dialog title={{ vi: 'Sửa ngày thôi', en: 'Correct the end' }} onClose={onClose}>
      <p>
        {say(postSaid(of))}, {of.place}
      </p>
      <Form
        onSubmit={correct}
        draft={draft}
        problem={correcting.problem}
        actions={
          <Button look="primary" submit pending={correcting.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi lại', en: 'Correct' })}
          </Button>
        }
      >
        <ChoiceField<How>
          as="select"
          label={{ vi: 'Lý do thôi', en: 'Why it ended' }}
          required
          choices={[...endings.map((value) => ({ value, label: endingWords[value] })), goesOn]}
          value={how}
          onChange={setHow}
        />
        {dated && (
          <DayField
            label={{ vi: 'Ngày cuối giữ chức danh', en: 'Last day in the post' }}
            at="last"
            required
            value={last}
            onChange={(to) => {
              setLonger(null)
              setLast(to)
            }}
          />
        )}
        {how === 'entered_by_mistake' && of.placedFrom && <PlacedFrom unit={of.placedFrom} />}
        {asks && <Longer of={of} last={day} value={longer} onChange={setLonger} />}
        <TextField
          label={{ vi: 'Vì sao sửa', en: 'Why it is corrected' }}
          at="because"
          required
          lines={2}
          maxLength={500}
          value={because}
          onChange={setBecause}
        />
      </Form>
    </Dialog>
  )
}
