import { findPlainDate } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type { Place } from '../model.ts'
import { closePlace } from './calls.ts'

/** It holds no more classes: the last day, and why. */
export function ClosePlaceDialog({ of, onClose }: { of: Place; onClose: () => void }) {
  const { classPlaceId, areaName } = of
  const draft = useDraft('ways.closePlace', classPlaceId)
  const [last, setLast] = useTyped<string | null>(draft, 'last', null)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const closing = useChange(closePlace, { draft })
  const day = findPlainDate(last ?? '')
  const whyNot = day && because.trim() ? null : { vi: 'Cần ngày cuối và lý do.', en: 'Last day and reason are needed.' }
  const close = async () => {
    if (day && !whyNot && (await closing.run({ classPlaceId, last: day, because: because.trim() }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Thôi mở lớp ở đây', en: 'No more classes here' }} onClose={onClose}>
      <p>{areaName}</p>
      <Form
        onSubmit={close}
        draft={draft}
        problem={closing.problem}
        actions={
          <Button look="danger" submit pending={closing.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi thôi mở lớp', en: 'Record the end' })}
          </Button>
        }
      >
        <DayField at="last" label={{ vi: 'Ngày cuối', en: 'Last day' }} required value={last} onChange={setLast} />
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
