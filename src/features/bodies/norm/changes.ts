/** What is done with a norm of bodies: entered, followed by another value from a day on, ended. Nothing is overwritten. */
import { endOf, mustBeNear, mustFollow, mustRule, mustRuleAt } from '#features/people/norms/must.ts'
import { ruleProblem } from '#features/people/norms/problems.ts'
import type { BodyNormId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import { change, happened } from '#platform/server/handle.ts'
import { bodyEvent } from '../events.ts'
import * as contract from './contract.ts'
import { levelsOf } from './model.ts'
import { bodyNormProblem } from './problems.ts'
import * as norms from './queries.ts'

export const enterNorm = change(contract.enterNorm, async ({ db, actor, input, today }) => {
  const { bodyNormId: id, areaId, legalBasis, ...said } = input
  const at = await mustRuleAt({ db, actor }, areaId)
  if (!levelsOf[said.kind].includes(said.level)) throw bodyNormProblem('body_norm.level_unfit')
  mustBeNear(said.from, today)
  await norms.insertNorm(db, { ...said, id, areaId: at, legalBasis: tidy(legalBasis), by: actor.accountId })
  const facts = { kind: said.kind, required: said.required, day: said.from }
  return happened(bodyEvent('body_norm.entered', { subject: id, area: areaId, facts }), { bodyNormId: id })
})

/** A norm that the actor may change, held until the change ends. */
async function held({ db, actor }: Parameters<typeof mustRule>[0], id: BodyNormId) {
  const found = await norms.findNorm(db, id)
  if (!found) throw ruleProblem('rule.not_found')
  const at = await mustRule({ db, actor }, found.area_id)
  const now = await norms.holdNorm(db, id)
  if (!now) throw ruleProblem('rule.not_found')
  return { at, now }
}

export const followNorm = change(contract.followNorm, async ({ db, actor, input, today }) => {
  const { bodyNormId, nextId, legalBasis, ...said } = input
  const { at, now } = await held({ db, actor }, bodyNormId)
  mustBeNear(said.from, today)
  mustFollow(now, said.from)
  await norms.closeNorm(db, bodyNormId, said.from, null)
  const { areaId, kind, level } = now
  await norms.insertNorm(db, {
    ...{ ...said, areaId, kind, level, id: nextId, legalBasis: tidy(legalBasis), by: actor.accountId },
  })
  const facts = { kind, required: said.required, day: said.from }
  return happened(bodyEvent('body_norm.followed', { subject: nextId, area: at, facts }), { bodyNormId: nextId })
})

export const endNorm = change(contract.endNorm, async ({ db, actor, input, today }) => {
  const { bodyNormId, because, ...end } = input
  const { at, now } = await held({ db, actor }, bodyNormId)
  await norms.closeNorm(db, bodyNormId, endOf(now, end, today), tidy(because))
  if (end.last === null) await norms.reopenNorm(db, bodyNormId)
  const facts = { kind: now.kind, ...(end.last && { last: end.last }), because }
  return happened(bodyEvent('body_norm.ended', { subject: bodyNormId, area: at, facts }), { bodyNormId })
})
