/** What becomes of seats: approved, refused, offered, answered, withdrawn. */

import { useState } from 'preact/hooks'
import { findPlainDate, type PlainDate } from '#kernel/dates.ts'
import type { TrainingClassId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Confirm, Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { busyAtSaid } from '../columns.ts'
import { type ClassQuota, type ClassSeat, seatStates } from '../model.ts'
import { mayRunUntil, overQuota, overSaid, proposedUntil } from '../rules.ts'
import { answerOffer, approveSeats, offerSeats, refuseSeats, withdrawSeat } from './calls.ts'

type Many = {
  readonly trainingClassId: TrainingClassId
  readonly of: readonly ClassSeat[]
  readonly left: readonly ClassSeat[]
  readonly onClose: () => void
}
type One = { readonly of: ClassSeat; readonly onClose: () => void }

const seenOf = (rows: readonly ClassSeat[]) => rows.map(({ classSeatId, state }) => ({ classSeatId, seen: state }))
const mostNamed = 10
/** "Nguyễn Văn A, Trần Thị B và 3 người nữa" */
function namesSaid(rows: readonly ClassSeat[]): string {
  const named = rows.slice(0, mostNamed).map(({ name }) => name)
  const more = rows.length - named.length
  const all = named.join(', ')
  return more === 0
    ? all
    : say({ vi: '{all} và {n} người nữa', en: '{all} and {n} more' }, { all, n: showNumber(more) })
}

/** Who was chosen too, and with whom it cannot be done. */
const Left = ({ of }: { of: readonly ClassSeat[] }) =>
  of.length > 0 && (
    <ul class="bullets">
      {of.map(({ classSeatId, name, state, busy }) => (
        <li key={classSeatId}>
          {`${say({ vi: 'Không kèm', en: 'Not with them:' })} ${name}: ${say(busy ? busyAtSaid(busy) : seatStates[state])}`}
        </li>
      ))}
    </ul>
  )

export function ApproveDialog({ trainingClassId, of, left, onClose }: Many) {
  const approving = useChange(approveSeats)
  const [done, setDone] = useState<Awaited<ReturnType<typeof approving.run>>>(null)
  if (done)
    return (
      <Dialog title={{ vi: 'Đã duyệt, trừ mấy người', en: 'Approved but for some' }} onClose={onClose}>
        <p>
          {say(
            {
              vi: '{enrolled} người có chỗ, {waiting} người chờ chỗ. Chưa duyệt, vẫn chờ duyệt:',
              en: '{enrolled} have a seat, {waiting} wait for one. Not approved:',
            },
            { enrolled: showNumber(done.enrolled), waiting: showNumber(done.waiting) },
          )}
        </p>
        <ul class="bullets">
          {done.left.map(({ classSeatId, why }) => (
            <li key={classSeatId}>{say(why)}</li>
          ))}
        </ul>
      </Dialog>
    )
  return (
    <Confirm
      title={{ vi: 'Duyệt người đi học', en: 'Approve' }}
      deed={{ vi: 'Duyệt', en: 'Approve' }}
      pending={approving.pending}
      problem={approving.problem}
      onConfirm={async () => {
        const reply = await approving.run({ trainingClassId, seats: seenOf(of) })
        if (reply && reply.left.length > 0) setDone(reply)
        else if (reply) onClose()
      }}
      onClose={onClose}
    >
      <p>{namesSaid(of)}</p>
      <Left of={left} />
      <p>
        {say({
          vi: 'Còn suất và còn chỗ thì có chỗ ngay; không thì chờ chỗ.',
          en: 'They have a seat where there is one, else they wait.',
        })}
      </p>
    </Confirm>
  )
}

export function RefuseDialog({ trainingClassId, of, left, onClose }: Many) {
  const draft = useDraft('seats.refuse', of[0]?.classSeatId ?? trainingClassId)
  const refusing = useChange(refuseSeats, { draft })
  const names = namesSaid(of)
  return (
    <ReasonDialog
      title={{ vi: 'Không duyệt', en: 'Do not approve' }}
      what={{ vi: `${names}: không đi học lớp này.`, en: `${names}: not sent to this class.` }}
      deed={{ vi: 'Không duyệt', en: 'Do not approve' }}
      danger
      told={<Left of={left} />}
      draft={draft}
      pending={refusing.pending}
      problem={refusing.problem}
      onGive={async (because) => {
        if (await refusing.run({ trainingClassId, seats: seenOf(of), because })) onClose()
      }}
      onClose={onClose}
    />
  )
}

type Offer = Many & { readonly quotas: readonly ClassQuota[]; readonly firstDay: PlainDate | null }
export function OfferDialog({ trainingClassId, of, left, quotas, firstDay, onClose }: Offer) {
  const draft = useDraft('seats.offer', trainingClassId)
  const [until, setUntil] = useTyped(draft, 'until', () => proposedUntil(today(), firstDay) as string | null)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const over = overQuota(
    of.filter(({ state, lapsed }) => state !== 'offered' || lapsed).map(({ fromId }) => fromId),
    quotas,
  )
  const why = because.trim()
  const day = findPlainDate(until ?? '')
  const whyNot = !day
    ? { vi: 'Ghi hạn trả lời.', en: 'Give the deadline.' }
    : !mayRunUntil(day, { today: today(), first: firstDay })
      ? { vi: 'Hạn từ hôm nay đến ngày của buổi đầu.', en: 'From today to the day of the first session.' }
      : over.length > 0 && !why
        ? { vi: 'Quá suất của đơn vị thì ghi lý do.', en: 'Beyond what a unit may send: say why.' }
        : null
  const offering = useChange(offerSeats, { draft })
  const offer = async () => {
    if (!day || whyNot) return
    const sent = { trainingClassId, seats: seenOf(of), until: day, ...(over.length > 0 && { because: why }) }
    if (await offering.run(sent)) onClose()
  }
  return (
    <Dialog title={{ vi: 'Mời vào chỗ trống', en: 'Offer free seats' }} onClose={onClose}>
      <p>{namesSaid(of)}</p>
      <Left of={left} />
      <Form
        onSubmit={offer}
        draft={draft}
        problem={offering.problem}
        actions={
          <Button look="primary" submit pending={offering.pending} whyNot={whyNot}>
            {say({ vi: 'Mời', en: 'Offer' })}
          </Button>
        }
      >
        <DayField
          at="until"
          label={{ vi: 'Trả lời đến hết ngày', en: 'To answer by' }}
          hint={{
            vi: 'Muộn nhất là ngày của buổi đầu, trước giờ học. Chỗ được giữ đến hết hạn.',
            en: 'No later than the day of the first session, before it begins. The seat is kept until then.',
          }}
          required
          value={until}
          onChange={setUntil}
        />
        {over.length > 0 && (
          <TextField
            at="because"
            label={{ vi: 'Lý do mời quá suất', en: 'Why more than a unit may send' }}
            hint={{ vi: `Mời thì quá suất: ${overSaid(over)}.`, en: `So more than they may: ${overSaid(over)}.` }}
            required
            lines={2}
            maxLength={500}
            value={because}
            onChange={setBecause}
          />
        )}
      </Form>
    </Dialog>
  )
}

export function AnswerOfferDialog({ of, onClose }: One) {
  const { classSeatId } = of
  const draft = useDraft('seats.answer', classSeatId)
  const seen = useSeen(draft, 'seen', of.state)
  const [answer, setAnswer] = useTyped<'accepts' | 'declines' | null>(draft, 'answer', null)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const answering = useChange(answerOffer, { draft })
  const why = because.trim()
  const ready = answer === 'accepts' || (answer === 'declines' && why !== '')
  const record = async () => {
    if (!ready) return
    if (await answering.run({ classSeatId, seen, accepts: answer === 'accepts', ...(why && { because: why }) }))
      onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi trả lời', en: 'Record the answer' }} onClose={onClose}>
      <p>{of.name}</p>
      <Form
        onSubmit={record}
        draft={draft}
        problem={answering.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={answering.pending}
            whyNot={
              ready ? null : { vi: 'Chọn trả lời; không nhận thì ghi lý do.', en: 'Choose; who declines says why.' }
            }
          >
            {say({ vi: 'Ghi trả lời', en: 'Record' })}
          </Button>
        }
      >
        <ChoiceField<'accepts' | 'declines'>
          label={{ vi: 'Trả lời', en: 'Answer' }}
          required
          choices={[
            { value: 'accepts', label: { vi: 'Nhận chỗ', en: 'Accepts' } },
            { value: 'declines', label: { vi: 'Không nhận', en: 'Declines' } },
          ]}
          value={answer}
          onChange={setAnswer}
        />
        <TextField
          at="because"
          label={{ vi: 'Lý do', en: 'Reason' }}
          required={answer === 'declines'}
          lines={2}
          maxLength={500}
          value={because}
          onChange={setBecause}
        />
      </Form>
    </Dialog>
  )
}

export function WithdrawDialog({ of, onClose }: One) {
  const { classSeatId, name, state: seen } = of
  const draft = useDraft('seats.withdraw', classSeatId)
  const withdrawing = useChange(withdrawSeat, { draft })
  return (
    <ReasonDialog
      title={{ vi: 'Ghi xin rút', en: 'Withdraw' }}
      what={{
        vi: `${name} báo trước là không học. Chỗ (nếu có) để cho người khác.`,
        en: `${name} says beforehand that they do not come. Their seat is somebody else's.`,
      }}
      deed={{ vi: 'Ghi xin rút', en: 'Withdraw' }}
      danger
      draft={draft}
      pending={withdrawing.pending}
      problem={withdrawing.problem}
      onGive={async (because) => {
        if (await withdrawing.run({ classSeatId, seen, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
