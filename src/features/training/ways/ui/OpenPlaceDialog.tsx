import { AreaPicker } from '#features/areas/ui/AreaPicker.tsx'
import { findPlainDate } from '#kernel/dates.ts'
import type { AreaId, ClassPlaceId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { openPlace } from './calls.ts'

type Unit = { readonly areaId: AreaId; readonly name: string }

/** A unit that may hold classes, from a day on. */
export function OpenPlaceDialog({ under, onClose }: { under: AreaId; onClose: () => void }) {
  const draft = useDraft('ways.openPlace', under)
  const [unit, setUnit] = useTyped<Unit | null>(draft, 'unit', null)
  const [hall, setHall] = useTyped(draft, 'hall', '')
  const [from, setFrom] = useTyped<string | null>(draft, 'from', () => today())
  const classPlaceId = useMade(draft, 'classPlaceId', () => newId<'class_place'>() as ClassPlaceId)
  const opening = useChange(openPlace, { draft })
  const day = findPlainDate(from ?? '')
  const open = async () => {
    if (unit && day && (await opening.run({ classPlaceId, areaId: unit.areaId, hall: hall.trim(), from: day })))
      onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi nơi mở lớp', en: 'Enter a place of classes' }} onClose={onClose}>
      <Form
        onSubmit={open}
        draft={draft}
        problem={opening.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={opening.pending}
            whyNot={unit && day ? null : { vi: 'Cần đơn vị và ngày.', en: 'Unit and day are needed.' }}
          >
            {say({ vi: 'Ghi nơi mở lớp', en: 'Enter' })}
          </Button>
        }
      >
        <AreaPicker
          at="areaId"
          label={{ vi: 'Đơn vị', en: 'Unit' }}
          required
          day={today()}
          under={under}
          chosen={unit?.name ?? null}
          onChoose={(areaId, name) => setUnit({ areaId, name })}
        />
        <TextField at="hall" label={{ vi: 'Hội trường', en: 'Hall' }} maxLength={200} value={hall} onChange={setHall} />
        <DayField at="from" label={{ vi: 'Từ ngày', en: 'From' }} required value={from} onChange={setFrom} />
      </Form>
    </Dialog>
  )
}
