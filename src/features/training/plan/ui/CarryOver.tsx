/** The draft of a unit that has ended goes over to a plan of what came of the unit, after a question. */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { AreaId, TrainingPlanId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { carryOver, listPlans } from './calls.ts'
import { type PlanAnswer, pathOf } from './plan.ts'

export function CarryOver({ of }: { of: PlanAnswer }) {
  const [asking, setAsking] = useState(false)
  if (!of.ended || of.ended.after.length === 0 || of.amends || !of.can.includes('draft')) return null
  return (
    <>
      <Button onClick={() => setAsking(true)}>
        {say({ vi: 'Chuyển sang kế hoạch của đơn vị kế thừa', en: 'Carry over to the successor' })}
      </Button>
      {asking && <CarryOverDialog of={of} after={of.ended.after} onClose={() => setAsking(false)} />}
    </>
  )
}

type Props = {
  readonly of: PlanAnswer
  readonly after: NonNullable<PlanAnswer['ended']>['after']
  readonly onClose: () => void
}
const anew = 'new'

function CarryOverDialog({ of, after, onClose }: Props) {
  const { trainingPlanId, edits, year } = of
  const draft = useDraft('plans.carryOver', trainingPlanId)
  const [areaId, setAreaId] = useTyped<AreaId | null>(draft, 'areaId', (after.length === 1 && after[0]?.areaId) || null)
  const [into, setInto] = useTyped<TrainingPlanId | typeof anew>(draft, 'into', anew)
  const made = useMade(draft, 'intoId', () => newId<'training_plan'>() as TrainingPlanId)
  const read = useRead(listPlans, areaId ? { year, state: 'drafted', areaId } : null)
  const { rows = [], total = 0 } = read.data ?? {}
  const drafts = rows.filter((row) => row.amendment === 0)
  const carrying = useChange(carryOver, { draft, refresh: [] })
  const { route } = useLocation()
  const to = useTo()
  const intoId = into === anew ? made : into
  const whyNot = areaId ? null : { vi: 'Chọn đơn vị kế thừa.', en: 'Choose the successor.' }
  const carry = async () => {
    if (areaId && (await carrying.run({ trainingPlanId, areaId, intoId, edits }))) route(to(pathOf(intoId)))
  }
  return (
    <Dialog title={{ vi: 'Chuyển sang đơn vị kế thừa', en: 'Carry over to the successor' }} onClose={onClose}>
      <ProblemNote of={read.problem} again={read.again} />
      <Form
        onSubmit={carry}
        draft={draft}
        problem={carrying.problem}
        actions={
          <Button look="primary" submit pending={carrying.pending} whyNot={whyNot}>
            {say({ vi: 'Chuyển', en: 'Carry over' })}
          </Button>
        }
      >
        <p>
          {say(
            {
              vi: 'Chuyển {n} dòng, kinh phí và tên người học của “{name}”? Bản thảo này sẽ bị bỏ; đã có ý kiến góp ý thì ở lại, không còn tên.',
              en: 'Carry {n} {n:line|lines}, the money and the names of “{name}” over? This draft is dropped; with comments it stays, without names.',
            },
            { n: showNumber(of.lines), name: of.name },
          )}
        </p>
        <ChoiceField<AreaId>
          at="areaId"
          label={{ vi: 'Đơn vị kế thừa', en: 'Successor' }}
          required
          choices={after.map((one) => ({ value: one.areaId, label: { vi: one.name, en: one.name } }))}
          value={areaId}
          onChange={(next) => {
            setAreaId(next)
            setInto(anew)
          }}
        />
        <ChoiceField<TrainingPlanId | typeof anew>
          at="intoId"
          label={{ vi: 'Vào', en: 'Into' }}
          required
          choices={[
            { value: anew, label: { vi: 'Kế hoạch mới, cùng tên', en: 'A new plan of the same name' } },
            ...drafts.map(({ trainingPlanId: value, name }) => ({ value, label: { vi: name, en: name } })),
          ]}
          {...(total > rows.length && {
            hint: {
              vi: `Đơn vị có ${showNumber(total)} bản thảo của năm; ở đây là ${showNumber(rows.length)} bản đầu.`,
              en: `The unit has ${showNumber(total)} drafts of the year; here are the first ${showNumber(rows.length)}.`,
            },
          })}
          value={into}
          onChange={setInto}
        />
      </Form>
    </Dialog>
  )
}
