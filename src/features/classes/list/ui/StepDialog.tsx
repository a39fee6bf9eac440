import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { Confirm } from '#platform/web/kit/Dialog.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { ToldNote } from '#platform/web/kit/ToldNote.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { listSeats } from '../../seats/ui/calls.ts'
import { type ClassState, classStates, type NextStep } from '../model.ts'
import { stepClass } from './calls.ts'
import type { ClassAnswer } from './class.ts'

type Props = { readonly of: ClassAnswer; readonly step: NextStep; readonly onClose: () => void }

/** What each step is called on its button. */
export const deeds: Readonly<Record<ClassState, { vi: string; en: string }>> = {
  planned: { vi: 'Đưa về dự kiến', en: 'Back to planned' },
  announced: { vi: 'Thông báo lớp', en: 'Announce' },
  enrolling: { vi: 'Mở ghi danh', en: 'Open enrolment' },
  confirmed: { vi: 'Chốt lớp', en: 'Confirm' },
  running: { vi: 'Khai giảng', en: 'Begin' },
  completed: { vi: 'Ghi lớp đã xong', en: 'Complete' },
  cancelled: { vi: 'Hủy lớp', en: 'Call off' },
}
export const deedOf = ({ to, how }: Pick<NextStep, 'to' | 'how'>) => {
  if (how !== 'back') return deeds[to]
  const { vi, en } = classStates[to]
  return { vi: `Lui về ${vi.toLowerCase()}`, en: `Back to ${en.toLowerCase()}` }
}

/** A class goes on, goes back, or is called off. */
export const StepDialog = (props: Props) => (props.step.how === 'on' ? <On {...props} /> : <WithReason {...props} />)

const told: Partial<Record<ClassState, { vi: string; en: string }>> = {
  announced: {
    vi: 'Lớp được thông báo. Tên, ngày, nơi học vẫn sửa được.',
    en: 'The class is announced. Title, days and places can still change.',
  },
  completed: { vi: 'Sau đó lớp không sửa được nữa, trừ khi lui lại có lý do.', en: 'After that it changes no more.' },
}

function On({ of: { trainingClassId, state, title }, step, onClose }: Props) {
  const stepping = useChange(stepClass)
  const go = async () => {
    if (await stepping.run({ trainingClassId, seen: state, to: step.to })) onClose()
  }
  const note = told[step.to]
  return (
    <Confirm
      title={deedOf(step)}
      deed={deedOf(step)}
      pending={stepping.pending}
      problem={stepping.problem}
      onConfirm={() => void go()}
      onClose={onClose}
    >
      <p>{title}</p>
      {note && <p>{say(note)}</p>}
      {step.to === 'confirmed' && <Unseated id={trainingClassId} />}
    </Confirm>
  )
}

/** Before the list is closed: who waits while a seat is free, and who was named and not decided. */
function Unseated({ id: trainingClassId }: { id: ClassAnswer['trainingClassId'] }) {
  const seats = useRead(listSeats, { trainingClassId }).data
  if (!seats) return null
  const waiting = seats.rows.filter(({ state, lapsed }) => state === 'waiting' || lapsed).length
  const named = seats.rows.filter(({ state }) => state === 'nominated').length
  return (
    <>
      {seats.free > 0 && waiting > 0 && (
        <Notice look="waits">
          {say(
            {
              vi: 'Còn trống {free} chỗ mà có {waiting} người chờ. Chốt rồi vẫn mời họ vào được, đến trước giờ buổi đầu.',
              en: '{free} seats are free and {waiting} people wait. They can still be offered one until the class begins.',
            },
            { free: showNumber(seats.free), waiting: showNumber(waiting) },
          )}
        </Notice>
      )}
      {named > 0 && (
        <Notice look="waits">
          {say(
            {
              vi: 'Còn {n} người chờ duyệt. Chốt rồi vẫn duyệt được, nhưng đơn vị không cử thêm ai.',
              en: '{n} people wait for approval. They can still be approved, but nobody more is named.',
            },
            { n: showNumber(named) },
          )}
        </Notice>
      )}
    </>
  )
}

function WithReason({ of: { trainingClassId, state, title, told: held }, step, onClose }: Props) {
  const draft = useDraft('classes.stepBack', `${trainingClassId} ${step.to}`)
  const stepping = useChange(stepClass, { draft })
  return (
    <ReasonDialog
      title={deedOf(step)}
      what={
        step.how === 'cancel'
          ? {
              vi: `${title}: lớp không mở; hội trường và giảng viên được nhả ra.`,
              en: `${title}: it is not held; halls and trainers are let go.`,
            }
          : {
              vi: `${title}: bước vừa rồi ghi nhầm hoặc phải làm lại.`,
              en: `${title}: the last step was wrong, or is done anew.`,
            }
      }
      deed={deedOf(step)}
      told={
        <ToldNote
          of={held}
          title={{
            vi: 'Những chứng nhận này vẫn còn hiệu lực và được đánh dấu là căn cứ không còn, cho đến khi có người thu hồi:',
            en: 'These credentials go on and are marked as resting on nothing, until somebody revokes them:',
          }}
        />
      }
      danger={step.how === 'cancel'}
      draft={draft}
      pending={stepping.pending}
      problem={stepping.problem}
      onGive={async (because) => {
        if (await stepping.run({ trainingClassId, seen: state, to: step.to, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
