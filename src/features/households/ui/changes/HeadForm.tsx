import type { MemberId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { useEdit } from '#platform/web/edits.ts'
import { Decide } from '#platform/web/kit/Decide.tsx'
import type { Relation } from '../../model.ts'
import { likelyTo } from '../../rules/relations.ts'
import type { MemberAnswer } from '../answers.ts'
import { changeHead } from '../calls.ts'
import { Doubles, useAsked } from '../Doubles.tsx'
import { aboutHousehold, householdWords } from '../fieldWords.ts'
import { DeedForm } from './DeedForm.tsx'
import type { DeedProps } from './deed.ts'
import { MemberChoice, newHeadNeeded, newHeadWords } from './MemberChoice.tsx'
import { Relations, relationsNeeded } from './Relations.tsx'

/** The likely relations to the new head are proposed; the official confirms each. */
export function HeadForm({ household, onDone, begin = null }: DeedProps & { readonly begin?: MemberId | null }) {
  const draft = useDraft('households.head', household.householdId)
  const [newHeadId, setNewHeadId] = useTyped<MemberId | null>(draft, 'newHeadId', begin)
  const [said, setSaid] = useTyped<ReadonlyMap<MemberId, Relation>>(draft, 'said', new Map())
  const [day, setDay] = useTyped<string | null>(draft, 'day', null)
  const seen = useSeen(draft, 'seen', household.members.find((one) => one.relation === 'head')?.memberId)
  const was = seen && { newHeadId: seen }
  const asked = useAsked(useChange(changeHead, { draft }), draft)
  const changing = useEdit(asked)
  const head = household.members.find((member) => member.memberId === newHeadId)
  const others = household.members.filter((member) => member.memberId !== newHeadId)
  const relationOf = (member: MemberAnswer) =>
    said.get(member.memberId) ?? (head ? likelyTo(head.relation, member.relation) : null)
  return (
    <>
      <DeedForm
        draft={draft}
        touches={{ ...household, act: 'household.head_changed' }}
        day={day}
        onDay={setDay}
        dayLabel={{ vi: 'Làm chủ hộ từ ngày', en: 'Head from' }}
        pending={changing.pending}
        problem={changing.problem}
        whyNot={!head ? newHeadNeeded : others.some((one) => relationOf(one) === null) ? relationsNeeded : null}
        onSubmit={async (on) => {
          if (!newHeadId) return
          const relations = others.flatMap((member) => {
            const relation = relationOf(member)
            return relation ? [{ memberId: member.memberId, relation }] : []
          })
          if (await changing.run({ householdId: household.householdId, on, newHeadId, relations, ...(was && { was }) }))
            onDone()
        }}
      >
        <MemberChoice
          label={newHeadWords}
          members={household.members.filter((member) => member.relation !== 'head')}
          value={newHeadId}
          onChange={(memberId) => {
            setNewHeadId(memberId)
            setSaid(new Map())
          }}
        />
        {head && (
          <Relations
            members={others}
            relationOf={relationOf}
            onChange={(id, to) => setSaid(new Map(said).set(id, to))}
          />
        )}
      </DeedForm>
      <Doubles of={asked} onDone={onDone} />
      <Decide of={changing} about={aboutHousehold(household)} words={householdWords} onDone={onDone} />
    </>
  )
}
