import { findPlainDate } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { kindSaid } from '../model.ts'
import { endTarget } from './calls.ts'
import type { SetLine } from './typed.ts'

/** It is no longer aimed at: the last day, and why. */
export function EndTargetDialog({ of, onClose }: { of: SetLine; onClose: () => void }) {
  const { moveTargetId, year, kind } = of
  const draft = useDraft('targets.end', moveTargetId)
  const [last, setLast] = useTyped<string | null>(draft, 'last', null)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const ending = useChange(endTarget, { draft })
  const day = findPlainDate(last ?? '')
  const whyNot = day && because.trim() ? null : { vi: 'Cần ngày cuối và lý do.', en: 'Last day and reason are needed.' }
  const end = async () => {
    if (day && !whyNot && (await ending.run({ moveTargetId, last: day, because: because.trim() }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Thôi áp dụng chỉ tiêu', en: 'End the target' }} onClose={onClose}>
      <p>
        {year}: {say(kindSaid(kind))}
      </p>
      <Form
        onSubmit={end}
        draft={draft}
        problem={ending.problem}
        actions={
          <Button look="danger" submit pending={ending.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi thôi áp dụng', en: 'Record the end' })}
          </Button>
        }
      >
        <DayField
          at="last"
          label={{ vi: 'Ngày cuối áp dụng', en: 'Last day' }}
          required
          value={last}
          onChange={setLast}
        />
        <TextField
          at="because"
          label={{ vi: 'Lý do', en: 'Reason' }}
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
