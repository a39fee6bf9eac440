import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useSeen, useTyped } from '#platform/web/draft.ts'
import { useEdit } from '#platform/web/edits.ts'
import { newId } from '#platform/web/ids.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Decide } from '#platform/web/kit/Decide.tsx'
import { joinWords } from '../../model/words.ts'
import { addMember } from '../calls.ts'
import { Doubles, useAsked } from '../Doubles.tsx'
import { aboutHousehold, householdWords } from '../fieldWords.ts'
import { notHead, PersonFields } from '../PersonFields.tsx'
import { emptyDraft, type PersonDraft, personOf } from '../personDraft.ts'
import { DeedForm } from './DeedForm.tsx'
import { type DeedProps, headIdOf } from './deed.ts'

type Reason = 'born' | 'moved_in' | 'married'
const reasons: readonly Reason[] = ['born', 'moved_in', 'married']

/** `begin`: what is known of the person already. */
export function AddMemberForm({ household, onDone, begin }: DeedProps & { readonly begin?: Partial<PersonDraft> }) {
  const kept = useDraft('households.member_new', household.householdId)
  const [reason, setReason] = useTyped<Reason | null>(kept, 'reason', null)
  const [day, setDay] = useTyped<string | null>(kept, 'day', null)
  const [draft, setDraft] = useTyped<PersonDraft>(kept, 'person', () => ({ ...emptyDraft(), ...begin }))
  const memberId = useMade(kept, 'memberId', () => newId<'member'>())
  const headId = useSeen(kept, 'seenHead', headIdOf(household))
  const asked = useAsked(useChange(addMember, { draft: kept }), kept)
  const adding = useEdit(asked)
  const person = personOf(draft)
  const { relation } = draft
  const born = reason === 'born' && draft.birth?.length === 10 ? draft.birth : null
  const whyNot =
    reason && person && relation
      ? null
      : { vi: 'Cần lý do, họ tên, giới tính, ngày sinh, quan hệ.', en: 'Reason, name, sex, birth, relation.' }
  return (
    <>
      <DeedForm
        draft={kept}
        touches={{ ...household, act: 'household.member_joined' }}
        day={born ?? day}
        onDay={born ? null : setDay}
        dayLabel={{ vi: 'Vào hộ từ ngày', en: 'Joined on' }}
        pending={adding.pending}
        problem={adding.problem}
        whyNot={whyNot}
        onSubmit={async (on) => {
          if (!reason || !person || !relation) return
          const { householdId } = household
          const joined = born ? (born as typeof on) : on
          const said = { householdId, memberId, on: joined, reason, relation, person }
          if (await adding.run({ ...said, ...(headId && { was: { headId } }) })) onDone()
        }}
      >
        <ChoiceField<Reason>
          label={{ vi: 'Lý do', en: 'Reason' }}
          required
          choices={reasons.map((value) => ({ value, label: joinWords[value] }))}
          value={reason}
          onChange={setReason}
        />
        <PersonFields draft={draft} onChange={setDraft} relations={notHead} />
      </DeedForm>
      <Doubles of={asked} onDone={onDone} />
      <Decide of={adding} about={aboutHousehold(household)} words={householdWords} onDone={onDone} />
    </>
  )
}
