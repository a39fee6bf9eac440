/** What is done with a comment: answered by the drafter, withdrawn by its unit; and a sending taken back. */
import type { PlanReplyId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { type Comment, type Sending, type Verdict, verdicts } from '../model.ts'
import { replyToComment, takeSendingBack, withdrawComment } from './calls.ts'

type Props = { readonly of: Comment; readonly onClose: () => void }
const choices = (Object.keys(verdicts) as Verdict[]).map((value) => ({ value, label: verdicts[value] }))

export function ReplyDialog({ of, onClose }: Props) {
  const { planCommentId } = of
  const draft = useDraft('comments.reply', planCommentId)
  const [verdict, setVerdict] = useTyped<Verdict | null>(draft, 'verdict', null)
  const [says, setSays] = useTyped(draft, 'says', '')
  const planReplyId = useMade(draft, 'planReplyId', () => newId<'plan_reply'>() as PlanReplyId)
  const replying = useChange(replyToComment, { draft })
  const whyNot =
    verdict && (verdict === 'taken' || says.trim())
      ? null
      : { vi: 'Chọn tiếp thu hay không; không tiếp thu toàn bộ thì giải trình.', en: 'Choose, and explain.' }
  const reply = async () => {
    if (!verdict || whyNot) return
    if (await replying.run({ planCommentId, planReplyId, verdict, says: says.trim(), seen: of.replies.length }))
      onClose()
  }
  return (
    <Dialog title={{ vi: 'Trả lời ý kiến', en: 'Answer the comment' }} onClose={onClose}>
      <p>{`${of.unitName}: ${of.says}`}</p>
      {of.replies.length > 0 && (
        <p>
          {say({
            vi: 'Ý kiến này đã được trả lời. Trả lời lại thì câu sau có giá trị, câu trước vẫn còn.',
            en: 'It was answered. A further answer stands, the ones before are kept.',
          })}
        </p>
      )}
      <Form
        onSubmit={reply}
        draft={draft}
        problem={replying.problem}
        actions={
          <Button look="primary" submit pending={replying.pending} whyNot={whyNot}>
            {say({ vi: 'Gửi trả lời', en: 'Give the answer' })}
          </Button>
        }
      >
        <ChoiceField<Verdict>
          at="verdict"
          label={{ vi: 'Tiếp thu', en: 'What becomes of it' }}
          required
          choices={choices}
          value={verdict}
          onChange={setVerdict}
        />
        <TextField
          at="says"
          label={{ vi: 'Giải trình', en: 'Explanation' }}
          lines={4}
          maxLength={4000}
          value={says}
          onChange={setSays}
        />
      </Form>
    </Dialog>
  )
}

export function WithdrawCommentDialog({ of, onClose }: Props) {
  const { planCommentId } = of
  const draft = useDraft('comments.withdraw', planCommentId)
  const withdrawing = useChange(withdrawComment, { draft })
  return (
    <ReasonDialog
      title={{ vi: 'Rút ý kiến', en: 'Withdraw the comment' }}
      what={{
        vi: 'Ý kiến vẫn còn trong danh sách, ghi là đã rút kèm lý do.',
        en: 'It stays on the list, marked as withdrawn with the reason.',
      }}
      deed={{ vi: 'Rút ý kiến này', en: 'Withdraw it' }}
      draft={draft}
      pending={withdrawing.pending}
      problem={withdrawing.problem}
      onGive={async (because) => {
        if (await withdrawing.run({ planCommentId, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}

export function TakeBackDialog({ of, onClose }: { of: Sending; onClose: () => void }) {
  const { planSendingId } = of
  const draft = useDraft('comments.takeBack', planSendingId)
  const taking = useChange(takeSendingBack, { draft })
  return (
    <ReasonDialog
      title={{ vi: 'Thu hồi bản gửi lấy ý kiến', en: 'Take it back' }}
      what={{
        vi: 'Các đơn vị thôi thấy bản thảo và không phải góp ý nữa. Ý kiến đã có vẫn còn.',
        en: 'The units see the draft no more and owe nothing. Their comments stay.',
      }}
      deed={{ vi: 'Thu hồi', en: 'Take it back' }}
      danger
      draft={draft}
      pending={taking.pending}
      problem={taking.problem}
      onGive={async (because) => {
        if (await taking.run({ planSendingId, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
