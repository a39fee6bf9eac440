import { AreaPicker } from '#features/areas/ui/AreaPicker.tsx'
import { findPlainDate } from '#kernel/dates.ts'
import type { AreaId, ClassHallId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { enterHall } from './calls.ts'
import { HallFields } from './HallFields.tsx'
import { hallSent, noHall, type TypedHall } from './hall.ts'

type Unit = { readonly areaId: AreaId; readonly name: string }

/** A hall of a unit, from a day on. */
export function EnterHallDialog({ of, onClose }: { of: Unit; onClose: () => void }) {
  const draft = useDraft('halls.enter', of.areaId)
  const [unit, setUnit] = useTyped<Unit>(draft, 'unit', of)
  const [typed, setTyped] = useTyped<TypedHall>(draft, 'hall', noHall)
  const [from, setFrom] = useTyped<string | null>(draft, 'from', () => today())
  const classHallId = useMade(draft, 'classHallId', () => newId<'class_hall'>() as ClassHallId)
  const entering = useChange(enterHall, { draft })
  const day = findPlainDate(from ?? '')
  const said = hallSent(typed)
  const enter = async () => {
    if (said && day && (await entering.run({ classHallId, areaId: unit.areaId, ...said, from: day }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi hội trường, phòng học', en: 'Enter a hall or room' }} onClose={onClose}>
      <Form
        onSubmit={enter}
        draft={draft}
        problem={entering.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={entering.pending}
            whyNot={said && day ? null : { vi: 'Cần tên, số chỗ ngồi và ngày.', en: 'Name, seats and day are needed.' }}
          >
            {say({ vi: 'Ghi hội trường', en: 'Enter' })}
          </Button>
        }
      >
        <AreaPicker
          at="areaId"
          label={{ vi: 'Của đơn vị', en: 'Of the unit' }}
          required
          day={today()}
          under={of.areaId}
          chosen={unit.name}
          onChoose={(areaId, name) => setUnit({ areaId, name })}
        />
        <HallFields of={typed} onChange={setTyped} />
        <DayField
          at="from"
          label={{ vi: 'Dùng từ ngày', en: 'In use from' }}
          required
          value={from}
          onChange={setFrom}
        />
      </Form>
    </Dialog>
  )
}
