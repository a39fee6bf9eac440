/** Somebody surveys without a credential by an act of another person, against one rule and with the reason. */
import { mustBeAble } from '#features/areas/must.ts'
import type { Actor } from '#kernel/access.ts'
import type { AreaId } from '#kernel/ids.ts'
import { change, happened } from '#platform/server/handle.ts'
import { roundEvent } from '../events.ts'
import { mustHold } from '../must.ts'
import * as contract from './contract.ts'
import { peopleAtGate } from './must.ts'
import { overrideProblem } from './problems.ts'
import { closeOverride, holdOverride, insertOverride } from './queries.ts'

type Person = { readonly accountId: string; readonly isOfficial: boolean }

/** Null where the actor may let this person through: the chair an official, the official a head, nobody themselves. */
export function whyNotBy({ accountId, grants }: Actor, over: readonly AreaId[], person: Person) {
  if (person.accountId === accountId) return 'gate_override.own' as const
  const needed = person.isOfficial ? 'commune_chair' : 'commune_official'
  if (grants.some(({ role, areaId }) => role === needed && over.includes(areaId))) return null
  return person.isOfficial ? ('gate_override.by_chair' as const) : ('gate_override.by_official' as const)
}

const open = change(contract.openGate, async ({ db, actor, input, today }) => {
  const { gateOverrideId, roundId, accountId, ruleId, because } = input
  const round = await mustHold({ db, actor }, roundId, 'gate.open')
  const over = await mustBeAble({ db, actor }, 'gate.open', round.areaId)
  const { people, rules } = await peopleAtGate(db, round, today)
  const person = people.find((one) => one.accountId === accountId)
  if (!person) throw overrideProblem('gate_override.nobody')
  const whyNot = whyNotBy(actor, over, person)
  if (whyNot) throw overrideProblem(whyNot)
  if (person.opened) throw overrideProblem('gate_override.stands')
  if (!person.heldBack) throw overrideProblem('gate_override.not_held')
  const rule = rules.find((one) => one.ruleId === ruleId)
  if (!rule) throw overrideProblem('gate_override.rule')
  await insertOverride(db, {
    ...{ id: gateOverrideId, round_id: roundId, area_id: round.areaId, account_id: accountId, rule_id: ruleId },
    ...{ because, made_by: actor.accountId, made_on: today },
  })
  const facts = { account: accountId, rule: rule.name, because }
  return happened(roundEvent('round.gate_opened', { subject: roundId, area: round.areaId, facts }), { gateOverrideId })
})

const close = change(contract.closeGate, async ({ db, actor, input, today }) => {
  const { gateOverrideId, because } = input
  const found = await holdOverride(db, gateOverrideId)
  if (!found) throw overrideProblem('gate_override.not_found')
  const { areaId, roundId, accountId: account } = found
  await mustBeAble({ db, actor }, 'gate.open', areaId)
  if (found.closed) throw overrideProblem('gate_override.closed')
  await closeOverride(db, gateOverrideId, { on: today, because })
  const facts = { account, because }
  return happened(roundEvent('round.gate_closed', { subject: roundId, area: areaId, facts }), { gateOverrideId })
})

export const overrideChanges = [open, close]
