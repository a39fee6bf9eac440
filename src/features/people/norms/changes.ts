/** What is done with a norm: entered, followed by another value from a day on, ended. Nothing is overwritten. */
import type { NormId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import { change, happened } from '#platform/server/handle.ts'
import { peopleEvent } from '../events.ts'
import { rosterProblem } from '../roster/problems.ts'
import { findPost, postSaid } from '../roster/queries.ts'
import * as contract from './contract.ts'
import { endOf, mustBeNear, mustFollow, mustRule, mustRuleAt } from './must.ts'
import { ruleProblem } from './problems.ts'
import * as norms from './queries.ts'

export const enterNorm = change(contract.enterNorm, async ({ db, actor, input, today }) => {
  const { postNormId: id, areaId, legalBasis, ...said } = input
  const at = await mustRuleAt({ db, actor }, areaId)
  const post = await findPost(db, said.post)
  if (!post) throw rosterProblem('official.post_unknown')
  if (!post.levels.includes(said.level)) throw ruleProblem('rule.level_unfit', { post: post.vi, postEn: post.en })
  mustBeNear(said.from, today)
  await norms.insertNorm(db, { ...said, id, areaId: at, legalBasis: tidy(legalBasis), by: actor.accountId })
  const facts = { post: said.post, postSaid: await postSaid(db, said.post), required: said.required, day: said.from }
  return happened(peopleEvent('post_norm.entered', { subject: id, area: areaId, facts }), { postNormId: id })
})

/** A norm that the actor may change, held until the change ends. */
async function held({ db, actor }: Parameters<typeof mustRule>[0], id: NormId) {
  const found = await norms.findNorm(db, id)
  if (!found) throw ruleProblem('rule.not_found')
  const at = await mustRule({ db, actor }, found.area_id)
  const now = await norms.holdNorm(db, id)
  if (!now) throw ruleProblem('rule.not_found')
  return { at, now }
}

export const followNorm = change(contract.followNorm, async ({ db, actor, input, today }) => {
  const { postNormId, nextId, legalBasis, ...said } = input
  const { at, now } = await held({ db, actor }, postNormId)
  mustBeNear(said.from, today)
  mustFollow(now, said.from)
  await norms.closeNorm(db, postNormId, said.from, null)
  const { areaId, post, level } = now
  await norms.insertNorm(db, {
    ...{ ...said, areaId, post, level, id: nextId, legalBasis: tidy(legalBasis), by: actor.accountId },
  })
  const facts = { post, postSaid: await postSaid(db, post), required: said.required, day: said.from }
  return happened(peopleEvent('post_norm.followed', { subject: nextId, area: at, facts }), { postNormId: nextId })
})

export const endNorm = change(contract.endNorm, async ({ db, actor, input, today }) => {
  const { postNormId, because, ...end } = input
  const { at, now } = await held({ db, actor }, postNormId)
  await norms.closeNorm(db, postNormId, endOf(now, end, today), tidy(because))
  if (end.last === null) await norms.reopenNorm(db, postNormId)
  const facts = {
    post: now.post,
    postSaid: await postSaid(db, now.post),
    ...(end.last && { day: end.last }),
    why: because,
  }
  return happened(peopleEvent('post_norm.ended', { subject: postNormId, area: at, facts }), { postNormId })
})
