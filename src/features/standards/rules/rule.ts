/** What a compiled indicator is: one test, and the facts it reads, so that the same test both counts and explains. */
import type { Facts, Member } from '../model/facts.ts'
import type { Ask, MemberTest } from './ages.ts'
import type { Tri } from './tri.ts'

type MemberKey = Exclude<keyof Member, 'id' | 'name' | 'birth'>
/** `beside`: it decides nothing, and is told because somebody would ask about it. */
export type MemberRead = { readonly key: MemberKey; readonly path: string; readonly beside?: true }

/** Facts of a member with their paths. */
export const memberReads = (...keys: MemberKey[]): readonly MemberRead[] =>
  keys.map((key) => ({ key, path: `members[].${key}` }))

/** The facts of a member of an age in `[from, to]` that spoke for what a rule says of them. */
type MemberSpoke = (member: Member, from: number, to: number) => readonly MemberRead[]

/** Where the same facts speak whatever they say. */
export const always =
  <R>(reads: readonly R[]) =>
  (): readonly R[] =>
    reads

/** A fact of the household with its path. */
export type HouseholdRead = { readonly path: string; readonly value: (facts: Facts) => unknown }

/** Lacking when at least one member is. */
export type AnyMemberRule = {
  kind: 'any_member'
  spoke: MemberSpoke
  test: MemberTest
  /** Whom the indicator speaks of; of anybody else the age alone says that nothing lacks. */
  concerns: (age: number, member: Member) => boolean
}

/** Lacking by how many of the members answer YES: `yes` surely do, `yes + maybe` at most. */
export type ShareRule = {
  kind: 'share'
  spoke: MemberSpoke
  test: MemberTest
  decide: (yes: number, maybe: number, size: number) => Tri
}

/** Lacking by an answer of the household. `size` is the number of members, 0 where it is not known. */
export type HouseholdRule = {
  kind: 'household'
  /** The facts that spoke for a state. */
  spoke: (facts: Facts, state: Tri) => readonly HouseholdRead[]
  test: (facts: Facts, size: number, ask: Ask) => Tri
  /** The fact is judged by the share of each person. */
  perPerson?: true
}

export type Rule = AnyMemberRule | ShareRule | HouseholdRule

/** As many members as the schema of the facts allows. */
export const mostMembers = 100

export const sizeOf = (facts: Facts): number => facts.members?.length || facts.memberCount || 0
