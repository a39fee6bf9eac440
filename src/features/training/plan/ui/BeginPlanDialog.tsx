import { useLocation } from 'preact-iso'
import { AreaPicker } from '#features/areas/ui/AreaPicker.tsx'
import { yearOf } from '#kernel/dates.ts'
import type { AreaId, TrainingPlanId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { yearOf as readYear, yearFault } from '../../programmes/ui/programme.ts'
import { beginPlan } from './calls.ts'
import { PlanFields } from './PlanFields.tsx'
import { emptyPlan, type PlanAnswer, pathOf, sentOf, type TypedPlan, typedOf } from './plan.ts'

type Props = {
  readonly areaId: AreaId | null
  readonly areaName: string
  readonly under?: PlanAnswer
  readonly onClose: () => void
}

/** A draft of a unit for a year, without lines yet. */
export function BeginPlanDialog({ areaId, areaName, under, onClose }: Props) {
  const draft = useDraft('plans.begin', under?.trainingPlanId ?? areaId ?? 'nowhere')
  const [typed, setTyped] = useTyped<TypedPlan>(draft, 'plan', () =>
    under ? { ...typedOf(under), name: '', note: '', reason: '', purpose: '', execution: '' } : emptyPlan,
  )
  const [area, setArea] = useTyped<{ areaId: AreaId | null; name: string }>(draft, 'area', { areaId, name: areaName })
  const [year, setYear] = useTyped(draft, 'year', () => String(under?.year ?? yearOf(today()) + 1))
  const trainingPlanId = useMade(draft, 'trainingPlanId', () => newId<'training_plan'>() as TrainingPlanId)
  const beginning = useChange(beginPlan, { draft })
  const { route } = useLocation()
  const to = useTo()
  const [sent, read] = [sentOf(typed), readYear(year)]
  const ready = sent && area.areaId && typeof read === 'number'
  const whyNot = ready
    ? null
    : {
        vi: 'Cần đơn vị, năm, tên, chương trình; sĩ số đi cùng văn bản quy định.',
        en: 'Unit, year, name and programme are needed; a size of class with its text.',
      }
  const begin = async () => {
    if (!sent || !area.areaId || typeof read !== 'number') return
    const { reason: _none, ...said } = sent
    if (
      await beginning.run({
        trainingPlanId,
        areaId: area.areaId,
        year: read,
        parentId: under?.trainingPlanId ?? null,
        ...said,
      })
    )
      route(to(pathOf(trainingPlanId)))
  }
  return (
    <Dialog title={{ vi: 'Lập kế hoạch đào tạo', en: 'Draft a plan of training' }} onClose={onClose}>
      <Form
        onSubmit={begin}
        draft={draft}
        problem={beginning.problem}
        actions={
          <Button look="primary" submit pending={beginning.pending} whyNot={whyNot}>
            {say({ vi: 'Bắt đầu lập', en: 'Begin' })}
          </Button>
        }
      >
        {under && <p>{say({ vi: 'Thực hiện: {name}', en: 'Under: {name}' }, { name: under.name })}</p>}
        <AreaPicker
          at="areaId"
          label={{ vi: 'Đơn vị lập', en: 'Unit that plans' }}
          required
          day={today()}
          chosen={area.name || null}
          onChoose={(chosen, name) => setArea({ areaId: chosen, name })}
        />
        <TextField
          at="year"
          label={{ vi: 'Năm', en: 'Year' }}
          required
          digits
          maxLength={4}
          fault={yearFault(year)}
          value={year}
          onChange={setYear}
        />
        <PlanFields of={typed} onChange={setTyped} />
      </Form>
    </Dialog>
  )
}
