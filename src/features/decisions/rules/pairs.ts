/** Members of two papers, or of a paper and the register, each with the one that he is in the other. */
import { canonicalJson } from '#features/standards/rules/hash.ts'
import type { SaidMember } from './said.ts'

type Alike = (one: SaidMember, other: SaidMember) => boolean
/** Who is who where something of them differs, the surest first. */
const alikes: readonly Alike[] = [
  (one, other) => canonicalJson(one) === canonicalJson(other),
  (one, other) => one.name === other.name && one.birthYear === other.birthYear,
  (one, other) => one.birthYear === other.birthYear && one.sex === other.sex && one.relation === other.relation,
  (one, other) => one.name === other.name,
  (one, other) => one.birthYear === other.birthYear && one.sex === other.sex,
  (one, other) => one.relation === other.relation && one.relation !== 'child' && one.relation !== 'other',
]

export type Pair = { readonly was: SaidMember | null; readonly is: SaidMember | null }

/** Members of before and after, each with the one that he is now; in the order of before, then who was left out. */
export function pairs(before: readonly SaidMember[], after: readonly SaidMember[]): Pair[] {
  const found = new Map<SaidMember, SaidMember>()
  const taken = new Set<SaidMember>()
  for (const alike of alikes)
    for (const was of before) {
      if (found.has(was)) continue
      const is = after.find((one) => !taken.has(one) && alike(was, one))
      if (!is) continue
      found.set(was, is)
      taken.add(is)
    }
  return [
    ...before.map((was) => ({ was, is: found.get(was) ?? null })),
    ...after.filter((one) => !taken.has(one)).map((is) => ({ was: null, is })),
  ]
}
