/** What is done with credentials: issued by rule, entered with a document, revoked, given back, issued anew under a right name. */
import { mustBeAble } from '#features/areas/must.ts'
import { mustBeOfOthers } from '#features/people/roster/must.ts'
import type { Actor } from '#kernel/access.ts'
import { contains, type PlainDate, showDate } from '#kernel/dates.ts'
import type { Event } from '#kernel/event.ts'
import type { AccountId, AreaId, CredentialId, OfficialId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { issuingRules, type RuleOn, ruleOf } from '../conditions/queries.ts'
import { completing, heldBy } from '../conditions/rules.ts'
import { credentialEvent } from '../events.ts'
import * as contract from './contract.ts'
import { type CredentialState, credentialStates, type Left, type LeftWhy, mostLeft } from './model.ts'
import { credentialProblem } from './problems.ts'
import * as issued from './queries.ts'
import { paperKey, paperSaid } from './rules.ts'

type Issuing = {
  readonly db: Db
  readonly today: PlainDate
  /** Null: the installation itself. */
  readonly by: AccountId | null
  /** Whose people; null: everybody's. */
  readonly under: { readonly areaId: AreaId; readonly over: readonly AreaId[] } | null
  /** Somebody alone, for a reason: also where they are left to others otherwise. */
  readonly named: { readonly officialId: OfficialId; readonly because: string } | null
}

type Due = { readonly credential: issued.NewCredential; readonly left: LeftWhy | null }

/** What a rule issues to somebody by the turns that complete what it asks, and what of it is left for another person. */
function dueTo(
  { officialId, fullName, before: held, revoked, self, turns }: issued.Learner,
  rule: RuleOn,
  { by, today }: Pick<Issuing, 'by' | 'today'>,
): Due[] {
  const { ruleId, lineId, areaId, standardId } = rule
  let before = held
  return completing(rule.topicIds, turns).flatMap((of) => {
    const [{ turnId, on, fromId }] = of
    const lasts = heldBy(rule, { on, before, renewMonths: rule.renewMonths })
    before = lasts
    if (!contains(rule, on) || on > today) return []
    const credential = {
      ...lasts,
      ...{ id: newId<'credential'>(), areaId, ruleId, lineId, officialId, fullName, fromId, standardId },
      ...{ basis: 'turn' as const, turnId, classIds: of.map(({ classId }) => classId), document: '' },
      ...{ completedOn: on, by, on: today },
    }
    const left = self ? 'self' : revoked ? 'revoked' : of.some(({ ownHand }) => ownHand) ? 'own_hand' : null
    return [{ credential, left }]
  })
}

/**
 * Issues what completed classes call for and was not issued yet, once however often it is asked: an event each. Who had a
 * hand in their own turn, and whose last was revoked, is left for somebody who names them and says why.
 */
export async function issueDue({ db, today, by, under, named }: Issuing): Promise<{ events: Event[]; left: Left[] }> {
  const events: Event[] = []
  const left: Left[] = []
  for (const rule of await issuingRules(db, under?.over ?? null, today)) {
    const { areaId } = rule
    const learners = await issued.learnersOf(db, { ...rule, under: under?.areaId ?? null })
    const all = learners
      .filter(({ officialId }) => !named || officialId === named.officialId)
      .flatMap((learner) => dueTo(learner, rule, { by, today }))
    const waits = all.flatMap(({ credential, left: why }) =>
      why && (!named || why === 'self') ? [{ ...credential, why }] : [],
    )
    const many = all.flatMap(({ credential, left: why }) => (!why || (named && why !== 'self') ? [credential] : []))
    left.push(
      ...waits.map(({ officialId, fullName, completedOn, why }) => ({
        ...{ officialId, name: fullName, rule: rule.name, completedOn, why },
      })),
    )
    const done = new Set(await issued.issueMany(db, many))
    const facts = { rule: rule.name, ...(named && { because: named.because }) }
    for (const { id } of many)
      if (done.has(id)) events.push(credentialEvent('credential.issued', { subject: id, area: areaId, facts }))
  }
  return { events, left }
}

const issueNow = change(contract.issueNow, async ({ db, actor, input, today }) => {
  const { areaId, officialId, because = '' } = input
  const over = await mustBeAble({ db, actor }, 'credential.manage', areaId)
  if (officialId) await mustBeOfOthers(db, [officialId], () => credentialProblem('credential.own'))
  if (officialId && because === '') throw credentialProblem('credential.because')
  const named = officialId ? { officialId, because } : null
  const { events, left } = await issueDue({ db, today, by: actor.accountId, under: { areaId, over }, named })
  if (named && events.length === 0) throw credentialProblem('credential.nothing_due')
  const facts = { issued: events.length, ...(left.length > 0 && { left: left.length }), ...(because && { because }) }
  const all = credentialEvent('credential.issued_due', { subject: areaId, area: areaId, facts })
  return happened(all, { issued: events.length, left: left.slice(0, mostLeft) }, events)
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
  await mustBeOfOthers(db, [officialId], () => credentialProblem('credential.own'))
  const paper = { number: input.documentNumber, issuer: input.issuer }
  const key = paperKey(paper)
  const same = input.again ? undefined : await issued.onSamePaper(db, { lineId: rule.lineId, officialId, key })
  if (same && same !== completedOn) throw credentialProblem('credential.paper_again', { day: showDate(same) })
  const before = await issued.heldBefore(db, rule.lineId, officialId)
  await issued.insertCredential(db, {
    ...heldBy(rule, { on: completedOn, before, renewMonths: rule.renewMonths }),
    ...{ id: credentialId, areaId: rule.areaId, ruleId, lineId: rule.lineId, officialId, fullName: person.fullName },
    ...{ fromId: person.unitId, standardId: rule.standardId, basis, turnId: null, classIds: [] },
    ...{ document: paperSaid(paper), documentKey: key },
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
  const people = found.map(({ officialId }) => officialId)
  if (own === 'never') await mustBeOfOthers(db, people, () => credentialProblem('credential.own'))
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
