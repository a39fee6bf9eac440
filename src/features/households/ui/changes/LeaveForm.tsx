import type { MemberId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { useEdit } from '#platform/web/edits.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Decide } from '#platform/web/kit/Decide.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { leaveWords } from '../../model/words.ts'
import type { LeaveReason } from '../../model.ts'
import type { HouseholdAnswer, MemberAnswer } from '../answers.ts'
import { memberLeaves } from '../calls.ts'
import { Doubles, useAsked } from '../Doubles.tsx'
import { aboutHousehold, householdWords } from '../fieldWords.ts'
import { DeedForm } from './DeedForm.tsx'
import { headIdOf } from './deed.ts'
import { MemberChoice, newHeadNeeded, newHeadWords } from './MemberChoice.tsx'

type Reason = 'died' | 'moved_out' | 'married' | 'entered_by_mistake'
const reasons: readonly Reason[] = ['died', 'moved_out', 'married', 'entered_by_mistake']

type Props = {
  readonly household: HouseholdAnswer
  readonly member: MemberAnswer
  readonly onDone: () => void
  /** As it was heard, to begin with. */
  readonly begin?: { readonly reason: LeaveReason; readonly on?: string }
}

const LastOne = () => (
  <Notice look="waits">
    {say({
      vi: 'Đây là người cuối cùng: hộ sẽ kết thúc từ ngày ấy.',
      en: 'This is the last member: the household ends on that day.',
    })}
  </Notice>
)

const offered = (reason: LeaveReason | undefined): Reason | null => reasons.find((one) => one === reason) ?? null

export function LeaveForm({ household, member, onDone, begin }: Props) {
  const draft = useDraft('households.leave', member.memberId)
  const [reason, setReason] = useTyped<Reason | null>(draft, 'reason', offered(begin?.reason))
  const [day, setDay] = useTyped<string | null>(draft, 'day', begin?.on ?? null)
  const [newHeadId, setNewHeadId] = useTyped<MemberId | null>(draft, 'newHeadId', null)
  const seen = useSeen(draft, 'seenHead', headIdOf(household))
  const asked = useAsked(useChange(memberLeaves, { draft }), draft)
  const leaving = useEdit(asked)
  const rest = household.members.filter((one) => one.memberId !== member.memberId)
  const needsHead = member.relation === 'head' && rest.length > 0
  const whyNot = !reason
    ? { vi: 'Chọn lý do.', en: 'Choose the reason.' }
    : needsHead && !newHeadId
      ? newHeadNeeded
      : null
  return (
    <>
      <DeedForm
        draft={draft}
        touches={{ ...household, act: rest.length === 0 ? 'household.ended' : 'household.member_left' }}
        day={day}
        onDay={setDay}
        dayLabel={{ vi: 'Không còn trong hộ từ ngày', en: 'No longer a member from' }}
        pending={leaving.pending}
        problem={leaving.problem}
        whyNot={whyNot}
        onSubmit={async (on) => {
          const { householdId } = household
          const { memberId } = member
          const next = newHeadId && { newHeadId, ...(seen && { was: { newHeadId: seen } }) }
          if (reason && (await leaving.run({ householdId, memberId, on, reason, ...next }))) onDone()
        }}
      >
        {rest.length === 0 && <LastOne />}
        <ChoiceField<Reason>
          label={{ vi: 'Lý do', en: 'Reason' }}
          required
          choices={reasons.map((value) => ({ value, label: leaveWords[value] }))}
          value={reason}
          onChange={setReason}
        />
        {needsHead && <MemberChoice label={newHeadWords} members={rest} value={newHeadId} onChange={setNewHeadId} />}
      </DeedForm>
      <Doubles of={asked} onDone={onDone} />
      <Decide of={leaving} about={aboutHousehold(household)} words={householdWords} onDone={onDone} />
    </>
  )
}
