import { findPlainDate, yearOf } from '#kernel/dates.ts'
import type { AreaId, MoveTargetId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { setTarget } from './calls.ts'
import { TargetFields } from './TargetFields.tsx'
import { sentOf, type TypedTarget, targetOf } from './typed.ts'

/** What is aimed at in a year, from a day on; a number that changes is set anew. */
export function SetTargetDialog({ areaId, onClose }: { areaId: AreaId; onClose: () => void }) {
  const draft = useDraft('targets.set', areaId)
  const [typed, setTyped] = useTyped<TypedTarget>(draft, 'target', () => targetOf(yearOf(today())))
  const [from, setFrom] = useTyped<string | null>(draft, 'from', null)
  const moveTargetId = useMade(draft, 'moveTargetId', () => newId<'move_target'>() as MoveTargetId)
  const setting = useChange(setTarget, { draft })
  const sent = sentOf(typed)
  const day = findPlainDate(from ?? '')
  const whyNot =
    sent && day
      ? null
      : {
          vi: 'Cần năm, số người, ngày áp dụng, căn cứ và độ tin cậy.',
          en: 'Year, people, first day, basis and how sure it is are needed.',
        }
  const set = async () => {
    if (sent && day && (await setting.run({ areaId, moveTargetId, ...sent, from: day }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi chỉ tiêu', en: 'Set a target' }} onClose={onClose}>
      <p>
        {say({
          vi: 'Số người được luân chuyển, biệt phái đến nơi đặc biệt khó khăn trong năm. Chỉ tiêu trước của cùng năm, cùng hình thức hết vào ngày áp dụng.',
          en: 'People moved into especially difficult units in the year. A target of the same year and kind ends on the first day of this one.',
        })}
      </p>
      <Form
        onSubmit={set}
        draft={draft}
        problem={setting.problem}
        actions={
          <Button look="primary" submit pending={setting.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi chỉ tiêu', en: 'Set' })}
          </Button>
        }
      >
        <TargetFields of={typed} onChange={setTyped} />
        <DayField at="from" label={{ vi: 'Áp dụng từ ngày', en: 'From' }} required value={from} onChange={setFrom} />
      </Form>
    </Dialog>
  )
}
