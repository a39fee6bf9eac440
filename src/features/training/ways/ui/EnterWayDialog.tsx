import { AreaPicker } from '#features/areas/ui/AreaPicker.tsx'
import type { AreaId, TrainingWayId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { say } from '#platform/web/language.ts'
import type { Place } from '../model.ts'
import { enterWay } from './calls.ts'

type Props = { readonly under: AreaId; readonly places: readonly Place[]; readonly onClose: () => void }
type Unit = { readonly areaId: AreaId; readonly name: string }

/** How far it is by road from a unit to a place of classes. */
export function EnterWayDialog({ under, places, onClose }: Props) {
  const draft = useDraft('ways.enter', under)
  const [from, setFrom] = useTyped<Unit | null>(draft, 'from', null)
  const [toId, setToId] = useTyped<AreaId | null>(draft, 'toId', null)
  const [km, setKm] = useTyped<number | null>(draft, 'km', null)
  const trainingWayId = useMade(draft, 'trainingWayId', () => newId<'training_way'>() as TrainingWayId)
  const entering = useChange(enterWay, { draft })
  const enter = async () => {
    if (from && toId && km && (await entering.run({ trainingWayId, fromId: from.areaId, toId, km }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi đường đến nơi mở lớp', en: 'Enter a way' }} onClose={onClose}>
      <Form
        onSubmit={enter}
        draft={draft}
        problem={entering.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={entering.pending}
            whyNot={
              from && toId && km ? null : { vi: 'Cần xã, nơi mở lớp, số km.', en: 'Unit, place and km are needed.' }
            }
          >
            {say({ vi: 'Ghi đường', en: 'Enter' })}
          </Button>
        }
      >
        <AreaPicker
          at="fromId"
          label={{ vi: 'Từ xã', en: 'From' }}
          required
          day={today()}
          under={under}
          chosen={from?.name ?? null}
          onChoose={(areaId, name) => setFrom({ areaId, name })}
        />
        <ChoiceField<AreaId>
          as="select"
          at="toId"
          label={{ vi: 'Đến nơi mở lớp', en: 'To a place of classes' }}
          hint={places.length > 0 ? undefined : { vi: 'Ghi nơi mở lớp trước.', en: 'Enter a place of classes first.' }}
          required
          choices={places.map(({ areaId: value, areaName }) => ({ value, label: areaName }))}
          value={toId}
          onChange={setToId}
        />
        <NumberField
          at="km"
          label={{ vi: 'Số km đường bộ', en: 'Km by road' }}
          hint={{ vi: 'Làm tròn; đường đi và đường về như nhau', en: 'Rounded; the same there and back' }}
          required
          min={1}
          max={1000}
          value={km}
          onChange={setKm}
        />
      </Form>
    </Dialog>
  )
}
