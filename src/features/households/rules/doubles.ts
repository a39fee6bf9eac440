/** Who may be the same person, or the same household, as one that stands: asked about, and entered all the same with a reason. */

import { tidyCitizenId } from '#kernel/citizenId.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { HouseholdId, MemberId, PersonId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Person } from '../model.ts'

export type Known = {
  readonly householdId: HouseholdId
  readonly memberId: MemberId
  readonly personId: PersonId
  readonly name: string
  readonly sex: Person['sex']
  readonly birth: Person['birth']
  /** The last three figures; null where none is held. */
  readonly citizenIdEnd: string | null
  readonly leftOn: PlainDate | null
}

type Who = Pick<Person, 'name' | 'sex' | 'birth' | 'citizenId'>

/** Every person who is recorded as one with this one, itself among them. */
export function oneWith(person: PersonId, pairs: readonly (readonly [PersonId, PersonId])[]): ReadonlySet<PersonId> {
  const found = new Set([person])
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const [one, other] of pairs)
      if (found.has(one) || found.has(other)) {
        found.add(one)
        found.add(other)
      }
  }
  return found
}

/**
 * A name as doubles are compared: folded, and what parts its syllables says nothing (`H’Hen`, `H Hen`, `Y-Blok`, `YBlok`); `y`
 * after a consonant or `qu` is `i`, as people write one for the other (Ti, Tỵ; Quí, Quý). The database's `heard_as` agrees.
 */
export const heardAs = (name: string): string =>
  fold(name)
    .replaceAll(' ', '')
    .replace(/(qu|[^aeiouy])y/g, '$1i')

const unlike = <T>(a: T | null | undefined, b: T | null | undefined): boolean =>
  a !== null && a !== undefined && b !== null && b !== undefined && a !== b

/** The same name as it is heard, sex and year of birth; where both say more of the birth, or a citizen id, the same too. */
export function alike(who: Who, known: Omit<Known, 'householdId' | 'memberId' | 'personId' | 'leftOn'>): boolean {
  const id = tidyCitizenId(who.citizenId ?? '').slice(-3) || null
  return (
    heardAs(who.name) === heardAs(known.name) &&
    who.sex === known.sex &&
    who.birth.year === known.birth.year &&
    !unlike(who.birth.month, known.birth.month) &&
    !unlike(who.birth.day, known.birth.day) &&
    !unlike(id, known.citizenIdEnd)
  )
}

/** Of people entered together, the later of each two who are alike. */
export const twiceAmong = <T extends Who>(people: readonly T[]): T[] =>
  people.filter((one, at) =>
    people.slice(0, at).some((other) => alike(one, { ...other, citizenIdEnd: other.citizenId?.slice(-3) || null })),
  )
