/** On the page of a plan: to whom the draft was sent, who has commented, what they say, what was answered. */
import { useState } from 'preact/hooks'
import { showDate } from '#kernel/dates.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import type { PlanAnswer } from '../../plan/ui/plan.ts'
import { commentColumns } from '../columns.ts'
import { type Comment, type Sending, verdicts } from '../model.ts'
import { AskedUnits } from './AskedUnits.tsx'
import { ReplyDialog, TakeBackDialog, WithdrawCommentDialog } from './CommentDeeds.tsx'
import { CommentDialog } from './CommentDialog.tsx'
import { commentsFile, showComments } from './calls.ts'
import type { CommentsAnswer } from './comment.ts'
import { SendDialog } from './SendDialog.tsx'

export function Comments({ of }: { of: PlanAnswer }) {
  const read = useRead(showComments, { trainingPlanId: of.trainingPlanId })
  // Of what was approved without being sent there is nothing to say.
  if (of.state === 'approved' && read.data?.sendings.length === 0) return null
  // A commune plans last: there is no unit below to ask.
  if (of.level === 'commune' && (read.data?.sendings.length ?? 0) === 0) return null
  return (
    <Section title={{ vi: 'Lấy ý kiến', en: 'Comments' }}>
      <Reading of={read} rows={3}>
        {(data) => (
          <>
            <Sent of={of} data={data} />
            {data.sendings.length > 0 && (
              <>
                <AskedUnits trainingPlanId={of.trainingPlanId} data={data} />
                <Said of={of} data={data} />
              </>
            )}
          </>
        )}
      </Reading>
    </Section>
  )
}

type Props = { readonly of: PlanAnswer; readonly data: CommentsAnswer }

/** "Đã gửi lần 2 ngày 05/11/2026, góp ý đến hết 20/11/2026." */
function sentSaid({ number, sentOn, sentBy, due, takenBack }: Sending): string {
  const words = { n: number, day: showDate(sentOn), by: sentBy, due: showDate(due) }
  if (takenBack)
    return say(
      { vi: 'Lần {n} gửi ngày {day}, đã thu hồi ngày {back}.', en: 'Sending {n} of {day} was taken back on {back}.' },
      { ...words, back: showDate(takenBack.on) },
    )
  return say(
    {
      vi: 'Lần {n}: {by} gửi ngày {day}, góp ý đến hết {due}.',
      en: 'Sending {n}: by {by} on {day}, comments until {due}.',
    },
    words,
  )
}

function Sent({ of, data }: Props) {
  const [open, setOpen] = useState<'send' | 'back' | 'give' | null>(null)
  const [last] = data.sendings
  const close = () => setOpen(null)
  return (
    <>
      {last ? (
        <>
          <p>
            {sentSaid(last)}{' '}
            {data.open &&
              data.silent !== null &&
              say(
                { vi: '{silent} đơn vị chưa góp ý, {n} ý kiến chưa trả lời.', en: '{silent} silent, {n} unanswered.' },
                { silent: showNumber(data.silent), n: showNumber(data.unanswered) },
              )}
          </p>
          {last.note && <p>{last.note}</p>}
        </>
      ) : (
        <p>{say({ vi: 'Bản thảo chưa gửi lấy ý kiến.', en: 'The draft was not sent for comment.' })}</p>
      )}
      {data.changedSince && (
        <Notice look="waits">
          {say(
            data.can.includes('send')
              ? {
                  vi: 'Bản thảo đã sửa sau lần gửi này. Gửi lại nếu cần các đơn vị xem bản mới.',
                  en: 'The draft was changed since. Send it anew where the units must see it again.',
                }
              : {
                  vi: 'Bản thảo đã sửa sau lần gửi này; đơn vị lập có thể gửi lại để hỏi bản mới.',
                  en: 'The draft was changed since; whoever made it may send it anew.',
                },
          )}
        </Notice>
      )}
      <div class="form-actions">
        {data.mine.length > 0 && (
          <Button look="primary" onClick={() => setOpen('give')}>
            {say({ vi: 'Góp ý', en: 'Comment' })}
          </Button>
        )}
        {data.can.includes('send') && (
          <Button
            whyNot={of.lines > 0 ? null : { vi: 'Kế hoạch chưa có dòng nào.', en: 'The plan has no line yet.' }}
            onClick={() => setOpen('send')}
          >
            {last ? say({ vi: 'Gửi lại', en: 'Send anew' }) : say({ vi: 'Gửi lấy ý kiến', en: 'Send for comment' })}
          </Button>
        )}
        {data.can.includes('send') && data.open && (
          <Button look="quiet" onClick={() => setOpen('back')}>
            {say({ vi: 'Thu hồi', en: 'Take it back' })}
          </Button>
        )}
      </div>
      {open === 'send' && <SendDialog of={of} before={data} onClose={close} />}
      {open === 'back' && last && <TakeBackDialog of={last} onClose={close} />}
      {open === 'give' && last && (
        <CommentDialog of={of} sending={last.planSendingId} mine={data.mine} onClose={close} />
      )}
    </>
  )
}

