/**
 * People whose birth and place in the household can hardly both be right: asked about where a survey or the register has
 * them, never refused.
 */
import type { PlainDate } from '#kernel/dates.ts'
import { showNumber } from '#kernel/numbers.ts'
import type { Said } from '#kernel/text.ts'
import type { Member } from '../model/facts.ts'
import { oldestAge, partsOf } from './ages.ts'

/** In years. Ours, no text was seen for any of them (mark: illustrative). They decide nothing but what is asked again. */
const usual = {
  /** Of whom more is said, mostly a century is wrong. */
  mostAge: 105,
  /** The youngest head, spouse, or one who married into the household. */
  leastGrown: 13,
  /** From a parent to a child. */
  leastApart: 13,
  /** From a grandparent to a grandchild. */
  leastTwoApart: 26,
} as const

export type OddAnswer = {
  /** As a question has it: `income.perPersonMonth`, `members[].birth`; `members`: the list of them. */
  readonly path: string
  readonly person: string | null
  readonly said: Said
}

export type Placed = Pick<Member, 'id' | 'name' | 'relation' | 'birth'> & {
  /** Came into the household by marriage. */
  readonly married?: boolean
}

const whoOf = ({ name }: Placed): Said => {
  const said = name?.trim()
  return said ? { vi: said, en: said } : { vi: 'Người này', en: 'This person' }
}

type Side = Said & { readonly younger: boolean; readonly apart: number }

/** Who is younger than the head, or older, by how many years at least, and what that one is called. */
const sides: Partial<Record<NonNullable<Member['relation']>, Side>> = {
  child: { younger: true, apart: usual.leastApart, vi: 'con', en: 'a child' },
  child_in_law: { younger: true, apart: usual.leastApart, vi: 'con dâu, con rể', en: 'a child-in-law' },
  // Nephews and nieces are called so too, and may be as old.
  grandchild: { younger: true, apart: 0, vi: 'cháu', en: 'a grandchild' },
  parent: { younger: false, apart: usual.leastApart, vi: 'cha, mẹ', en: 'a parent' },
  parent_in_law: { younger: false, apart: usual.leastApart, vi: 'cha, mẹ vợ (chồng)', en: 'a parent-in-law' },
  grandparent: { younger: false, apart: usual.leastTwoApart, vi: 'ông, bà', en: 'a grandparent' },
}

function relationOf(member: Placed, head: Placed | undefined): Said | null {
  const side = member.relation && sides[member.relation]
  if (!side || !member.birth || !head?.birth) return null
  const younger = member.birth.year - head.birth.year
  if ((side.younger ? younger : -younger) >= side.apart) return null
  const who = whoOf(member)
  const years = showNumber(Math.abs(younger))
  const only = side.younger === younger >= 0 ? { vi: 'chỉ ', en: 'only ' } : { vi: '', en: '' }
  const than = younger >= 0 ? { vi: 'kém', en: 'younger' } : { vi: only.vi ? 'hơn' : 'lớn hơn', en: 'older' }
  return {
    vi: `${who.vi} là ${side.vi} mà ${only.vi}${than.vi} chủ hộ ${years} tuổi?`,
    en: `${who.en}, ${side.en}, is ${only.en}${years} ${than.en} than the head?`,
  }
}

/** How somebody so young can hardly be there. */
const young: Partial<Record<NonNullable<Member['relation']>, Said>> = {
  head: { vi: 'là chủ hộ', en: 'the head' },
  spouse: { vi: 'là vợ, chồng', en: 'a spouse' },
  child_in_law: { vi: 'là con dâu, con rể', en: 'a child-in-law' },
}
const marriedIn: Said = { vi: 'kết hôn về', en: 'married into the household' }

function memberOf(member: Placed, head: Placed | undefined, day: PlainDate): OddAnswer[] {
  const { id: person, relation, birth } = member
  if (!birth) return []
  const who = whoOf(member)
  const age = oldestAge(birth, partsOf(day))
  const n = showNumber(age)
  const as = member.married ? marriedIn : relation && young[relation]
  const asked: readonly (readonly [string, Said | null | undefined])[] = [
    [
      'members[].birth',
      age > usual.mostAge ? { vi: `${who.vi} ${n} tuổi?`, en: `${who.en} is ${n} years old?` } : null,
    ],
    [
      'members[].relation',
      as && age < usual.leastGrown
        ? { vi: `${who.vi} ${as.vi}, mới ${n} tuổi?`, en: `${who.en} is ${as.en}, at ${n}?` }
        : null,
    ],
    ['members[].relation', relationOf(member, head)],
  ]
  return asked.flatMap(([path, said]) => (said ? [{ path, person, said }] : []))
}

/** Each of whom something is to be looked at again, beside the head among them. */
export function oddPeople(members: readonly Placed[], day: PlainDate): OddAnswer[] {
  const head = members.find(({ relation }) => relation === 'head')
  return members.flatMap((member) => memberOf(member, head, day))
}
