/**
 * One household as the tests see it on a day: the ages of its members, and the state of each indicator once counted.
 * A scorer keeps one and fills it anew for each household, so that counting a million of them allocates next to nothing.
 */
import type { Facts } from '../model/facts.ts'
import { atAges, type DayParts, oldestAge, silent, youngestAge } from './ages.ts'
import type { CompiledIndicator } from './compiled.ts'
import { type AnyMemberRule, mostMembers, type Rule, type ShareRule, sizeOf } from './rule.ts'
import { NO, type Tri, UNKNOWN, YES } from './tri.ts'

export type Standing = {
  on: DayParts
  readonly from: Int16Array
  readonly to: Int16Array
  /** By the order of the indicators: what the facts say, before ticks. */
  readonly states: Tri[]
}

export const emptyStanding = (indicators: number): Standing => ({
  on: { year: 0, month: 1, day: 1 },
  from: new Int16Array(mostMembers),
  to: new Int16Array(mostMembers),
  states: Array.from({ length: indicators }, () => UNKNOWN),
})

export function takeAges(standing: Standing, facts: Facts): void {
  const { members } = facts
  if (members === undefined) return
  if (members.length > mostMembers) throw new RangeError(`more than ${mostMembers} members`)
  const { on, from, to } = standing
  for (let i = 0; i < members.length; i++) {
    const birth = members[i]?.birth
    const oldest = oldestAge(birth, on)
    to[i] = oldest
    from[i] = birth?.day !== undefined && birth.month !== undefined ? oldest : youngestAge(birth, on)
  }
}

/** What a rule says of the member at a place, without asking. */
export function memberState(
  rule: AnyMemberRule | ShareRule,
  facts: Facts,
  at: { standing: Standing; place: number },
): Tri {
  const member = facts.members?.[at.place]
  const { from: youngest, to: oldest } = at.standing
  const from = youngest[at.place] ?? 0
  const to = oldest[at.place] ?? 0
  if (member === undefined) return UNKNOWN
  if (from === to) return rule.test(member, from, silent)
  return atAges(rule.test, member, { from, to, ask: silent })
}

function membersState(rule: AnyMemberRule | ShareRule, facts: Facts, standing: Standing): Tri {
  const { members } = facts
  if (members === undefined || members.length === 0) return UNKNOWN
  const { from: youngest, to: oldest } = standing
  const { test } = rule
  const anyMember = rule.kind === 'any_member'
  let yes = 0
  let maybe = 0
  for (let place = 0; place < members.length; place++) {
    const member = members[place]
    if (member === undefined) continue
    const from = youngest[place] ?? 0
    const to = oldest[place] ?? 0
    const state = from === to ? test(member, from, silent) : atAges(test, member, { from, to, ask: silent })
    if (state === NO) continue
    if (state === UNKNOWN) maybe++
    else if (anyMember) return YES
    else yes++
  }
  if (rule.kind === 'share') return rule.decide(yes, maybe, members.length)
  return maybe > 0 ? UNKNOWN : NO
}

const ruleState = (rule: Rule, facts: Facts, standing: Standing): Tri =>
  rule.kind === 'household' ? rule.test(facts, sizeOf(facts), silent) : membersState(rule, facts, standing)

/** What a tick of an imported list says of an indicator the facts leave open. */
const ticked = (facts: Facts, key: string): Tri => {
  const tick = facts.declared?.[key]
  return tick === undefined ? UNKNOWN : tick ? YES : NO
}

/** The indicators as the household stands: lacking ones as bits, and how many remain open. */
export type Counted = { lackingBits: number; lacking: number; open: number }

/**
 * Counts all indicators. Facts first; a tick only where they leave it open; nothing where the threshold is missing.
 */
export function countIndicators(indicators: readonly CompiledIndicator[], facts: Facts, standing: Standing): Counted {
  let lackingBits = 0
  let lacking = 0
  let open = 0
  for (let i = 0; i < indicators.length; i++) {
    const rule = indicators[i]?.rule ?? null
    let state: Tri = rule === null ? UNKNOWN : ruleState(rule, facts, standing)
    standing.states[i] = state
    if (state === UNKNOWN && rule !== null && facts.declared !== undefined)
      state = ticked(facts, indicators[i]?.key ?? '')
    if (state === YES) {
      lackingBits |= 1 << i
      lacking++
    } else if (state === UNKNOWN) open++
  }
  return { lackingBits, lacking, open }
}