type Deed = { readonly what: 'reply' | 'withdraw'; readonly on: Comment }

function Said({ of, data }: Props) {
  const [deed, setDeed] = useState<Deed | null>(null)
  const close = () => setDeed(null)
  const mine = new Set(data.mine.map(({ unitId }) => unitId))
  const mayReply = data.can.includes('reply')
  const deeds = {
    ...{ key: 'deeds', head: { vi: 'Làm gì', en: 'Deeds' }, act: true as const },
    cell: (row: Comment) =>
      row.withdrawn ? null : (
        <>
          {mayReply && !row.agrees && (
            <Button look="quiet" onClick={() => setDeed({ what: 'reply', on: row })}>
              {row.replies.length > 0
                ? say({ vi: 'Trả lời lại', en: 'Answer again' })
                : say({ vi: 'Trả lời', en: 'Answer' })}
            </Button>
          )}
          {mine.has(row.unitId) && row.replies.length === 0 && (
            <Button look="quiet" onClick={() => setDeed({ what: 'withdraw', on: row })}>
              {say({ vi: 'Rút ý kiến', en: 'Withdraw' })}
            </Button>
          )}
        </>
      ),
  }
  return (
    <>
      <Listing<Comment>
        name="plan-comments"
        pageName="trang-y-kien"
        caption={{ vi: 'Ý kiến và tiếp thu, giải trình', en: 'Comments and answers' }}
        rows={data.comments}
        rowKey={(row) => row.planCommentId}
        file={listAs(commentsFile, { trainingPlanId: of.trainingPlanId })}
        columns={[
          ...shown(commentColumns, { reply: (row) => <Replies of={row} /> }),
          ...(mayReply || mine.size > 0 ? [deeds] : []),
        ]}
        empty={
          <Empty
            title={{ vi: 'Chưa có ý kiến nào.', en: 'No comment yet.' }}
            why={{
              vi: 'Đơn vị được lấy ý kiến bấm “Góp ý” ở trang này.',
              en: 'A unit that was asked presses “Comment” on this page.',
            }}
          />
        }
      />
      {deed?.what === 'reply' && <ReplyDialog of={deed.on} onClose={close} />}
      {deed?.what === 'withdraw' && <WithdrawCommentDialog of={deed.on} onClose={close} />}
    </>
  )
}

/** Every answer, the last one first; what was answered before stays in sight. */
function Replies({ of }: { of: Comment }) {
  const { replies, withdrawn, agrees } = of
  if (withdrawn)
    return (
      <>
        {say(
          { vi: 'Đã rút ngày {day}: {why}', en: 'Withdrawn on {day}: {why}' },
          { day: showDate(withdrawn.on), why: withdrawn.because },
        )}
      </>
    )
  if (replies.length === 0)
    return (
      <>
        {agrees ? say({ vi: 'không cần trả lời', en: 'no answer needed' }) : say({ vi: 'chưa trả lời', en: 'not yet' })}
      </>
    )
  return (
    <>
      {[...replies].reverse().map((one, at) => (
        <p key={`${one.on} ${replies.length - at}`}>
          {at === 0 ? <strong>{say(verdicts[one.verdict])}</strong> : say(verdicts[one.verdict])}
          {one.says && `: ${one.says}`}
          {` (${one.by}, ${showDate(one.on)})`}
        </p>
      ))}
    </>
  )
}
