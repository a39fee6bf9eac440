/** A person as it is typed, and as it is sent. */
import type { Member as SurveyMember } from '#features/standards/model/facts.ts'
import { birthFrom, type Sex, typedBirth } from '#kernel/persons.ts'
import type { MemberFacts, Person, Relation } from '../model.ts'
import type { MemberAnswer } from './answers.ts'

export type PersonDraft = {
  readonly name: string
  readonly sex: Sex | null
  /** `1976-11-05` or `1976`. */
  readonly birth: string | null
  readonly ethnicity: string
  readonly citizenId: string
  readonly insuranceNo: string
  readonly relation: Relation | null
  readonly facts: MemberFacts
}

export const emptyDraft = (relation: Relation | null = null): PersonDraft => ({
  name: '',
  sex: null,
  birth: null,
  ethnicity: '01',
  citizenId: '',
  insuranceNo: '',
  relation,
  facts: {},
})

/** Numbers stay empty: they are hidden, and empty means unchanged. */
export const draftOf = (member: MemberAnswer): PersonDraft => ({
  name: member.name,
  sex: member.sex,
  birth: typedBirth(member.birth),
  ethnicity: member.ethnicity,
  citizenId: '',
  insuranceNo: '',
  relation: member.relation,
  facts: member.facts,
})

/** What a survey says of a person, as far as it says it. */
export const draftFrom = ({
  id: _id,
  name,
  sex,
  birth,
  relation,
  ethnicity,
  ...facts
}: SurveyMember): Partial<PersonDraft> => ({
  ...(name && { name }),
  ...(sex && { sex }),
  ...(birth && { birth: typedBirth(birth) }),
  ...(relation && relation !== 'head' && { relation }),
  ...(ethnicity && { ethnicity }),
  ...(Object.keys(facts).length > 0 && { facts }),
})

/** The person to send; null while something needed is missing. */
export function personOf(draft: PersonDraft): Person | null {
  const { name, sex, ethnicity, citizenId, insuranceNo, facts } = draft
  const birth = birthFrom(draft.birth)
  if (!name.trim() || !sex || !birth) return null
  return {
    name: name.trim(),
    sex,
    birth,
    ethnicity,
    facts,
    ...(citizenId.trim() && { citizenId: citizenId.trim() }),
    ...(insuranceNo.trim() && { insuranceNo: insuranceNo.trim() }),
  }
}

type Changes = Partial<Pick<Person, 'name' | 'sex' | 'birth' | 'ethnicity' | 'citizenId' | 'insuranceNo' | 'facts'>> & {
  relation?: Relation
}

/** What differs from the member as it stands; nothing where nothing was changed. */
export function changesOf(member: MemberAnswer, draft: PersonDraft): Changes {
  const person = personOf(draft)
  if (!person) return {}
  const before = draftOf(member)
  return {
    ...(draft.name.trim() !== before.name && { name: person.name }),
    ...(draft.sex !== before.sex && { sex: person.sex }),
    ...(draft.birth !== before.birth && { birth: person.birth }),
    ...(draft.ethnicity !== before.ethnicity && { ethnicity: person.ethnicity }),
    ...(draft.relation && draft.relation !== before.relation && { relation: draft.relation }),
    ...(person.citizenId && { citizenId: person.citizenId }),
    ...(person.insuranceNo && { insuranceNo: person.insuranceNo }),
    ...(JSON.stringify(draft.facts) !== JSON.stringify(before.facts) && { facts: draft.facts }),
  }
}

/** What a change of the member rests on: the member as it was read. */
export const seenIn = ({ name, sex, birth, ethnicity, relation, facts, marks }: MemberAnswer) => ({
  name,
  sex,
  birth,
  ethnicity,
  relation,
  facts,
  ...marks,
})
