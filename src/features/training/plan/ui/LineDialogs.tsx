/** A line of a draft is added, changed, or taken out. */
import type { PlanLineId, TrainingPlanId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { Line } from '../model.ts'
import { codeSaid, lineSaid, lineSeen } from '../rules/lines.ts'
import { addLine, changeLine, dropLine, showPlan } from './calls.ts'
import { LineFieldset } from './LineFieldset.tsx'
import { MoneyStays } from './MoneyStays.tsx'
import { emptyLine, lineSent, lineTyped, lineWords, type PlanAnswer, type TypedLine } from './plan.ts'

const lacking = {
  vi: 'Cần chuyên đề, lượt người, số lớp; mỗi khoản chi có nguồn, định mức hoặc nội dung và đơn giá, số lượng.',
  en: 'Topic, people and classes are needed; of money its source, norm or purpose and amount, and quantity.',
}

export function NewLineDialog({ of, onClose }: { of: PlanAnswer; onClose: () => void }) {
  const { trainingPlanId } = of
  const draft = useDraft('plans.line', trainingPlanId)
  const [typed, setTyped] = useTyped<TypedLine>(draft, 'line', emptyLine)
  const planLineId = useMade(draft, 'planLineId', () => newId<'plan_line'>() as PlanLineId)
  const adding = useChange(addLine, { draft })
  const sent = lineSent(typed)
  const add = async () => {
    if (sent && (await adding.run({ trainingPlanId, planLineId, ...sent }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Thêm dòng kế hoạch', en: 'Add a line' }} onClose={onClose}>
      <Form
        onSubmit={add}
        draft={draft}
        problem={adding.problem}
        actions={
          <Button look="primary" submit pending={adding.pending} whyNot={sent ? null : lacking}>
            {say({ vi: 'Thêm dòng', en: 'Add the line' })}
          </Button>
        }
      >
        {of.parent && <FromAbove parent={of.parent.trainingPlanId} onChoose={setTyped} />}
        <LineFieldset of={typed} plan={of} onChange={setTyped} />
      </Form>
    </Dialog>
  )
}

type FromAboveProps = { readonly parent: TrainingPlanId; readonly onChoose: (typed: TypedLine) => void }
/** A line of the plan that is carried out fills the fields: topic, for whom and when; how many are the own unit's. */
function FromAbove({ parent, onChoose }: FromAboveProps) {
  const read = useRead(showPlan, { trainingPlanId: parent })
  const lines = read.data?.lineList ?? []
  const choose = (id: PlanLineId) => {
    const line = lines.find(({ planLineId }) => planLineId === id)
    if (line)
      onChoose({ ...lineTyped(line), people: null, classes: null, placeId: null, placeName: '', place: '', money: [] })
  }
  return (
    <>
      <ProblemNote of={read.problem} again={read.again} />
      {lines.length > 0 && (
        <ChoiceField<PlanLineId>
          as="select"
          label={{ vi: 'Theo dòng của kế hoạch cấp trên', en: 'As a line of the plan above' }}
          hint={{
            vi: 'Điền sẵn chuyên đề, đối tượng, tuần; số người, số lớp, nơi mở của đơn vị thì tự ghi.',
            en: 'Fills topic, for whom and weeks; people, classes and place are the unit’s own.',
          }}
          choices={lines.map((line) => {
            const { vi, en } = lineSaid(line, lines)
            return { value: line.planLineId, label: { vi: `${vi} ${line.title}`, en: `${en} ${line.title}` } }
          })}
          value={null}
          onChange={choose}
        />
      )}
    </>
  )
}

type Props = { readonly of: PlanAnswer; readonly line: Line; readonly onClose: () => void }

export function ChangeLineDialog({ of, line, onClose }: Props) {
  const { planLineId } = line
  const draft = useDraft('plans.changeLine', planLineId)
  const was = useSeen(draft, 'seen', lineSeen(line))
  const [typed, setTyped] = useTyped<TypedLine>(draft, 'line', () => lineTyped(line))
  const changing = useEdit(useChange(changeLine, { draft }))
  const sent = lineSent(typed)
  const changes = sent && changesOf(was, sent)
  return (
    <Dialog title={{ vi: 'Sửa dòng kế hoạch', en: 'Change the line' }} onClose={onClose}>
      <EditForm
        draft={draft}
        of={changing}
        changes={changes}
        lacking={lacking}
        send={() => changing.run({ planLineId, was, ...changes })}
        about={`${codeSaid(line)} ${line.title}`}
        words={lineWords(line, typed)}
        onDone={onClose}
      >
        {typed.topicId !== line.topicId && typed.money.length > 0 && (
          <Notice look="waits">
            {say({
              vi: 'Chuyên đề khác có thể dài ngày hơn hoặc ngắn hơn: xem lại số ngày, số buổi của từng khoản chi.',
              en: 'Another topic may take more or fewer days: look at the days of each amount again.',
            })}
          </Notice>
        )}
        <LineFieldset of={typed} plan={of} onChange={setTyped} />
        <MoneyStays of={typed} line={line} />
      </EditForm>
    </Dialog>
  )
}

export function DropLineDialog({ line, onClose }: Omit<Props, 'of'>) {
  const { planLineId } = line
  const draft = useDraft('plans.dropLine', planLineId)
  const dropping = useChange(dropLine, { draft })
  return (
    <ReasonDialog
      title={{ vi: 'Bỏ dòng kế hoạch', en: 'Take the line out' }}
      what={{
        vi: `${codeSaid(line)} ${line.title}: ${line.people} lượt người, ${line.classes} lớp.`,
        en: `${codeSaid(line)} ${line.title}: ${line.people} people, ${line.classes} classes.`,
      }}
      deed={{ vi: 'Bỏ dòng này', en: 'Take it out' }}
      danger
      draft={draft}
      pending={dropping.pending}
      problem={dropping.problem}
      onGive={async (because) => {
        if (await dropping.run({ planLineId, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
