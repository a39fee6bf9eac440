/** What is done with needs: a unit nominates and withdraws, a person asks for themselves; a province says which topic helps against which error. */
import { mustBeAble } from '#features/areas/must.ts'
import { findArea } from '#features/areas/queries.ts'
import { tidy } from '#kernel/text.ts'
import { change, happened } from '#platform/server/handle.ts'
import { trainingEvent } from '../events.ts'
import * as contract from './contract.ts'
import { isErrorCode } from './model.ts'
import { mustBeMeant, mustBeNominable, mustBeOpen } from './must.ts'
import { needProblem } from './problems.ts'
import * as needs from './queries.ts'
import { wishedBy } from './store/nominees.ts'

export const nominate = change(contract.nominate, async ({ db, actor, input, today }) => {
  const { areaId, nominations, topicId } = input
  await mustBeAble({ db, actor }, 'training.nominate', areaId)
  if (!(await findArea(db, areaId, today))) throw needProblem('need.unit_ended')
  const { code } = await mustBeOpen(db, topicId, { areaId, day: today })
  const officials = nominations.map(({ officialId }) => officialId)
  await mustBeNominable(db, officials, { areaId, topicId, day: today })
  if (!input.also) await mustBeMeant(db, officials, { areaId, topicId, day: today })
  const reason = tidy(input.reason)
  const made = { source: 'nominated' as const, area_id: areaId, topic_id: topicId, reason }
  await needs.insertWishes(
    db,
    nominations.map(({ trainingWishId, officialId }) => ({
      ...{ ...made, id: trainingWishId, official_id: officialId, made_by: actor.accountId, made_on: today },
    })),
  )
  const facts = { code, because: reason }
  const [first, ...others] = officials.map((subject) =>
    trainingEvent('need.nominated', { subject, area: areaId, facts }),
  )
  if (!first) throw new Error('the contract asks for one person at least')
  return happened(first, { trainingWishIds: nominations.map(({ trainingWishId }) => trainingWishId) }, others)
})

export const withdrawNomination = change(contract.withdrawNomination, async ({ db, actor, input, today }) => {
  const { trainingWishId } = input
  const held = await needs.holdWish(db, trainingWishId, 'nominated')
  if (!held) throw needProblem('need.not_found')
  await mustBeAble({ db, actor }, 'training.nominate', held.area_id)
  if (held.withdrawn_on) throw needProblem('need.withdrawn')
  const because = tidy(input.because)
  await needs.withdrawWish(db, trainingWishId, { on: today, by: actor.accountId, because })
  const of = { subject: held.official_id, area: held.area_id, facts: { because } }
  return happened(trainingEvent('need.withdrawn', of), { trainingWishId })
})

export const requestTopic = change(contract.requestTopic, async ({ db, actor, input, today }) => {
  const { trainingWishId, topicId } = input
  const own = await needs.ownRecord(db)
  if (!own) throw needProblem('need.no_official')
  const { officialId, unitId } = own
  const { code } = await mustBeOpen(db, topicId, { areaId: unitId, day: today })
  if ((await wishedBy(db, [officialId], { source: 'requested', topicId, day: today })).length > 0)
    throw needProblem('need.requested_already')
  const reason = tidy(input.reason)
  await needs.insertWishes(db, [
    {
      ...{ id: trainingWishId, source: 'requested', official_id: officialId, area_id: unitId, topic_id: topicId },
      ...{ reason, made_by: actor.accountId, made_on: today },
    },
  ])
  const event = trainingEvent('need.requested', { subject: officialId, area: unitId, facts: { code, because: reason } })
  return happened(event, { trainingWishId })
})

export const withdrawRequest = change(contract.withdrawRequest, async ({ db, actor, input, today }) => {
  const { trainingWishId } = input
  const own = await needs.ownRecord(db)
  if (!own) throw needProblem('need.no_official')
  const held = await needs.holdWish(db, trainingWishId, 'requested')
  if (held?.official_id !== own.officialId) throw needProblem('need.request_not_found')
  if (held.withdrawn_on) throw needProblem('need.request_withdrawn')
  const because = tidy(input.because)
  await needs.withdrawWish(db, trainingWishId, { on: today, by: actor.accountId, because })
  const of = { subject: held.official_id, area: held.area_id, facts: { because } }
  return happened(trainingEvent('need.request_withdrawn', of), { trainingWishId })
})

export const linkError = change(contract.linkError, async ({ db, actor, input, today }) => {
  const { areaId, errorTopicId, code, topicId } = input
  await mustBeAble({ db, actor }, 'training.manage', areaId)
  if ((await findArea(db, areaId, today))?.level !== 'province') throw needProblem('need.not_province')
  if (!isErrorCode(code) && !(await needs.isErrorMet(db, areaId, code))) throw needProblem('need.error_unknown')
  const topic = await mustBeOpen(db, topicId, { areaId, day: today })
  await needs.insertLink(db, { id: errorTopicId, area_id: areaId, code, topic_id: topicId })
  const facts = { error: code, code: topic.code }
  return happened(trainingEvent('need.error_linked', { subject: areaId, area: areaId, facts }), { errorTopicId })
})

export const unlinkError = change(contract.unlinkError, async ({ db, actor, input }) => {
  const { errorTopicId } = input
  const link = await needs.findLink(db, errorTopicId)
  if (!link) throw needProblem('need.link_not_found')
  await mustBeAble({ db, actor }, 'training.manage', link.area_id)
  await needs.deleteLink(db, errorTopicId)
  const of = { subject: link.area_id, area: link.area_id, facts: { error: link.code } }
  return happened(trainingEvent('need.error_unlinked', of), { errorTopicId })
})
