import { AreaPicker } from '#features/areas/ui/AreaPicker.tsx'
import type { AreaId, ProgrammeGoalId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type { FactMark } from '../model.ts'
import { addGoal } from './calls.ts'
import { markChoices, type ProgrammeAnswer, yearFault, yearOf } from './programme.ts'

/** A goal for a unit and a year, open until a decision says that it is met. */
export function GoalDialog({ of, onClose }: { of: ProgrammeAnswer; onClose: () => void }) {
  const { programmeId } = of
  const draft = useDraft('programmes.goal', programmeId)
  const [says, setSays] = useTyped(draft, 'says', '')
  const [area, setArea] = useTyped<{ areaId: AreaId; name: string }>(draft, 'area', {
    areaId: of.areaId,
    name: of.areaName,
  })
  const [year, setYear] = useTyped(draft, 'year', '')
  const [mark, setMark] = useTyped<FactMark | null>(draft, 'mark', null)
  const programmeGoalId = useMade(draft, 'programmeGoalId', () => newId<'programme_goal'>() as ProgrammeGoalId)
  const adding = useChange(addGoal, { draft })
  const read = yearOf(year)
  const whyNot =
    says.trim() && mark && read !== 'unread'
      ? null
      : { vi: 'Ghi mục tiêu, năm gồm 4 chữ số, độ tin cậy.', en: 'Say the goal, a year of 4 figures, how sure it is.' }
  const add = async () => {
    if (whyNot || read === 'unread' || !mark) return
    const input = { programmeId, programmeGoalId, areaId: area.areaId, year: read, says: says.trim(), mark }
    if (await adding.run(input)) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi mục tiêu', en: 'Enter a goal' }} onClose={onClose}>
      <Form
        onSubmit={add}
        draft={draft}
        problem={adding.problem}
        actions={
          <Button look="primary" submit pending={adding.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi mục tiêu', en: 'Enter the goal' })}
          </Button>
        }
      >
        <TextField
          at="says"
          label={{ vi: 'Mục tiêu', en: 'Goal' }}
          required
          lines={3}
          maxLength={500}
          value={says}
          onChange={setSays}
        />
        <AreaPicker
          at="areaId"
          label={{ vi: 'Của đơn vị', en: 'Of the unit' }}
          required
          day={today()}
          under={of.areaId}
          chosen={area.name || null}
          onChoose={(areaId, name) => setArea({ areaId, name })}
        />
        <TextField
          at="year"
          label={{ vi: 'Năm', en: 'Year' }}
          hint={{ vi: 'Để trống nếu là mục tiêu của cả giai đoạn', en: 'Empty where it is of the whole period' }}
          digits
          maxLength={4}
          fault={yearFault(year)}
          value={year}
          onChange={setYear}
        />
        <ChoiceField
          as="select"
          at="mark"
          label={{ vi: 'Độ tin cậy', en: 'How sure' }}
          required
          choices={markChoices}
          value={mark}
          onChange={setMark}
        />
      </Form>
    </Dialog>
  )
}
