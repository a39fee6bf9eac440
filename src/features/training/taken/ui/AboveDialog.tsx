/** The lines of the plan above that are the unit's are taken into the draft that carries it out, all of them or some. */
import type { OutputOf } from '#kernel/endpoint.ts'
import type { PlanLineId } from '#kernel/ids.ts'
import { fill } from '#kernel/text.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoicesField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { placeSaid } from '../../plan/columns.ts'
import { weeksSaid } from '../../plan/rules/weeks.ts'
import type { PlanAnswer } from '../../plan/ui/plan.ts'
import type * as contract from '../contract.ts'
import { linesAbove, takeAbove } from './calls.ts'

type LineAbove = OutputOf<typeof contract.linesAbove>['lines'][number]
type Props = { readonly of: PlanAnswer; readonly onClose: () => void }

export function AboveDialog({ of, onClose }: Props) {
  const read = useRead(linesAbove, { trainingPlanId: of.trainingPlanId })
  return (
    <Dialog title={{ vi: 'Lấy dòng của kế hoạch cấp trên', en: 'Take lines of the plan above' }} onClose={onClose}>
      {of.parent && <p>{of.parent.name}</p>}
      <Reading of={read} rows={4}>
        {({ lines, open }) => (
          <>
            {open > 0 && (
              <Notice look="waits">
                {say(
                  {
                    vi: '{n} dòng khác của kế hoạch cấp trên chưa ghi nơi mở và không ghi tên ai của đơn vị nên không lấy sẵn được: bấm “Thêm dòng”, chọn “Theo dòng của kế hoạch cấp trên” và ghi phần của đơn vị.',
                    en: '{n} other {n:line|lines} of the plan above {n:has|have} no place and {n:names|name} nobody of the unit, so {n:it is|they are} not taken here: press “Add a line”, choose “As a line of the plan above” and write the part of the unit.',
                  },
                  { n: showNumber(open) },
                )}
              </Notice>
            )}
            <AboveForm of={of} lines={lines} onClose={onClose} />
          </>
        )}
      </Reading>
    </Dialog>
  )
}

/** "CĐ1 Rà soát hộ: 30 người (8 có tên), 1 lớp; Xã Tam Hồng; tuần 12" */
function lineWords({ code, title, people, named, classes, weeks, there, ...of }: LineAbove): Words {
  const place = placeSaid(of)
  const at = place ? `; ${place}` : ''
  const [vi, en] = weeks.length > 0 ? [`; tuần ${weeksSaid(weeks)}`, `; weeks ${weeksSaid(weeks)}`] : ['', '']
  const figures = { people: showNumber(people), classes: showNumber(classes), named: showNumber(named) }
  const [held, taught] = [
    fill('{people} người ({named} có tên), {classes} lớp', figures),
    fill('{people} {people:person|people} ({named} by name), {classes} {classes:class|classes}', figures),
  ]
  return {
    vi: `${code} ${title}: ${held}${at}${vi}${there ? '; đã có trong bản thảo' : ''}`,
    en: `${code} ${title}: ${taught}${at}${en}${there ? '; in the draft already' : ''}`,
  }
}

const none = {
  vi: 'Kế hoạch cấp trên không có dòng nào mở tại đơn vị này hoặc ghi tên người của đơn vị.',
  en: 'No line of the plan above is held in this unit or names its people.',
}

function AboveForm({ of, lines, onClose }: Props & { readonly lines: readonly LineAbove[] }) {
  const { trainingPlanId } = of
  const draft = useDraft('plans.takeAbove', trainingPlanId)
  const [chosen, setChosen] = useTyped<readonly PlanLineId[]>(draft, 'lines', () =>
    lines.filter(({ there }) => !there).map(({ planLineId }) => planLineId),
  )
  const taking = useChange(takeAbove, { draft })
  if (lines.length === 0) return <p>{say(none)}</p>
  const planLineIds = lines.map(({ planLineId }) => planLineId).filter((id) => chosen.includes(id))
  const whyNot = planLineIds.length > 0 ? null : { vi: 'Chưa chọn dòng nào.', en: 'No line is chosen.' }
  const take = async () => {
    if (!whyNot && (await taking.run({ trainingPlanId, planLineIds }))) onClose()
  }
  return (
    <Form
      onSubmit={take}
      draft={draft}
      problem={taking.problem}
      actions={
        <Button look="primary" submit pending={taking.pending} whyNot={whyNot}>
          {say(
            { vi: 'Lấy {n} dòng vào bản thảo', en: 'Take {n} {n:line|lines} into the draft' },
            { n: showNumber(planLineIds.length) },
          )}
        </Button>
      }
    >
      <ChoicesField<PlanLineId>
        label={{ vi: 'Dòng thuộc đơn vị', en: 'Lines of the unit' }}
        hint={{
          vi: 'Lấy chuyên đề, phần người của đơn vị, người có tên, nơi mở, tuần; kinh phí của đơn vị thì ghi sau. Người có tên ở cả hai kế hoạch vẫn là một chỗ học.',
          en: 'Takes topic, the people of the unit, names, place and weeks; its own money is entered afterwards. Who is named in both plans has one seat.',
        }}
        required
        choices={lines.map((line) => ({ value: line.planLineId, label: lineWords(line) }))}
        values={chosen}
        onChange={setChosen}
      />
    </Form>
  )
}
