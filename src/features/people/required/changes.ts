/** What is done with a requirement of a post: entered, followed by another from a day on, ended. Nothing is overwritten. */
import type { PostRequirementId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import { change, happened } from '#platform/server/handle.ts'
import { peopleEvent } from '../events.ts'
import { endOf, mustBeNear, mustFollow, mustRule, mustRuleAt } from '../norms/must.ts'
import { ruleProblem } from '../norms/problems.ts'
import { rosterProblem } from '../roster/problems.ts'
import { findPost, postSaid } from '../roster/queries.ts'
import * as contract from './contract.ts'
import * as required from './queries.ts'

type By = Parameters<typeof mustRule>[0]

export const enterRequirement = change(contract.enterRequirement, async ({ db, actor, input, today }) => {
  const { requirementId: id, areaId, legalBasis, ...said } = input
  const at = await mustRuleAt({ db, actor }, areaId)
  const post = await findPost(db, said.post)
  if (!post) throw rosterProblem('official.post_unknown')
  if (said.level !== null && !post.levels.includes(said.level))
    throw ruleProblem('rule.level_unfit', { post: post.vi, postEn: post.en })
  mustBeNear(said.from, today)
  await required.insertRequirement(db, { ...said, id, areaId: at, legalBasis: tidy(legalBasis), by: actor.accountId })
  const facts = { post: said.post, postSaid: await postSaid(db, said.post), kind: said.kind, day: said.from }
  return happened(peopleEvent('required.entered', { subject: id, area: areaId, facts }), { requirementId: id })
})

/** A requirement that the actor may change, held until the change ends. */
async function held({ db, actor }: By, id: PostRequirementId) {
  const found = await required.findRequirement(db, id)
  if (!found) throw ruleProblem('rule.not_found')
  const at = await mustRule({ db, actor }, found.area_id)
  const now = await required.holdRequirement(db, id)
  if (!now) throw ruleProblem('rule.not_found')
  return { at, now }
}

export const followRequirement = change(contract.followRequirement, async ({ db, actor, input, today }) => {
  const { requirementId, nextId, legalBasis, ...said } = input
  const { at, now } = await held({ db, actor }, requirementId)
  mustBeNear(said.from, today)
  mustFollow(now, said.from)
  await required.closeRequirement(db, requirementId, said.from, null)
  const { areaId, post, level, kind } = now
  await required.insertRequirement(db, {
    ...{ ...said, areaId, post, level, kind, id: nextId, legalBasis: tidy(legalBasis), by: actor.accountId },
  })
  const facts = { post, postSaid: await postSaid(db, post), kind, day: said.from }
  return happened(peopleEvent('required.followed', { subject: nextId, area: at, facts }), { requirementId: nextId })
})

export const endRequirement = change(contract.endRequirement, async ({ db, actor, input, today }) => {
  const { requirementId, because, ...end } = input
  const { at, now } = await held({ db, actor }, requirementId)
  await required.closeRequirement(db, requirementId, endOf(now, end, today), tidy(because))
  if (end.last === null) await required.reopenRequirement(db, requirementId)
  const facts = {
    post: now.post,
    postSaid: await postSaid(db, now.post),
    kind: now.kind,
    ...(end.last && { day: end.last }),
    why: because,
  }
  return happened(peopleEvent('required.ended', { subject: requirementId, area: at, facts }), { requirementId })
})
