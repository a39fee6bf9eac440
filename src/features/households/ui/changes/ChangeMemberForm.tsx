import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { useEdit } from '#platform/web/edits.ts'
import { Decide } from '#platform/web/kit/Decide.tsx'
import type { HouseholdAnswer, MemberAnswer } from '../answers.ts'
import { changeMember } from '../calls.ts'
import { Doubles, useAsked } from '../Doubles.tsx'
import { aboutHousehold, householdWords } from '../fieldWords.ts'
import { notHead, PersonFields } from '../PersonFields.tsx'
import { changesOf, draftOf, type PersonDraft, personOf, seenIn } from '../personDraft.ts'
import { DeedForm } from './DeedForm.tsx'
import { headIdOf } from './deed.ts'

type Props = {
  readonly household: HouseholdAnswer
  readonly member: MemberAnswer
  /** What is known otherwise already. */
  readonly begin?: Partial<PersonDraft>
  readonly onDone: () => void
}

/** A correction or something newly known; the old value stays in the timeline. */
export function ChangeMemberForm({ household, member: current, begin, onDone }: Props) {
  const kept = useDraft('households.member', current.memberId)
  // The page may read the member again meanwhile, and so may another day: what is typed rests on what stood when it was begun.
  const member = useSeen(kept, 'seen', current)
  const headId = useSeen(kept, 'seenHead', headIdOf(household))
  const [draft, setDraft] = useTyped(kept, 'person', () => ({ ...draftOf(current), ...begin }))
  const asked = useAsked(useChange(changeMember, { draft: kept }), kept)
  const changing = useEdit(asked)
  const changes = changesOf(member, draft)
  const whyNot = !personOf(draft)
    ? { vi: 'Cần họ tên, giới tính, ngày sinh.', en: 'Name, sex and birth are needed.' }
    : Object.keys(changes).length === 0
      ? { vi: 'Chưa có gì thay đổi.', en: 'Nothing is changed yet.' }
      : null
  return (
    <>
      <DeedForm
        draft={kept}
        touches={{ ...household, act: 'household.member_changed' }}
        day={null}
        onDay={null}
        pending={changing.pending}
        problem={changing.problem}
        whyNot={whyNot}
        onSubmit={async () => {
          const { householdId } = household
          const was = { ...seenIn(member), ...(headId && { headId }) }
          if (await changing.run({ householdId, memberId: member.memberId, was, ...changes })) onDone()
        }}
      >
        <PersonFields draft={draft} onChange={setDraft} held relations={member.relation === 'head' ? [] : notHead} />
      </DeedForm>
      <Doubles of={asked} onDone={onDone} />
      <Decide
        of={changing}
        about={`${member.name}, ${aboutHousehold(household)}`}
        words={householdWords}
        onDone={onDone}
      />
    </>
  )
}
