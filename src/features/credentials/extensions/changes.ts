/** Many credentials hold longer by one decision, which can be put right and withdrawn; they themselves stay as issued. */
import { mustBeAble } from '#features/areas/must.ts'
import { mergedOrTold } from '#features/people/audit/must.ts'
import type { Actor } from '#kernel/access.ts'
import { type PlainDate, plainDate, showDate, yearOf } from '#kernel/dates.ts'
import { changedIn } from '#kernel/event.ts'
import type { CredentialExtensionId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { credentialEvent } from '../events.ts'
import { mustHoldAll } from '../issued/changes.ts'
import * as contract from './contract.ts'
import { extensionProblem } from './problems.ts'
import * as extensions from './queries.ts'

const firstDay = plainDate('2016-01-01')
function mustBePlausible(decidedOn: PlainDate, today: PlainDate): void {
  if (decidedOn < firstDay || decidedOn > today) throw extensionProblem('extension.day', { first: showDate(firstDay) })
}

const decide = change(contract.extend, async ({ db, actor, input, today }) => {
  const { credentialExtensionId, credentialIds, decidedOn, last: lastDay, because } = input
  mustBePlausible(decidedOn, today)
  const last = plainDate(`${yearOf(today) + 5}-12-31`)
  if (lastDay > last) throw extensionProblem('extension.far', { last: showDate(last) })
  const states = ['valid', 'expiring', 'coming', 'expired'] as const
  const found = await mustHoldAll({ db, actor, today }, credentialIds, { states, own: 'never' })
  const [areaId, ...others] = new Set(found.map((one) => one.areaId))
  if (!areaId || others.length > 0) throw extensionProblem('extension.elsewhere')
  const short = found.find((one) => one.lastDay >= lastDay)
  if (short) throw extensionProblem('extension.not_longer', { name: short.name, last: showDate(short.lastDay) })
  const [number, issuer] = [tidy(input.number), tidy(input.issuer)]
  const said = { id: credentialExtensionId, areaId, number, decidedOn, issuer, lastDay, because }
  await extensions.insertExtension(db, { ...said, by: actor.accountId }, credentialIds)
  const facts = { number, day: decidedOn, last: lastDay, credentials: found.length, because }
  const decided = credentialEvent('extension.decided', { subject: credentialExtensionId, area: areaId, facts })
  const each = found.map(({ credentialId }) =>
    credentialEvent('credential.extended', { subject: credentialId, area: areaId, facts: { number, last: lastDay } }),
  )
  return happened(decided, { credentialExtensionId, extended: found.length }, each)
})

/** An extension that the actor may change, held until the change ends. */
async function held({ db, actor }: { db: Db; actor: Actor }, id: CredentialExtensionId) {
  const areaId = await extensions.placeOfExtension(db, id)
  if (!areaId) throw extensionProblem('extension.not_found')
  await mustBeAble({ db, actor }, 'credential.manage', areaId)
  const found = await extensions.holdExtension(db, id)
  if (!found) throw extensionProblem('extension.not_found')
  if (found.withdrawn) throw extensionProblem('extension.withdrawn')
  return found
}

const fields = ['number', 'decidedOn', 'issuer'] as const
const correct = change(contract.correctExtension, async ({ db, actor, input, today }) => {
  const { credentialExtensionId, was, because, number, decidedOn, issuer } = input
  const { areaId, withdrawn: _withdrawn, lastDay: _last, ...now } = await held({ db, actor }, credentialExtensionId)
  const wanted = { number: tidy(number), decidedOn, issuer: tidy(issuer) }
  const told = { areaId, subject: credentialExtensionId, what: 'extension.corrected' }
  const is = { ...now, ...(await mergedOrTold(db, { was, wanted, now }, told)) }
  if (fields.every((field) => now[field] === is[field])) throw extensionProblem('extension.same')
  mustBePlausible(is.decidedOn, today)
  await extensions.correctExtension(db, credentialExtensionId, { ...is, today, because })
  const facts = { changes: changedIn(now, is, fields), because }
  return happened(credentialEvent('extension.corrected', { subject: credentialExtensionId, area: areaId, facts }), {
    credentialExtensionId,
  })
})

const withdraw = change(contract.withdrawExtension, async ({ db, actor, input, today }) => {
  const { credentialExtensionId, because } = input
  const { areaId, number } = await held({ db, actor }, credentialExtensionId)
  await extensions.withdrawExtension(db, credentialExtensionId, { on: today, because })
  const facts = { number, because }
  return happened(credentialEvent('extension.withdrawn', { subject: credentialExtensionId, area: areaId, facts }), {
    credentialExtensionId,
  })
})

export const extensionChanges = [decide, correct, withdraw]
