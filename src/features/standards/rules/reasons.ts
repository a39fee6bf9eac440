/** Which facts decided an indicator, and which missing answers keep it open. Asks the very tests that count. */
import type { Facts, Member } from '../model/facts.ts'
import type { Because, State } from '../model/verdict.ts'
import { type Ask, atAges } from './ages.ts'
import { type AnyMemberRule, type HouseholdRule, type Rule, type ShareRule, sizeOf } from './rule.ts'
import { memberState, type Standing } from './standing.ts'
import { NO, type Tri, UNKNOWN, YES } from './tri.ts'

type At = { state: Tri; standing: Standing }

const stateOf = (state: Tri): State => (state === NO ? 'not_lacking' : state === YES ? 'lacking' : 'not_assessable')

type One = { readonly member: Member; readonly standing: Standing; readonly place: number; readonly state: State }

function addFacts(because: Because[], rule: AnyMemberRule | ShareRule, at: One): void {
  const { member } = at
  const { from, to } = at.standing
  for (const { key, path, beside } of rule.spoke(member, from[at.place] ?? 0, to[at.place] ?? 0)) {
    const value = member[key]
    if (value === undefined) continue
    because.push(beside ? { path, person: member.id, value } : { path, person: member.id, value, state: at.state })
  }
}

function addAge(because: Because[], at: One): void {
  const { member } = at
  if (member.birth === undefined) return
  const from = at.standing.from[at.place] ?? 0
  const to = at.standing.to[at.place] ?? 0
  const value = from === to ? from : { from, to }
  because.push({ path: 'members[].age', person: member.id, value, state: at.state, derived: true })
}

const concerns = (rule: AnyMemberRule, member: Member, at: { standing: Standing; place: number }): boolean => {
  const { from, to } = at.standing
  const youngest = from[at.place] ?? 0
  const oldest = to[at.place] ?? 0
  return rule.concerns(youngest, member) || (youngest !== oldest && rule.concerns(oldest, member))
}

/** Where nobody lacks: the facts of those the indicator speaks of; where it speaks of nobody, everybody's age. */
function nobodyLacks(rule: AnyMemberRule, members: readonly Member[], standing: Standing): Because[] {
  const because: Because[] = []
  const state = 'not_lacking'
  for (let place = 0; place < members.length; place++) {
    const member = members[place]
    if (member && concerns(rule, member, { standing, place }))
      addFacts(because, rule, { member, standing, place, state })
  }
  if (because.length > 0) return because
  for (const [place, member] of members.entries()) addAge(because, { member, standing, place, state })
  return because
}

/** Those who lack, or who count in a share: their facts and their age. */
function theOnes(rule: AnyMemberRule | ShareRule, facts: Facts, { standing, state }: At): Because[] {
  const because: Because[] = []
  const members = facts.members ?? []
  let count = 0
  for (let place = 0; place < members.length; place++) {
    const member = members[place]
    if (member === undefined || memberState(rule, facts, { standing, place }) !== YES) continue
    count++
    const one = { member, standing, place, state: stateOf(state) }
    addFacts(because, rule, one)
    addAge(because, one)
  }
  if (rule.kind === 'share' && members.length > 0) {
    const value = { yes: count, of: members.length }
    because.push({ path: 'dependants', value, state: stateOf(state), derived: true })
  }
  return because
}

function householdFacts(rule: HouseholdRule, facts: Facts, tri: Tri): Because[] {
  const because: Because[] = []
  const state = stateOf(tri)
  for (const { path, value: read } of rule.spoke(facts, tri)) {
    const value = read(facts)
    if (value !== undefined) because.push({ path, value, state })
  }
  const size = sizeOf(facts)
  const area = facts.housing?.areaM2
  if (rule.perPerson && area !== undefined && size > 0)
    because.push({ path: 'housing.areaPerPerson', value: area / size, state, derived: true })
  return because
}

/** The facts that spoke for the state an indicator has. */
export function becauseOf(rule: Rule, facts: Facts, at: At): Because[] {
  if (rule.kind === 'household') return householdFacts(rule, facts, at.state)
  if (rule.kind === 'any_member' && at.state === NO) return nobodyLacks(rule, facts.members ?? [], at.standing)
  return theOnes(rule, facts, at)
}

/** The answers, by path, whose absence keeps an indicator open. */
export function missingFor(rule: Rule, facts: Facts, standing: Standing): string[] {
  const missing = new Set<string>()
  const asks =
    (prefix: string): Ask =>
    (key) => {
      missing.add(prefix + key)
      return UNKNOWN
    }
  const { members } = facts
  if (rule.kind === 'household') rule.test(facts, sizeOf(facts), asks(''))
  else if (members === undefined || members.length === 0) missing.add('members')
  else
    for (const [place, member] of members.entries()) {
      if (memberState(rule, facts, { standing, place }) !== UNKNOWN) continue
      const from = standing.from[place] ?? 0
      const to = standing.to[place] ?? 0
      atAges(rule.test, member, { from, to, ask: asks(`members[${member.id}].`) })
    }
  return [...missing]
}
