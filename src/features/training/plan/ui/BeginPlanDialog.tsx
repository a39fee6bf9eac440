import { useLocation } from 'preact-iso'
import { AreaPicker } from '#features/areas/ui/AreaPicker.tsx'
import { yearOf } from '#kernel/dates.ts'
import type { AreaId, ProgrammeId, TrainingPlanId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { yearOf as readYear, yearFault } from '../../programmes/ui/programme.ts'
import type { ProposedLine } from '../model.ts'
import { carryingName } from '../rules/lines.ts'
import { beginPlan } from './calls.ts'
import { PlanFields } from './PlanFields.tsx'
import { emptyPlan, type PlanAnswer, pathOf, sentOf, type TypedPlan, typedOf } from './plan.ts'

/** A proposal whose classes go into the plan: of its unit and year. */
export type FromProposal = {
  readonly year: number
  readonly programme: { readonly programmeId: ProgrammeId; readonly name: string; readonly by: Words } | null
  readonly classes: number
  readonly lines: readonly ProposedLine[]
  readonly onBegun: () => void
}
type Props = {
  readonly areaId: AreaId | null
  readonly areaName: string
  readonly under?: PlanAnswer
  readonly from?: FromProposal
  readonly onClose: () => void
}

/** What is known of a plan before anybody types. */
type Known = { readonly under: PlanAnswer | undefined; readonly from: FromProposal | undefined }
function firstTyped({ under, from }: Known): TypedPlan {
  if (under)
    return { ...typedOf(under), name: carryingName(under.name), note: '', reason: '', purpose: '', execution: '' }
  if (!from) return emptyPlan
  const { programmeId = null, name: programmeName = '' } = from.programme ?? {}
  return { ...emptyPlan, name: `Kế hoạch đào tạo, bồi dưỡng năm ${from.year}`, programmeId, programmeName }
}

/** A draft of a unit for a year, without lines yet. */
export function BeginPlanDialog({ areaId, areaName, under, from, onClose }: Props) {
  const of = under?.trainingPlanId ?? areaId ?? 'nowhere'
  const draft = useDraft('plans.begin', from ? `${of} ${from.year}` : of)
  const [typed, setTyped] = useTyped<TypedPlan>(draft, 'plan', () => firstTyped({ under, from }))
  const [area, setArea] = useTyped<{ areaId: AreaId | null; name: string }>(draft, 'area', { areaId, name: areaName })
  const [year, setYear] = useTyped(draft, 'year', () => String(from?.year ?? under?.year ?? yearOf(today()) + 1))
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
        ...(from && { lines: [...from.lines] }),
      })
    ) {
      from?.onBegun()
      route(to(pathOf(trainingPlanId)))
    }
  }
  return (
    <Dialog title={{ vi: 'Lập kế hoạch đào tạo', en: 'Draft a plan of training' }} onClose={onClose}>
      <Form
        onSubmit={begin}
        draft={draft}
        problem={beginning.problem}
        actions={
          <Button look="primary" submit pending={beginning.pending} whyNot={whyNot}>
            {from
              ? say(
                  { vi: 'Lập và đưa {n} lớp vào', en: 'Begin with {n} {n:class|classes}' },
                  { n: showNumber(from.classes) },
                )
              : say({ vi: 'Bắt đầu lập', en: 'Begin' })}
          </Button>
        }
      >
        {under && <p>{say({ vi: 'Thực hiện: {name}', en: 'Under: {name}' }, { name: under.name })}</p>}
        {from ? (
          <p>{`${say({ vi: 'Đơn vị lập, năm', en: 'Unit, year' })}: ${areaName}, ${from.year}`}</p>
        ) : (
          <>
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
          </>
        )}
        <PlanFields of={typed} suggested={from?.programme ?? null} onChange={setTyped} />
      </Form>
    </Dialog>
  )
}
