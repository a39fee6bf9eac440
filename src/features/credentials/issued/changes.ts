/** What is done with credentials: issued by rule, entered with a document, revoked, given back, issued anew under a right name. */
import { mustBeAble } from '#features/areas/must.ts'
import type { Actor } from '#kernel/access.ts'
import { contains, type PlainDate } from '#kernel/dates.ts'
import type { Event } from '#kernel/event.ts'
import type { AccountId, AreaId, CredentialId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { issuingRules, type RuleOn, ruleOf } from '../conditions/queries.ts'
import { completing, heldBy } from '../conditions/rules.ts'
import { credentialEvent } from '../events.ts'
import * as contract from './contract.ts'
import { type CredentialState, credentialStates } from './model.ts'
import { credentialProblem } from './problems.ts'
import * as issued from './queries.ts'

type Issuing = {
  readonly db: Db
  readonly today: PlainDate
  /** Null: the installation itself. */
  readonly by: AccountId | null
  /** Whose people; null: everybody's. */
  readonly under: { readonly areaId: AreaId; readonly over: readonly AreaId[] } | null
}

/** What a rule issues to somebody by the turns that complete what it asks. */
function dueTo(
  { officialId, fullName, before: held, turns }: issued.Learner,
  rule: RuleOn,
  { by, today }: Pick<Issuing, 'by' | 'today'>,
): issued.NewCredential[] {
  const { ruleId, lineId, areaId, standardId } = rule
  let before = held
  return completing(rule.topicIds, turns).flatMap(({ turnId, on, fromId }) => {
    const lasts = heldBy(rule, { on, before, renewMonths: rule.renewMonths })
    before = lasts
    if (!contains(rule, on) || on > today) return []
    return [
      {
        ...lasts,
        ...{ id: newId<'credential'>(), areaId, ruleId, lineId, officialId, fullName, fromId, standardId },
        ...{ basis: 'turn' as const, turnId, document: '', completedOn: on, by, on: today },
      },
    ]
  })
}

/** Issues what completed classes call for and was not issued yet, once however often it is asked: an event each. */
export async function issueDue({ db, today, by, under }: Issuing): Promise<Event[]> {
  const events: Event[] = []
  for (const rule of await issuingRules(db, under?.over ?? null, today)) {
    const { areaId } = rule
    const learners = await issued.learnersOf(db, { ...rule, under: under?.areaId ?? null })
    const many = learners.flatMap((learner) => dueTo(learner, rule, { by, today }))
    const done = new Set(await issued.issueMany(db, many))
    for (const { id } of many)
      if (done.has(id))
        events.push(credentialEvent('credential.issued', { subject: id, area: areaId, facts: { rule: rule.name } }))
  }
  return events
}

const issueNow = change(contract.issueNow, async ({ db, actor, input: { areaId }, today }) => {
  const over = await mustBeAble({ db, actor }, 'credential.manage', areaId)
  const events = await issueDue({ db, today, by: actor.accountId, under: { areaId, over } })
  const facts = { issued: events.length }
  const all = credentialEvent('credential.issued_due', { subject: areaId, area: areaId, facts })
  return happened(all, { issued: events.length }, events)
})

const enter = change(contract.enterCredential, async ({ db, actor, input, today }) => {
  const { credentialId, ruleId, officialId, credentialBasis: basis, completedOn } = input
  const rule = await ruleOf(db, ruleId)
  if (!rule) throw credentialProblem('credential.rule')
  await mustBeAble({ db, actor }, 'credential.manage', rule.areaId)
  if (completedOn > today) throw credentialProblem('credential.day')
  if (completedOn < rule.from || (rule.until !== null && completedOn >= rule.until))
    throw credentialProblem('credential.rule')
  const person = await issued.personUnder(db, officialId, rule.areaId)
  if (!person) throw credentialProblem('credential.person')
  if (person.accountId === actor.accountId) throw credentialProblem('credential.own')
  const before = await issued.heldBefore(db, rule.lineId, officialId)
  await issued.insertCredential(db, {
    ...heldBy(rule, { on: completedOn, before, renewMonths: rule.renewMonths }),
    ...{ id: credentialId, areaId: rule.areaId, ruleId, lineId: rule.lineId, officialId, fullName: person.fullName },
    ...{ fromId: person.unitId, standardId: rule.standardId, basis, turnId: null, document: tidy(input.document) },
    ...{ completedOn, by: actor.accountId, on: today },
  })
  const facts = { rule: rule.name, basis, day: completedOn }
  return happened(credentialEvent('credential.entered', { subject: credentialId, area: rule.areaId, facts }), {
    credentialId,
  })
})

type By = { readonly db: Db; readonly actor: Actor; readonly today: PlainDate }

/** Credentials that the actor may act on, held; refuses where one stands otherwise than meant, or is the actor's own. */
export async function mustHoldAll(
  { db, actor, today }: By,
  ids: readonly CredentialId[],
  { states, own }: { readonly states: readonly CredentialState[]; readonly own: 'too' | 'never' },
): Promise<issued.Found[]> {
  const found = await issued.holdCredentials(db, ids, today)
  if (found.length !== ids.length) throw credentialProblem('credential.not_found')
  for (const areaId of new Set(found.map((one) => one.areaId)))
    await mustBeAble({ db, actor }, 'credential.manage', areaId)
  if (
    own === 'never' &&
    (await issued.ownAmong(
      db,
      found.map(({ officialId }) => officialId),
    ))
  )
    throw credentialProblem('credential.own')
  const other = found.find(({ state }) => !states.includes(state))
  if (other) throw credentialProblem('credential.not_so', { name: other.name, state: credentialStates[other.state] })
  return found
}

const revoke = change(contract.revokeCredentials, async ({ db, actor, input, today }) => {
  const { credentialIds, because } = input
  const states = ['valid', 'expiring', 'coming', 'expired'] as const
  const found = await mustHoldAll({ db, actor, today }, credentialIds, { states, own: 'too' })
  await issued.setRevoked(db, credentialIds, { on: today, by: actor.accountId, because })
  const [first, ...others] = found.map(({ credentialId, areaId, rule }) =>
    credentialEvent('credential.revoked', { subject: credentialId, area: areaId, facts: { rule, because } }),
  )
  if (!first) throw credentialProblem('credential.not_found')
  return happened(first, { revoked: found.length }, others)
})

const restore = change(contract.restoreCredential, async ({ db, actor, input, today }) => {
  const { credentialId, because } = input
  const [one] = await mustHoldAll({ db, actor, today }, [credentialId], { states: ['revoked'], own: 'never' })
  if (!one) throw credentialProblem('credential.not_found')
  await issued.setRevoked(db, [credentialId], null)
  const facts = { rule: one.rule, because }
  return happened(credentialEvent('credential.restored', { subject: credentialId, area: one.areaId, facts }), {
    credentialId,
  })
})

const anew = change(contract.reissueCredential, async ({ db, actor, input, today }) => {
  const { credentialId, nextId, because } = input
  const states = ['valid', 'expiring', 'coming', 'expired'] as const
  const [one] = await mustHoldAll({ db, actor, today }, [credentialId], { states, own: 'too' })
  if (!one) throw credentialProblem('credential.not_found')
  const fullName = tidy(input.fullName)
  if (fullName === one.name) throw credentialProblem('credential.same_name')
  await issued.reissue(db, credentialId, { id: nextId, fullName, because, by: actor.accountId, on: today })
  const facts = { rule: one.rule, because }
  return happened(credentialEvent('credential.reissued', { subject: nextId, area: one.areaId, facts }), {
    credentialId: nextId,
  })
})

export const credentialChanges = [issueNow, enter, revoke, restore, anew]
