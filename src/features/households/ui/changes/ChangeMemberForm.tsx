import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import type { HouseholdAnswer, MemberAnswer } from '../answers.ts'
import { changeMember } from '../calls.ts'
import { notHead, PersonFields } from '../PersonFields.tsx'
import { changesOf, draftOf, personOf } from '../personDraft.ts'
import { DeedForm } from './DeedForm.tsx'

type Props = { readonly household: HouseholdAnswer; readonly member: MemberAnswer; readonly onDone: () => void }

/** A correction or something newly known; the old value stays in the timeline. */
export function ChangeMemberForm({ household, member, onDone }: Props) {
  const kept = useDraft('households.member', member.memberId)
  const [draft, setDraft] = useTyped(kept, 'person', () => draftOf(member))
  const changing = useChange(changeMember, { draft: kept })
  const changes = changesOf(member, draft)
  const whyNot = !personOf(draft)
    ? { vi: 'Cần họ tên, giới tính, ngày sinh.', en: 'Name, sex and birth are needed.' }
    : Object.keys(changes).length === 0
      ? { vi: 'Chưa có gì thay đổi.', en: 'Nothing is changed yet.' }
      : null
  return (
    <DeedForm
      draft={kept}
      day={null}
      onDay={null}
      pending={changing.pending}
      problem={changing.problem}
      whyNot={whyNot}
      onSubmit={async () => {
        const { householdId } = household
        if (await changing.run({ householdId, memberId: member.memberId, ...changes })) onDone()
      }}
    >
      <PersonFields draft={draft} onChange={setDraft} held relations={member.relation === 'head' ? [] : notHead} />
    </DeedForm>
  )
}
