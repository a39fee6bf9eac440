import { useLocation } from 'preact-iso'
import { AreaPicker } from '#features/areas/ui/AreaPicker.tsx'
import { yearOf } from '#kernel/dates.ts'
import type { AreaId, TrainingClassId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { ClassFields } from './ClassFields.tsx'
import { planClass } from './calls.ts'
import { classLacks, classPath, classSent, noClass, type TypedClass } from './class.ts'

type Unit = { readonly areaId: AreaId; readonly name: string }

/** A class is planned, most often as a line of the unit's plan says; its sessions come next, on its page. */
export function PlanClassDialog({ of, onClose }: { of: Unit; onClose: () => void }) {
  const draft = useDraft('classes.plan', of.areaId)
  const [unit, setUnit] = useTyped<Unit>(draft, 'unit', of)
  const [typed, setTyped] = useTyped<TypedClass>(draft, 'class', () => noClass(yearOf(today())))
  const trainingClassId = useMade(draft, 'trainingClassId', () => newId<'training_class'>() as TrainingClassId)
  const planning = useChange(planClass, { draft })
  const { route } = useLocation()
  const to = useTo()
  const sent = classSent(typed)
  const plan = async () => {
    if (!sent || !(await planning.run({ trainingClassId, areaId: unit.areaId, ...sent }))) return
    onClose()
    route(to(classPath(trainingClassId)))
  }
  return (
    <Dialog title={{ vi: 'Lập lớp', en: 'Plan a class' }} onClose={onClose}>
      <Form
        onSubmit={plan}
        draft={draft}
        problem={planning.problem}
        actions={
          <Button look="primary" submit pending={planning.pending} whyNot={sent ? null : classLacks}>
            {say({ vi: 'Lập lớp', en: 'Plan' })}
          </Button>
        }
      >
        <AreaPicker
          at="areaId"
          label={{ vi: 'Đơn vị tổ chức', en: 'Held by' }}
          required
          day={today()}
          under={of.areaId}
          chosen={unit.name}
          onChoose={(areaId, name) => {
            setUnit({ areaId, name })
            setTyped({ ...typed, planLineId: null })
          }}
        />
        <ClassFields areaId={unit.areaId} of={typed} onChange={setTyped} />
      </Form>
    </Dialog>
  )
}
