/** The draft of a unit that has ended goes over to a plan of what came of the unit, and lines go back where they came from; after a question. */
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
import { listPlans } from '../../plan/ui/calls.ts'
import { type PlanAnswer, pathOf } from '../../plan/ui/plan.ts'
import { carryOver } from './calls.ts'

export function CarryOver({ of }: { of: PlanAnswer }) {
  const [asking, setAsking] = useState<Way | null>(null)
  if (of.amends || !of.can.includes('draft')) return null
  const after = of.ended?.after ?? []
  return (
    <>
      {after.length > 0 && (
        <Button onClick={() => setAsking('over')}>
          {say({ vi: 'Chuyển sang kế hoạch của đơn vị kế thừa', en: 'Carry over to the successor' })}
        </Button>
      )}
      {of.before.length > 0 && (
        <Button onClick={() => setAsking('back')}>
          {say({ vi: 'Trả dòng về đơn vị trước', en: 'Give lines back to the unit before' })}
        </Button>
      )}
      {asking && (
        <CarryOverDialog
          of={of}
          way={asking}
          units={asking === 'over' ? after : of.before}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}

/** To what came of the unit, or back to the unit from which lines came. */
type Way = 'over' | 'back'
type Props = {
  readonly of: PlanAnswer
  readonly way: Way
  readonly units: PlanAnswer['before']
  readonly onClose: () => void
}
const words = {
  over: {
    title: { vi: 'Chuyển sang đơn vị kế thừa', en: 'Carry over to the successor' },
    unit: { vi: 'Đơn vị kế thừa', en: 'Successor' },
    choose: { vi: 'Chọn đơn vị kế thừa.', en: 'Choose the successor.' },
    deed: { vi: 'Chuyển', en: 'Carry over' },
    what: {
      vi: 'Chuyển {n} dòng, kinh phí và tên người học của “{name}”? Bản thảo này sẽ bị bỏ; đã có ý kiến góp ý thì ở lại, không còn tên.',
      en: 'Carry {n} {n:line|lines}, the money and the names of “{name}” over? This draft is dropped; with comments it stays, without names.',
    },
  },
  back: {
    title: { vi: 'Trả dòng về đơn vị trước', en: 'Give lines back to the unit before' },
    unit: { vi: 'Đơn vị trước', en: 'Unit before' },
    choose: { vi: 'Chọn đơn vị trước.', en: 'Choose the unit before.' },
    deed: { vi: 'Trả về', en: 'Give back' },
    what: {
      vi: 'Các dòng đã chuyển từ đơn vị ấy sang “{name}” trở về kế hoạch của đơn vị ấy, với kinh phí, tên người học và những gì đã sửa. Dòng viết thêm ở đây đi theo đơn vị trả sau cùng; khi không còn dòng nào, bản thảo này bị bỏ.',
      en: 'The lines of “{name}” that came from that unit go back into a plan of it, with money, names and what was changed since. Lines added here go with the last unit; when no line is left, this draft is dropped.',
    },
  },
} as const
const anew = 'new'

function CarryOverDialog({ of, way, units, onClose }: Props) {
  const saying = words[way]
  const { trainingPlanId, edits, year } = of
  const draft = useDraft('plans.carryOver', `${trainingPlanId} ${way}`)
  const [areaId, setAreaId] = useTyped<AreaId | null>(draft, 'areaId', (units.length === 1 && units[0]?.areaId) || null)
  const [into, setInto] = useTyped<TrainingPlanId | typeof anew>(draft, 'into', anew)
  const made = useMade(draft, 'intoId', () => newId<'training_plan'>() as TrainingPlanId)
  const read = useRead(listPlans, areaId ? { year, state: 'drafted', areaId } : null)
  const { rows = [], total = 0 } = read.data ?? {}
  const drafts = rows.filter((row) => row.amendment === 0)
  const carrying = useChange(carryOver, { draft, refresh: [] })
  const { route } = useLocation()
  const to = useTo()
  const intoId = into === anew ? made : into
  const whyNot = areaId ? null : saying.choose
  const carry = async () => {
    if (areaId && (await carrying.run({ trainingPlanId, areaId, intoId, edits }))) route(to(pathOf(intoId)))
  }
  return (
    <Dialog title={saying.title} onClose={onClose}>
      <ProblemNote of={read.problem} again={read.again} />
      <Form
        onSubmit={carry}
        draft={draft}
        problem={carrying.problem}
        actions={
          <Button look="primary" submit pending={carrying.pending} whyNot={whyNot}>
            {say(saying.deed)}
          </Button>
        }
      >
        <p>{say(saying.what, { n: showNumber(of.lines), name: of.name })}</p>
        <ChoiceField<AreaId>
          at="areaId"
          label={saying.unit}
          required
          choices={units.map((one) => ({ value: one.areaId, label: { vi: one.name, en: one.name } }))}
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
