/** Who goes, who heads each side, where the new household lives. */

import { useLocation } from 'preact-iso'
import type { MemberId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useSeen, useTyped } from '#platform/web/draft.ts'
import { useEdit } from '#platform/web/edits.ts'
import { newId } from '#platform/web/ids.ts'
import { ChoicesField } from '#platform/web/kit/ChoiceField.tsx'
import { Decide } from '#platform/web/kit/Decide.tsx'
import type { Words } from '#platform/web/language.ts'
import { relationWords } from '../../model/words.ts'
import type { Relation } from '../../model.ts'
import { likelyTo } from '../../rules/relations.ts'
import type { MemberAnswer } from '../answers.ts'
import { splitHousehold } from '../calls.ts'
import { Doubles, useAsked } from '../Doubles.tsx'
import { aboutHousehold, householdWords } from '../fieldWords.ts'
import { pathOf } from '../sayings.ts'
import { DeedForm } from './DeedForm.tsx'
import { type DeedProps, headIdOf } from './deed.ts'
import { MemberChoice } from './MemberChoice.tsx'
import { PhoneField } from './PhoneField.tsx'
import { type Place, PlaceFields } from './PlaceFields.tsx'
import { Relations, relationsNeeded } from './Relations.tsx'

type Sides = {
  readonly going: readonly MemberId[]
  readonly headId: MemberId | null
  readonly said: ReadonlyMap<MemberId, Relation>
  readonly stayingHeadId: MemberId | null
}
const nobody: Sides = { going: [], headId: null, said: new Map(), stayingHeadId: null }

export function SplitForm({ household, onDone }: DeedProps) {
  const draft = useDraft('households.split', household.householdId)
  const [sides, setSides] = useTyped(draft, 'sides', nobody)
  const [place, setPlace] = useTyped<Place>(draft, 'place', {
    villageId: household.village.areaId,
    address: household.address,
    number: '',
  })
  const [phone, setPhone] = useTyped(draft, 'phone', '')
  const [day, setDay] = useTyped<string | null>(draft, 'day', null)
  const newHouseholdId = useMade(draft, 'newHouseholdId', () => newId<'household'>())
  const seen = useSeen(draft, 'seenHead', headIdOf(household))
  const asked = useAsked(useChange(splitHousehold, { draft }), draft)
  const splitting = useEdit(asked)
  const { route } = useLocation()
  const to = useTo()
  const split = splitOf(household.members, sides)
  const open = () => {
    onDone()
    route(to(pathOf(newHouseholdId)))
  }
  return (
    <>
      <DeedForm
        draft={draft}
        touches={{ ...household, act: 'household.split' }}
        day={day}
        onDay={setDay}
        dayLabel={{ vi: 'Thành hộ riêng từ ngày', en: 'A household of its own from' }}
        pending={splitting.pending}
        problem={splitting.problem}
        whyNot={split.whyNot}
        onSubmit={async (on) => {
          const { villageId, address, number } = place
          if (!villageId) return
          const { newHeadId } = split
          const members = split.members.flatMap(({ memberId, relation }) => (relation ? [{ memberId, relation }] : []))
          const where = { householdId: household.householdId, newHouseholdId, on, villageId, address, number, phone }
          const next = newHeadId && { newHeadId, ...(seen && { was: { newHeadId: seen } }) }
          if (await splitting.run({ ...where, members, ...next })) open()
        }}
      >
        <SideFields members={household.members} sides={sides} onChange={setSides} split={split} />
        <PlaceFields communeId={household.commune?.areaId ?? null} place={place} onChange={setPlace} />
        <PhoneField value={phone} onChange={setPhone} />
      </DeedForm>
      <Doubles of={asked} onDone={open} />
      <Decide of={splitting} about={aboutHousehold(household)} words={householdWords} onDone={open} />
    </>
  )
}

type Split = {
  readonly going: readonly MemberAnswer[]
  readonly rest: readonly MemberAnswer[]
  readonly headLeaves: boolean
  readonly members: { memberId: MemberId; relation: Relation | null }[]
  readonly newHeadId: MemberId | null
  readonly whyNot: Words | null
}

function splitOf(all: readonly MemberAnswer[], { going: ids, headId, said, stayingHeadId }: Sides): Split {
  const going = all.filter((member) => ids.includes(member.memberId))
  const rest = all.filter((member) => !ids.includes(member.memberId))
  const head = going.find((member) => member.memberId === headId)
  const headLeaves = going.some((member) => member.relation === 'head')
  const newHeadId = headLeaves ? (rest.find((member) => member.memberId === stayingHeadId)?.memberId ?? null) : null
  const members = going.map((member) => ({
    memberId: member.memberId,
    relation:
      member === head
        ? ('head' as const)
        : (said.get(member.memberId) ?? (head ? likelyTo(head.relation, member.relation) : null)),
  }))
  const whyNot =
    going.length === 0
      ? { vi: 'Chọn những người tách ra.', en: 'Choose who goes.' }
      : rest.length === 0
        ? { vi: 'Phải còn ít nhất một người ở lại.', en: 'At least one person stays.' }
        : !head
          ? { vi: 'Chọn chủ hộ của hộ mới.', en: 'Choose the head of the new household.' }
          : headLeaves && !newHeadId
            ? { vi: 'Chọn chủ hộ cho những người ở lại.', en: 'Choose the head of those who stay.' }
            : members.some(({ relation }) => relation === null)
              ? relationsNeeded
              : null
  return { going, rest, headLeaves, members, newHeadId, whyNot }
}

type FieldsProps = {
  readonly members: readonly MemberAnswer[]
  readonly sides: Sides
  readonly split: Split
  readonly onChange: (sides: Sides) => void
}

function SideFields({ members, sides, split, onChange }: FieldsProps) {
  const relationOf = (member: MemberAnswer) =>
    split.members.find((one) => one.memberId === member.memberId)?.relation ?? null
  return (
    <>
      <ChoicesField<MemberId>
        label={{ vi: 'Ai tách ra?', en: 'Who goes?' }}
        at="members"
        required
        choices={members.map((m) => ({ value: m.memberId, label: m.name, hint: relationWords[m.relation] }))}
        values={sides.going}
        onChange={(going) => onChange({ ...sides, going })}
      />
      {split.going.length > 0 && (
        <MemberChoice
          label={{ vi: 'Chủ hộ của hộ mới', en: 'Head of the new household' }}
          at="ofNew"
          members={split.going}
          value={sides.headId}
          onChange={(headId) => onChange({ ...sides, headId, said: new Map() })}
        />
      )}
      {split.headLeaves && split.rest.length > 0 && (
        <MemberChoice
          label={{ vi: 'Chủ hộ của những người ở lại', en: 'Head of those who stay' }}
          members={split.rest}
          value={sides.stayingHeadId}
          onChange={(stayingHeadId) => onChange({ ...sides, stayingHeadId })}
        />
      )}
      <Relations
        members={split.going.filter((member) => member.memberId !== sides.headId)}
        relationOf={relationOf}
        onChange={(id, relation) => onChange({ ...sides, said: new Map(sides.said).set(id, relation) })}
      />
    </>
  )
}
