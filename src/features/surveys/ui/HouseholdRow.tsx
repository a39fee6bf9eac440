import { leftWords, mergedWords } from '#features/rounds/rules/cases.ts'
import { showDate } from '#kernel/dates.ts'
import { Badge, type BadgeLook } from '#platform/web/kit/Badge.tsx'
import { ClassMark } from '#platform/web/kit/ClassMark.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { Row, Stand } from './householdRows.ts'
import { fieldPage, lastSending } from './onDevice.ts'

export const standWords: Readonly<Record<Stand, { readonly words: Words; readonly look: BadgeLook }>> = {
  returned: { words: { vi: 'Trả lại', en: 'Returned' }, look: 'late' },
  refused: { words: { vi: 'Gửi không được', en: 'Refused' }, look: 'late' },
  begun: { words: { vi: 'Đang làm dở', en: 'Begun' }, look: 'waits' },
  assigned: { words: { vi: 'Chờ khảo sát', en: 'To survey' }, look: 'plain' },
  waiting: { words: { vi: 'Chờ gửi', en: 'Waiting to go' }, look: 'waits' },
  submitted: { words: { vi: 'Đã gửi', en: 'Sent' }, look: 'done' },
  accepted: { words: { vi: 'Đã chấp nhận', en: 'Accepted' }, look: 'done' },
  ended: { words: { vi: 'Ra khỏi kỳ', en: 'Left the round' }, look: 'plain' },
}

/** One household (with what else tells it apart in this list): who, where, what it is now, and what is to be done. */
export function HouseholdRow({ row: { of, stand }, about }: { row: Row; about: readonly string[] }) {
  const { words, look } = standWords[stand]
  const [comment] = of.comments
  const refusal = stand === 'refused' ? lastSending(of.caseId)?.problem : undefined
  return (
    <li>
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
              : say(leftWords[of.leftBecause], { day: showDate(of.leftOn) })}
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
    </li>
  )
}
