/** Which facts decided an indicator, and which missing answers keep it open. Uses the very tests that count. */
import type { Facts, Member } from '../model/facts.ts'
import type { Because, State } from '../model/verdict.ts'
import { type Ask, atAges, type DayParts, oldestAge, silent, youngestAge } from './ages.ts'
import { type AnyMemberRule, type HouseholdRule, type Rule, type ShareRule, sizeOf } from './rule.ts'
import { NO, type Tri, UNKNOWN, YES } from './tri.ts'

export type Reasons = { state: Tri; because: Because[]; missing: string[] }

const stateNames: Record<Tri, State> = { [NO]: 'not_lacking', [YES]: 'lacking', [UNKNOWN]: 'not_assessable' }
const nothing: string[] = []
const memberPaths = new Map<string, string>()

/** `members[].job`, one shared text a key. */
function memberPath(key: string): string {
  const held = memberPaths.get(key)
  if (held !== undefined) return held
  const path = `members[].${key}`
  memberPaths.set(key, path)
  return path
}

type MemberAnswer = { member: Member; state: Tri; from: number; to: number; year: number; missing: string[] }

const concerns = (rule: AnyMemberRule | ShareRule, { member, from, to, year }: MemberAnswer): boolean =>
  rule.kind === 'share' || rule.concerns(from, year, member) || rule.concerns(to, year, member)

/** The facts of one member that a rule read: none but the age where the indicator does not concern the person. */
function factsOf(rule: AnyMemberRule | ShareRule, answer: MemberAnswer): Because[] {
  const { member, from, to } = answer
  const state = stateNames[answer.state]
  const because: Because[] = []
  if (concerns(rule, answer))
    for (const key of rule.reads) {
      const value = member[key]
      if (value !== undefined) because.push({ path: memberPath(key), person: member.id, value, state })
    }
  const known = from === to || member.birth !== undefined
  if (known && (state === 'lacking' || because.length === 0))
    because.push({
      path: memberPath('age'),
      person: member.id,
      value: from === to ? from : { from, to },
      state,
      derived: true,
    })
  return because
}

function answerOf(rule: AnyMemberRule | ShareRule, member: Member, on: DayParts): MemberAnswer {
  const from = youngestAge(member.birth, on)
  const to = oldestAge(member.birth, on)
  const at = { from, to, year: on.year, ask: silent }
  const state = atAges(rule.test, member, at)
  const answer: MemberAnswer = { member, state, from, to, year: on.year, missing: nothing }
  if (state !== UNKNOWN) return answer
  const missing = new Set<string>()
  const ask: Ask = (key) => {
    missing.add(`members[${member.id}].${key}`)
    return UNKNOWN
  }
  atAges(rule.test, member, { ...at, ask })
  return { ...answer, missing: [...missing] }
}

function overall(rule: AnyMemberRule | ShareRule, answers: readonly MemberAnswer[]): Tri {
  let yes = 0
  let maybe = 0
  for (const { state } of answers) {
    if (state === YES) yes++
    else if (state === UNKNOWN) maybe++
  }
  if (rule.kind === 'share') return rule.decide(yes, maybe, answers.length)
  return yes > 0 ? YES : maybe > 0 ? UNKNOWN : NO
}

function memberReasons(rule: AnyMemberRule | ShareRule, facts: Facts, on: DayParts): Reasons {
  const members = facts.members
  if (members === undefined || members.length === 0) return { state: UNKNOWN, because: [], missing: ['members'] }
  const answers = members.map((m) => answerOf(rule, m, on))
  const state = overall(rule, answers)
  const because: Because[] = []
  const missing: string[] = []
  for (const answer of answers) {
    if (state === UNKNOWN) missing.push(...answer.missing)
    // Where somebody lacks, only they speak; in a share everybody who counts does.
    const speaks = state === YES ? answer.state === YES : answer.state === (rule.kind === 'share' ? YES : NO)
    if (!speaks) continue
    for (const fact of factsOf(rule, answer)) because.push(fact)
  }
  if (rule.kind === 'share') {
    const value = { yes: answers.filter((a) => a.state === YES).length, of: members.length }
    because.push({ path: 'dependants', value, state: stateNames[state], derived: true })
  }
  return { state, because, missing }
}

function householdReasons(rule: HouseholdRule, facts: Facts): Reasons {
  const size = sizeOf(facts)
  const missing: string[] = []
  const state = rule.test(facts, size, (path) => {
    missing.push(path)
    return UNKNOWN
  })
  const because: Because[] = []
  for (const { path, value: read } of rule.reads) {
    const value = read(facts)
    if (value !== undefined) because.push({ path, value, state: stateNames[state] })
  }
  const area = facts.housing?.areaM2
  if (rule.perPerson && area !== undefined && size > 0)
    because.push({ path: 'housing.areaPerPerson', value: area / size, state: stateNames[state], derived: true })
  return { state, because, missing: state === UNKNOWN ? missing : [] }
}

export const reasonsOf = (rule: Rule, facts: Facts, on: DayParts): Reasons =>
  rule.kind === 'household' ? householdReasons(rule, facts) : memberReasons(rule, facts, on)
