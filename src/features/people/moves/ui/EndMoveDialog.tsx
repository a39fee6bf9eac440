import { findPlainDate, type PlainDate, showDate } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import type { Move } from '../model.ts'
import { correctMoveEnd, endMove } from './calls.ts'

type After = 'leaves' | 'stays'
const afters = [
  { value: 'leaves', label: { vi: 'Thôi giữ từ sau ngày ấy', en: 'Ends with that day' } },
  { value: 'stays', label: { vi: 'Vẫn giữ: ở lại công tác', en: 'Goes on: the person stays' } },
] as const

type Ended = { readonly last: string | null; readonly after: After | null; readonly outcome: string }
const needed = {
  vi: 'Cần ngày cuối, thôi hay ở lại nơi đến, và kết quả.',
  en: 'Last day, whether the post there ends, and the outcome are needed.',
}

const labels: Readonly<Record<string, Words>> = {
  last: { vi: 'Ngày cuối của đợt', en: 'Last day of the move' },
  stays: { vi: 'Chức danh ở nơi đến', en: 'The post there' },
  outcome: { vi: 'Kết quả', en: 'What came of it' },
}
const endWords: FieldWords = {
  label: (field) => labels[field] ?? { vi: field, en: field },
  show: (field, value) =>
    field === 'last'
      ? value
        ? showDate(value as PlainDate)
        : ''
      : field === 'stays'
        ? say(afters[value ? 1 : 0].label)
        : String(value ?? ''),
}

/** Back, and what came of it. */
export function EndMoveDialog({ of, onClose }: { of: Move; onClose: () => void }) {
  const draft = useDraft('moves.end', of.moveId)
  const [ended, setEnded] = useTyped<Ended>(draft, 'ended', {
    ...{ last: of.last, after: of.last ? 'leaves' : null, outcome: '' },
  })
  const ending = useChange(endMove, { draft })
  const day = findPlainDate(ended.last ?? '')
  const [outcome, stays] = [ended.outcome.trim(), ended.after === 'stays']
  const end = async () => {
    if (day && (await ending.run({ moveId: of.moveId, last: day, outcome, stays }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Kết thúc luân chuyển, biệt phái', en: 'End the move' }} onClose={onClose}>
      <Where of={of} />
      <Form
        onSubmit={end}
        draft={draft}
        problem={ending.problem}
        actions={
          <Button look="primary" submit pending={ending.pending} whyNot={day && ended.after && outcome ? null : needed}>
            {say({ vi: 'Ghi kết thúc', en: 'Record the end' })}
          </Button>
        }
      >
        <EndFields of={ended} onChange={setEnded} />
      </Form>
    </Dialog>
  )
}

/** An end that was written wrongly: another day, another outcome, or the person stayed after all. */
export function CorrectMoveEndDialog({ of, onClose }: { of: Move; onClose: () => void }) {
  const draft = useDraft('moves.correctEnd', of.moveId)
  const was = useSeen(draft, 'was', { last: of.last, outcome: of.outcome, stays: of.stays })
  const [ended, setEnded] = useTyped<Ended>(draft, 'ended', {
    ...{ last: of.last, after: of.stays ? 'stays' : 'leaves', outcome: of.outcome ?? '' },
  })
  const [because, setBecause] = useTyped(draft, 'because', '')
  const correcting = useEdit(useChange(correctMoveEnd, { draft }))
  const day = findPlainDate(ended.last ?? '')
  const [outcome, stays, why] = [ended.outcome.trim(), ended.after === 'stays', because.trim()]
  const is = day && ended.after && outcome ? { last: day, outcome, stays } : null
  const isSame = is !== null && Object.keys(changesOf(was, is)).length === 0
  return (
    <Dialog title={{ vi: 'Sửa kết thúc luân chuyển, biệt phái', en: 'Correct the end of the move' }} onClose={onClose}>
      <Where of={of} />
      <p>
        {say({
          vi: 'Chức danh ở nơi đến theo kết thúc đã sửa; điều ghi trước đây vẫn ở nhật ký.',
          en: 'The post there follows the corrected end; what was written before stays in the audit.',
        })}
      </p>
      <EditForm
        draft={draft}
        of={correcting}
        changes={is && why && !isSame ? is : null}
        lacking={
          isSame
            ? { vi: 'Chưa sửa gì.', en: 'Nothing is changed.' }
            : { vi: `${needed.vi} Cần cả lý do sửa.`, en: `${needed.en} So is why it is corrected.` }
        }
        send={async () => (is ? correcting.run({ moveId: of.moveId, ...is, because: why, was }) : null)}
        about={of.name}
        words={endWords}
        deed={{ vi: 'Ghi lại', en: 'Correct' }}
        onDone={onClose}
      >
        <EndFields of={ended} onChange={setEnded} />
        <TextField
          label={{ vi: 'Vì sao sửa', en: 'Why it is corrected' }}
          at="because"
          required
          lines={2}
          maxLength={500}
          value={because}
          onChange={setBecause}
        />
      </EditForm>
    </Dialog>
  )
}

const Where = ({ of }: { of: Move }) => (
  <p>
    {say(of.to.said)}, {of.to.areaName}
  </p>
)

const EndFields = ({ of, onChange }: { of: Ended; onChange: (of: Ended) => void }) => (
  <>
    <DayField
      label={labels.last as Words}
      at="last"
      required
      value={of.last}
      onChange={(last) => onChange({ ...of, last })}
    />
    <ChoiceField<After>
      as="select"
      label={labels.stays as Words}
      at="stays"
      required
      choices={afters}
      value={of.after}
      onChange={(after) => onChange({ ...of, after })}
    />
    <TextField
      label={labels.outcome as Words}
      at="outcome"
      hint={{
        vi: 'Như: về đơn vị cũ, được bổ nhiệm, ở lại công tác.',
        en: 'Such as: came back, was promoted, stays.',
      }}
      required
      lines={2}
      maxLength={1000}
      value={of.outcome}
      onChange={(outcome) => onChange({ ...of, outcome })}
    />
  </>
)
