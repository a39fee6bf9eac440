import { addDays, findPlainDate } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { postSaid } from '../columns.ts'
import { type Appointment, type Ending, endings, endingWords } from '../model.ts'
import { endAppointment } from './calls.ts'
import { growsBy, Longer, saidLonger } from './Longer.tsx'
import { PlacedFrom } from './PlacedFrom.tsx'

/** A post is no longer held: the last day in it, and why. It stays in the course of the person. */
type Props = {
  readonly of: Appointment
  /** What else the person holds, and what of it the reader may not end. */
  readonly beside: readonly Appointment[]
  readonly elsewhere: readonly Appointment[]
  readonly onClose: () => void
}
const postsOf = (all: readonly Appointment[]) => all.map((one) => `${say(postSaid(one))}, ${one.place}`).join('; ')

export function EndDialog({ of, beside, elsewhere, onClose }: Props) {
  const draft = useDraft('roster.end', of.appointmentId)
  // Of a unit that has ended the last day was its own.
  const lastOfUnit = of.unplacedFrom && addDays(of.unplacedFrom, -1)
  const [last, setLast] = useTyped<string | null>(draft, 'last', lastOfUnit ?? (of.until && addDays(of.until, -1)))
  const [because, setBecause] = useTyped<Ending | null>(draft, 'because', lastOfUnit && 'unit_ended')
  const ending = useChange(endAppointment, { draft })
  const mistaken = because === 'entered_by_mistake'
  const day = findPlainDate((mistaken ? of.from : last) ?? '')
  const [longer, setLonger] = useTyped<boolean | null>(draft, 'longer', null)
  const asks = !mistaken && day !== null && growsBy(of, day) > 0
  const whyNot =
    because && day
      ? asks && !longer
        ? saidLonger
        : null
      : { vi: 'Cần lý do và ngày cuối.', en: 'Reason and last day are needed.' }
  const end = async () => {
    if (!because || !day || whyNot) return
    const { appointmentId } = of
    if (await ending.run({ appointmentId, last: day, reason: because, ...(longer && { longer }) })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Thôi giữ chức danh', en: 'End the appointment' }} onClose={onClose}>
      <p>
        {say(postSaid(of))}, {of.place}
      </p>
      <Form
        onSubmit={end}
        draft={draft}
        problem={ending.problem}
        actions={
          <Button look="danger" submit pending={ending.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi thôi giữ', en: 'Record the end' })}
          </Button>
        }
      >
        <ChoiceField<Ending>
          as="select"
          label={{ vi: 'Lý do thôi', en: 'Why it ends' }}
          required
          choices={endings.map((value) => ({ value, label: endingWords[value] }))}
          value={because}
          onChange={setBecause}
        />
        {!mistaken && (
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
        {because === 'died' && beside.length > 0 && (
          <Notice look="waits">
            {say(
              {
                vi: 'Cũng thôi từ ngày ấy: {posts}. Luân chuyển, ban và lớp học không tự đổi.',
                en: 'Ending with it: {posts}. Moves, bodies and classes do not change by themselves.',
              },
              { posts: postsOf(beside) },
            )}
          </Notice>
        )}
        {because === 'died' && elsewhere.length > 0 && (
          <Notice look="waits">
            {say(
              {
                vi: 'Không tự thôi, vì sổ cán bộ ở đó do nơi khác giữ: {posts}. Nơi ấy được báo trên trang đầu để ghi thôi.',
                en: 'Kept by others, who are told on their home page to end it: {posts}.',
              },
              { posts: postsOf(elsewhere) },
            )}
          </Notice>
        )}
        {mistaken && of.placedFrom && <PlacedFrom unit={of.placedFrom} />}
        {asks && <Longer of={of} last={day} value={longer} onChange={setLonger} />}
      </Form>
    </Dialog>
  )
}
