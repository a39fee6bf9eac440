/** What a compiled indicator is: one test, and the facts it reads, so that the same test both counts and explains. */
import type { Facts, Member } from '../model/facts.ts'
import type { Ask, MemberTest } from './ages.ts'
import type { Tri } from './tri.ts'

type MemberKey = Exclude<keyof Member, 'id' | 'name' | 'birth'>
export type MemberRead = { readonly key: MemberKey; readonly path: string }

/** The facts of a member that a rule reads, with their paths. */
export const memberReads = (...keys: MemberKey[]): MemberRead[] =>
  keys.map((key) => ({ key, path: `members[].${key}` }))

/** Lacking when at least one member is. */
export type AnyMemberRule = {
  kind: 'any_member'
  reads: readonly MemberRead[]
  test: MemberTest
  /** Whom the indicator speaks of; of anybody else the age alone says that nothing lacks. */
  concerns: (age: number, member: Member) => boolean
}

/** Lacking by how many of the members answer YES: `yes` surely do, `yes + maybe` at most. */
export type ShareRule = {
  kind: 'share'
  reads: readonly MemberRead[]
  test: MemberTest
  decide: (yes: number, maybe: number, size: number) => Tri
}

/** Lacking by an answer of the household. `size` is the number of members, 0 where it is not known. */
export type HouseholdRule = {
  kind: 'household'
  reads: readonly { path: string; value: (facts: Facts) => unknown }[]
  test: (facts: Facts, size: number, ask: Ask) => Tri
  /** The fact is judged by the share of each person. */
  perPerson?: true
}

export type Rule = AnyMemberRule | ShareRule | HouseholdRule

export const sizeOf = (facts: Facts): number => facts.members?.length || facts.memberCount || 0
