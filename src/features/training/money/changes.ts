/** What is done with a norm of spending: entered, put right, followed by a new value, ended. */
import { mustBeAble } from '#features/areas/must.ts'
import { findArea } from '#features/areas/queries.ts'
import { mergedOrTold } from '#features/people/audit/must.ts'
import { mustBeNear } from '#features/people/norms/must.ts'
import { mayEnd } from '#features/people/norms/rules.ts'
import type { Actor } from '#kernel/access.ts'
import { addDays, showDate } from '#kernel/dates.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import { changedIn } from '#kernel/event.ts'
import type { SpendingNormId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { trainingEvent } from '../events.ts'
import * as contract from './contract.ts'
import { normProblem } from './problems.ts'
import * as norms from './queries.ts'

export const enterNorm = change(contract.enterNorm, async ({ db, actor, input, today }) => {
  const { spendingNormId, areaId, ...said } = input
  await mustBeAble({ db, actor }, 'training.norm', areaId)
  if ((await findArea(db, areaId, today))?.level !== 'province') throw normProblem('norm.not_province')
  mustBeNear(said.from, today)
  await norms.insertNorm(db, {
    ...{ ...said, item: tidy(said.item), legalReference: tidy(said.legalReference) },
    ...{ id: spendingNormId, areaId, lineId: spendingNormId, until: null, by: actor.accountId },
  })
  const event = trainingEvent('norm.entered', { subject: spendingNormId, area: areaId, facts: { dong: said.dong } })
  return happened(event, { spendingNormId })
})

/** A norm that the actor may change, held until the change ends. */
async function held({ db, actor }: { db: Db; actor: Actor }, id: SpendingNormId): Promise<norms.Held> {
  const areaId = await norms.placeOfNorm(db, id)
  if (!areaId) throw normProblem('norm.not_found')
  await mustBeAble({ db, actor }, 'training.norm', areaId)
  const found = await norms.holdNorm(db, id)
  if (!found) throw normProblem('norm.not_found')
  return found
}

type Changing = InputOf<typeof contract.changeNorm>

/** What stands after the change; throws `record.changed_since` where another wrote the same since it was seen. */
async function after(
  db: Db,
  { areaId, lineId: _line, until: _until, endedBecause: _ended, ...now }: norms.Held,
  { spendingNormId, was, ...wanted }: Changing,
): Promise<norms.Particulars> {
  const of = { areaId, subject: spendingNormId, what: 'norm.changed' }
  const set = await mergedOrTold(db, { was: was ?? null, wanted, now }, of)
  const kept = { ...now, ...set } as norms.Particulars
  return { ...kept, item: tidy(kept.item), legalReference: tidy(kept.legalReference) }
}

const fields = ['item', 'countedBy', 'dong', 'from', 'legalReference', 'mark', 'note'] as const

export const changeNorm = change(contract.changeNorm, async ({ db, actor, input, today }) => {
  const { spendingNormId } = input
  const now = await held({ db, actor }, spendingNormId)
  const kept = await after(db, now, input)
  mustBeNear(kept.from, today)
  const renamed = kept.item !== now.item || kept.countedBy !== now.countedBy
  if (renamed && (await norms.restsOn(db, now.lineId))) throw normProblem('norm.rested_on')
  await norms.updateNorm(db, spendingNormId, kept)
  const facts = { changes: changedIn(now, kept, fields) }
  return happened(trainingEvent('norm.changed', { subject: spendingNormId, area: now.areaId, facts }), {
    spendingNormId,
  })
})

export const raiseNorm = change(contract.raiseNorm, async ({ db, actor, input, today }) => {
  const { spendingNormId, nextId, from, ...said } = input
  const now = await held({ db, actor }, spendingNormId)
  mustBeNear(from, today)
  if (from <= now.from) throw normProblem('norm.not_later', { from: showDate(now.from) })
  if (now.until !== null && (now.until < from || now.endedBecause !== null))
    throw normProblem('norm.ended', { last: showDate(addDays(now.until, -1)) })
  await norms.closeNorm(db, spendingNormId, from, null)
  await norms.insertNorm(db, {
    ...{ id: nextId, areaId: now.areaId, lineId: now.lineId, item: now.item, countedBy: now.countedBy },
    ...{ ...said, legalReference: tidy(said.legalReference), from, until: null, note: '', by: actor.accountId },
  })
  const event = trainingEvent('norm.raised', {
    subject: nextId,
    area: now.areaId,
    facts: { changes: changedIn(now, said, ['dong']), day: from },
  })
  return happened(event, { spendingNormId: nextId })
})

export const endNorm = change(contract.endNorm, async ({ db, actor, input, today }) => {
  const { spendingNormId, last, seen = null, because } = input
  const now = await held({ db, actor }, spendingNormId)
  if (now.until !== null && !mayEnd(now, seen))
    throw normProblem('norm.ended', { last: showDate(addDays(now.until, -1)) })
  if (last === null) {
    if (await norms.isUsed(db, spendingNormId)) throw normProblem('norm.used')
    await norms.closeNorm(db, spendingNormId, now.from, because)
    await norms.reopenBefore(db, spendingNormId)
  } else {
    if (last < now.from) throw normProblem('norm.ends_before', { from: showDate(now.from) })
    mustBeNear(last, today, 'last')
    await norms.closeNorm(db, spendingNormId, addDays(last, 1), because)
  }
  const facts = { ...(last && { day: last }), because }
  return happened(trainingEvent('norm.ended', { subject: spendingNormId, area: now.areaId, facts }), { spendingNormId })
})
