/** What is done with a rule of credentials: entered, followed by a new version, ended, withdrawn as a mistake. */
import { mustBeAble } from '#features/areas/must.ts'
import { findArea } from '#features/areas/queries.ts'
import { firstOfTopics } from '#features/classes/trainers/queries.ts'
import { findStandard, type Library } from '#features/standards/library.ts'
import { isDayOfYear } from '#features/training/limits/rules.ts'
import type { Actor } from '#kernel/access.ts'
import { addDays, type PlainDate, plainDate, showDate, yearOf } from '#kernel/dates.ts'
import type { AreaId, CredentialRuleId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { credentialEvent } from '../events.ts'
import * as contract from './contract.ts'
import type { RuleSaid } from './model.ts'
import { ruleProblem } from './problems.ts'
import * as rules from './queries.ts'
import { saysItsValidity } from './rules.ts'

const firstDay = plainDate('1990-01-01')
type At = { readonly db: Db; readonly areaId: AreaId; readonly today: PlainDate; readonly library: Library }

function mustBeNear(from: PlainDate, today: PlainDate): void {
  const last = plainDate(`${yearOf(today) + 5}-12-31`)
  if (from < firstDay || from > last) throw ruleProblem('credential_rule.day_far', { last: showDate(last) })
}

/** As stored; refuses what does not say until when, and topics or a standard that are not there. */
async function checked({ db, areaId, today, library }: At, said: RuleSaid): Promise<RuleSaid> {
  if (!saysItsValidity(said)) throw ruleProblem('credential_rule.says')
  const days = [said.firstDay, said.lastDay].filter((one) => one !== null)
  if (!days.every(isDayOfYear)) throw ruleProblem('credential_rule.no_day')
  mustBeNear(said.from, today)
  if (said.standardId && !findStandard(library, said.standardId)) throw ruleProblem('credential_rule.standard')
  const topicIds = await firstOfTopics(db, { area: areaId, topics: said.topicIds, today })
  if (topicIds.length !== said.topicIds.length) throw ruleProblem('credential_rule.topics')
  return { ...said, topicIds, name: tidy(said.name), legalReference: tidy(said.legalReference) }
}

const factsOf = ({ name, from, topicIds }: RuleSaid) => ({ rule: name, topics: topicIds.length, day: from })

const enter = (library: Library) =>
  change(contract.enterRule, async ({ db, actor, input, today }) => {
    const { credentialRuleId, areaId, ...said } = input
    await mustBeAble({ db, actor }, 'credential.rule', areaId)
    if ((await findArea(db, areaId, today))?.level !== 'province') throw ruleProblem('credential_rule.not_province')
    const kept = await checked({ db, areaId, today, library }, { classKinds: [], heldBy: null, ...said })
    await rules.insertRule(db, {
      ...kept,
      ...{ id: credentialRuleId, areaId, lineId: credentialRuleId, by: actor.accountId },
    })
    const of = { subject: credentialRuleId, area: areaId, facts: factsOf(kept) }
    return happened(credentialEvent('credential_rule.entered', of), { credentialRuleId })
  })

/** A rule that the actor may change, held until the change ends. */
async function held({ db, actor }: { db: Db; actor: Actor }, id: CredentialRuleId): Promise<rules.Held> {
  const areaId = await rules.placeOfRule(db, id)
  if (!areaId) throw ruleProblem('credential_rule.not_found')
  await mustBeAble({ db, actor }, 'credential.rule', areaId)
  const found = await rules.holdRule(db, id)
  if (!found) throw ruleProblem('credential_rule.not_found')
  if (found.withdrawn) throw ruleProblem('credential_rule.withdrawn')
  return found
}

/** The same, which still goes on. */
async function heldOpen(by: { db: Db; actor: Actor }, id: CredentialRuleId): Promise<rules.Held> {
  const now = await held(by, id)
  if (now.until !== null) throw ruleProblem('credential_rule.ended', { last: showDate(addDays(now.until, -1)) })
  return now
}

const follow = (library: Library) =>
  change(contract.followRule, async ({ db, actor, input, today }) => {
    const { credentialRuleId, nextId, ...said } = input
    const { areaId, lineId, from, classKinds, heldBy } = await heldOpen({ db, actor }, credentialRuleId)
    const kept = await checked({ db, areaId, today, library }, { classKinds, heldBy, ...said })
    if (kept.from <= from) throw ruleProblem('credential_rule.not_later', { from: showDate(from) })
    await rules.closeRule(db, credentialRuleId, kept.from, null)
    await rules.insertRule(db, { ...kept, id: nextId, areaId, lineId, by: actor.accountId })
    const of = { subject: nextId, area: areaId, facts: factsOf(kept) }
    return happened(credentialEvent('credential_rule.followed', of), { credentialRuleId: nextId })
  })

const end = change(contract.endRule, async ({ db, actor, input, today }) => {
  const { credentialRuleId, last, because } = input
  const { areaId, name, from } = await heldOpen({ db, actor }, credentialRuleId)
  if (last < from) throw ruleProblem('credential_rule.ends_before', { from: showDate(from) })
  mustBeNear(last, today)
  await rules.closeRule(db, credentialRuleId, addDays(last, 1), because)
  const of = { subject: credentialRuleId, area: areaId, facts: { rule: name, day: last, because } }
  return happened(credentialEvent('credential_rule.ended', of), { credentialRuleId })
})

const withdraw = change(contract.withdrawRule, async ({ db, actor, input }) => {
  const { credentialRuleId, because } = input
  const { areaId, name } = await held({ db, actor }, credentialRuleId)
  const count = await rules.issuedBy(db, credentialRuleId)
  if (count > 0) throw ruleProblem('credential_rule.issued', { count })
  if (!(await rules.withdrawRule(db, credentialRuleId, because))) throw ruleProblem('credential_rule.followed')
  const of = { subject: credentialRuleId, area: areaId, facts: { rule: name, because } }
  return happened(credentialEvent('credential_rule.withdrawn', of), { credentialRuleId })
})

export const ruleChanges = (library: Library) => [enter(library), follow(library), end, withdraw]
