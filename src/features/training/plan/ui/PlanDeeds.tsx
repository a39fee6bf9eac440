/** What is done with a plan: changed, dropped, submitted, approved, carried out below. */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { showDate } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { say } from '#platform/web/language.ts'
import { showMoney, showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { showComments } from '../../comments/ui/calls.ts'
import { ApprovePlanDialog } from './ApprovePlanDialog.tsx'
import { BeforeDecided } from './BeforeDecided.tsx'
import { CarryDown } from './Below.tsx'
import { ChangePlanDialog } from './ChangePlanDialog.tsx'
import { CorrectPlanDecisionDialog } from './CorrectPlanDecisionDialog.tsx'
import { dropPlan, recallPlan, submitPlan } from './calls.ts'
import { isCarriedDown, type PlanAnswer } from './plan.ts'

const noLines = { vi: 'Kế hoạch chưa có dòng nào.', en: 'The plan has no line yet.' }

export function Deeds({ of }: { of: PlanAnswer }) {
  const [open, setOpen] = useState<'change' | 'drop' | 'approve' | 'correct' | null>(null)
  const close = () => setOpen(null)
  const { trainingPlanId } = of
  const comments = useRead(showComments, of.can.includes('draft') ? { trainingPlanId } : null)
  const commented = (comments.data?.comments.length ?? 0) > 0
  return (
    <>
      {of.can.includes('draft') && (
        <>
          <Button onClick={() => setOpen('change')}>{say({ vi: 'Sửa kế hoạch', en: 'Change the plan' })}</Button>
          <Button look="quiet" onClick={() => setOpen('drop')}>
            {say({ vi: 'Bỏ bản thảo', en: 'Drop the draft' })}
          </Button>
        </>
      )}
      {of.can.includes('submit') && <Submit of={of} />}
      {of.can.includes('approve') && (
        <Button look="primary" whyNot={of.lines > 0 || of.amends ? null : noLines} onClick={() => setOpen('approve')}>
          {say({ vi: 'Ghi phê duyệt', en: 'Record the approval' })}
        </Button>
      )}
      {of.can.includes('correct') && (
        <Button look="quiet" onClick={() => setOpen('correct')}>
          {say({ vi: 'Đính chính quyết định', en: 'Correct the approval' })}
        </Button>
      )}
      {isCarriedDown(of) && holds('training.plan') && <CarryDown of={of} />}
      {open === 'approve' && <ApprovePlanDialog of={of} onClose={close} />}
      {open === 'correct' && <CorrectPlanDecisionDialog of={of} onClose={close} />}
      {open === 'change' && <ChangePlanDialog of={of} onClose={close} />}
      {open === 'drop' && <DropDialog of={of} commented={commented} onClose={close} />}
    </>
  )
}

/** Whoever approves is told of it; a change afterwards is submitted anew. */
function Submit({ of }: { of: PlanAnswer }) {
  const { trainingPlanId, edits, submitted } = of
  const [asking, setAsking] = useState(false)
  const recalling = useChange(recallPlan)
  const whyNot = of.ended
    ? { vi: 'Đơn vị không còn: chuyển dòng sang đơn vị kế thừa.', en: 'The unit has ended: carry its lines over.' }
    : submitted
      ? { vi: `Đã trình ngày ${showDate(submitted)}.`, en: `Submitted on ${showDate(submitted)}.` }
      : of.lines > 0 || of.amends
        ? null
        : noLines
  return (
    <>
      <Button whyNot={whyNot} onClick={() => setAsking(true)}>
        {say({ vi: 'Trình phê duyệt', en: 'Submit for approval' })}
      </Button>
      {submitted && (
        <Button look="quiet" pending={recalling.pending} onClick={() => void recalling.run({ trainingPlanId, edits })}>
          {say({ vi: 'Rút trình', en: 'Recall' })}
        </Button>
      )}
      <ProblemNote of={recalling.problem} />
      {asking && <SubmitDialog of={of} onClose={() => setAsking(false)} />}
    </>
  )
}

function SubmitDialog({ of, onClose }: { of: PlanAnswer; onClose: () => void }) {
  const { trainingPlanId, edits } = of
  const submitting = useChange(submitPlan)
  const submit = async () => {
    if (await submitting.run({ trainingPlanId, edits })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Trình phê duyệt', en: 'Submit for approval' }} onClose={onClose}>
      <p>
        {say(
          {
            vi: 'Người phê duyệt thấy bản thảo ở Việc của tôi: {classes} lớp, {people} lượt người, {money}. Sửa sau khi trình thì phải trình lại.',
            en: 'Who approves sees the draft among what waits: {classes} {classes:class|classes}, {people} {people:attendance|attendances}, {money}. Changed afterwards it is submitted anew.',
          },
          { classes: showNumber(of.sums.classes), people: showNumber(of.sums.people), money: showMoney(of.sums.dong) },
        )}
      </p>
      <BeforeDecided of={of} />
      <ProblemNote of={submitting.problem} />
      <div class="form-actions">
        <Button look="primary" pending={submitting.pending} onClick={() => void submit()}>
          {say({ vi: 'Trình', en: 'Submit' })}
        </Button>
      </div>
    </Dialog>
  )
}

type DropProps = { readonly of: PlanAnswer; readonly commented: boolean; readonly onClose: () => void }

/** What units have commented on stays for what they said; whom it was sent to reads the reason. */
function DropDialog({ of, commented, onClose }: DropProps) {
  const { trainingPlanId } = of
  const draft = useDraft('plans.drop', trainingPlanId)
  const dropping = useChange(dropPlan, { draft, ...(!commented && { refresh: [] }) })
  const { route } = useLocation()
  const to = useTo()
  return (
    <ReasonDialog
      title={{ vi: 'Bỏ bản thảo', en: 'Drop the draft' }}
      what={
        commented
          ? {
              vi: `Bản thảo “${of.name}” thôi soạn, ${of.lines} dòng của nó sẽ bị xóa. Ý kiến góp ý còn lại để đọc; đơn vị đã được hỏi thấy lý do bỏ.`,
              en: `The draft “${of.name}” is given up and its ${of.lines} lines are deleted. What units said of it stays to be read; those that were asked see the reason.`,
            }
          : {
              vi: `Bản thảo “${of.name}” và ${of.lines} dòng của nó sẽ bị xóa.`,
              en: `The draft “${of.name}” and its ${of.lines} lines are deleted.`,
            }
      }
      deed={{ vi: 'Bỏ bản thảo', en: 'Drop the draft' }}
      danger
      draft={draft}
      pending={dropping.pending}
      problem={dropping.problem}
      onGive={async (because) => {
        if (!(await dropping.run({ trainingPlanId, because }))) return
        if (commented) onClose()
        else route(to('/ke-hoach-dao-tao'))
      }}
      onClose={onClose}
    />
  )
}
