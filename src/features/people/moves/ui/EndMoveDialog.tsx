import { findPlainDate } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type { Move } from '../model.ts'
import { endMove } from './calls.ts'

type After = 'leaves' | 'stays'
const afters = [
  { value: 'leaves', label: { vi: 'Thôi giữ từ sau ngày ấy', en: 'Ends with that day' } },
  { value: 'stays', label: { vi: 'Vẫn giữ: ở lại công tác', en: 'Goes on: the person stays' } },
] as const

/** Back, and what came of it. */
export function EndMoveDialog({ of, onClose }: { of: Move; onClose: () => void }) {
  const draft = useDraft('moves.end', of.moveId)
  const [last, setLast] = useTyped<string | null>(draft, 'last', of.last)
  const [outcome, setOutcome] = useTyped(draft, 'outcome', '')
  const [after, setAfter] = useTyped<After | null>(draft, 'after', of.last ? 'leaves' : null)
  const ending = useChange(endMove, { draft })
  const day = findPlainDate(last ?? '')
  const whyNot =
    day && after && outcome.trim()
      ? null
      : {
          vi: 'Cần ngày cuối, thôi hay ở lại nơi đến, và kết quả.',
          en: 'Last day, whether the post there ends, and the outcome are needed.',
        }
  const end = async () => {
    const stays = after === 'stays'
    if (day && (await ending.run({ moveId: of.moveId, last: day, outcome: outcome.trim(), stays }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Kết thúc luân chuyển, biệt phái', en: 'End the move' }} onClose={onClose}>
      <p>
        {say(of.to.said)}, {of.to.areaName}
      </p>
      <Form
        onSubmit={end}
        draft={draft}
        problem={ending.problem}
        actions={
          <Button look="primary" submit pending={ending.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi kết thúc', en: 'Record the end' })}
          </Button>
        }
      >
        <DayField
          label={{ vi: 'Ngày cuối của đợt', en: 'Last day of the move' }}
          at="last"
          required
          value={last}
          onChange={setLast}
        />
        <ChoiceField<After>
          as="select"
          label={{ vi: 'Chức danh ở nơi đến', en: 'The post there' }}
          at="stays"
          required
          choices={afters}
          value={after}
          onChange={setAfter}
        />
        <TextField
          label={{ vi: 'Kết quả', en: 'What came of it' }}
          at="outcome"
          hint={{
            vi: 'Như: về đơn vị cũ, được bổ nhiệm, ở lại công tác.',
            en: 'Such as: came back, was promoted, stays.',
          }}
          required
          lines={2}
          maxLength={1000}
          value={outcome}
          onChange={setOutcome}
        />
      </Form>
    </Dialog>
  )
}
