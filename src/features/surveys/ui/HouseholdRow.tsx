import { leftWords, mergedWords, notSurveyedSaid } from '#features/rounds/rules/cases.ts'
import { showDate } from '#kernel/dates.ts'
import { Badge, type BadgeLook } from '#platform/web/kit/Badge.tsx'
import { ClassMark } from '#platform/web/kit/ClassMark.tsx'
import { calling } from '#platform/web/kit/calling.ts'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { Notice } from '../notices/model.ts'
import type { KnownHead } from '../notices/rules/doubles.ts'
import { lastNotice } from '../notices/ui/sending.ts'
import { noticeKinds, noticeStates, outcomes } from '../notices/words.ts'
import type { Row, Stand } from './householdRows.ts'
import { fieldPage, lastSending } from './onDevice.ts'

export const standWords: Readonly<Record<Stand, { readonly words: Words; readonly look: BadgeLook }>> = {
  returned: { words: { vi: 'Trả lại', en: 'Returned' }, look: 'late' },
  refused: { words: { vi: 'Gửi không được', en: 'Refused' }, look: 'late' },
  begun: { words: { vi: 'Đang làm dở', en: 'Begun' }, look: 'waits' },
  assigned: { words: { vi: 'Chờ khảo sát', en: 'To survey' }, look: 'plain' },
  unknown: { words: { vi: 'Trạng thái mới, hãy tải lại trang', en: 'New state, reload the page' }, look: 'waits' },
  waiting: { words: { vi: 'Chờ gửi', en: 'Waiting to go' }, look: 'waits' },
  submitted: { words: { vi: 'Đã gửi', en: 'Sent' }, look: 'done' },
  accepted: { words: { vi: 'Đã chấp nhận', en: 'Accepted' }, look: 'done' },
  ended: { words: { vi: 'Ra khỏi kỳ', en: 'Left the round' }, look: 'plain' },
}

/** What was told of it, and who else of the list it may be. */
export type NoticeOfRow = { readonly told: Notice | null; readonly doubles: readonly KnownHead[] }

/** One household (with what else tells it apart in this list): who, where, what it is now, and what is to be done. */
export type RowProps = { readonly row: Row; readonly about: readonly string[]; readonly notice: NoticeOfRow }

export function HouseholdRow({ row: { of, stand }, about, notice }: RowProps) {
  const { words, look } = standWords[stand]
  const [comment] = of.comments
  const refusal = stand === 'refused' ? lastSending(of.caseId)?.problem : undefined
  return (
    <li class="surveys-row">
      <a class="surveys-household" href={fieldPage(of)}>
        <span class="surveys-name">
          <strong>{of.headName}</strong>
          <Badge look={look}>{words}</Badge>
        </span>
        <span class="quiet">{[...about, of.number, of.address].filter(Boolean).join(' · ')}</span>
        {of.handedOn && (
          <span class="quiet">
            {say(
              { vi: 'Hộ chuyển đến, giao cho bạn từ {day}', en: 'Moved here, yours from {day}' },
              { day: showDate(of.handedOn) },
            )}
          </span>
        )}
        {of.leftBecause && of.leftOn && (
          <span class="quiet">
            {of.mergedInto
              ? say(mergedWords, { day: showDate(of.leftOn), name: of.mergedInto })
              : say(leftWords[of.leftBecause], { day: showDate(of.leftOn) })}{' '}
            {of.leftTold && say(notSurveyedSaid(of.leftTold))}
          </span>
        )}
        {stand === 'submitted' && typeof of.sentBy === 'string' && (
          <span class="quiet">
            {say(
              {
                vi: 'Phiếu do {by} gửi, công chức xã đang xem',
                en: 'The form was sent by {by}; the official looks at it',
              },
              { by: of.sentBy || say({ vi: 'người rà soát trước', en: 'who had it before' }) },
            )}
          </span>
        )}
        <NoticeLine of={notice} caseId={of.caseId} />
        {of.classBefore && <ClassMark of={of.classBefore} />}
        {stand === 'returned' && comment && (
          <span class="remark surveys-remark">
            {comment.by}: {comment.note}
            {of.comments.length > 1 && (
              <>
                {' '}
                {say({ vi: '(và {n} nhận xét nữa)', en: '(and {n} more)' }, { n: showNumber(of.comments.length - 1) })}
              </>
            )}
          </span>
        )}
        {refusal && <span class="field-problem">{say(refusal.title)}</span>}
      </a>
      {of.phone && (
        <a class="surveys-call" {...calling(of.phone, of.headName)}>
          {say({ vi: 'Gọi', en: 'Call' })}
        </a>
      )}
    </li>
  )
}

function NoticeLine({ of: { told, doubles }, caseId }: { of: NoticeOfRow; caseId: string }) {
  const sending = lastNotice(caseId)
  const last = told?.answers.at(-1)
  return (
    <>
      {sending && sending.state !== 'sent' ? (
        <span class={sending.state === 'refused' ? 'field-problem' : 'quiet'}>
          {say(sending.state === 'refused' ? notTaken : waitsToGo, { what: sending.label })}
        </span>
      ) : (
        told && (
          <span class={last ? 'remark surveys-remark' : 'quiet'}>
            {say(
              { vi: 'Đã báo xã: {what}. {state}', en: 'Told the commune: {what}. {state}' },
              { what: say(noticeKinds[told.kind]), state: last ? '' : say(noticeStates[told.state]) },
            )}
            {last && `${say(outcomes[last.outcome])}${last.words && `: ${last.words}`}`}
          </span>
        )
      )}
      {doubles.length > 0 && (
        <span class="quiet">
          {say(
            { vi: 'Có thể trùng với hộ khác cùng tên trong danh sách ({n})', en: 'May be on the list twice ({n})' },
            { n: showNumber(doubles.length) },
          )}
        </span>
      )}
    </>
  )
}

const waitsToGo: Words = { vi: 'Tin báo chờ gửi: {what}', en: 'A notice waits to go: {what}' }
const notTaken: Words = { vi: 'Tin báo bị trả lại: {what}', en: 'A notice was refused: {what}' }
