/** What is done with needs: a unit nominates and withdraws, a person asks for themselves; a province says which topic helps against which error. */
import { mustBeAble } from '#features/areas/must.ts'
import { findArea } from '#features/areas/queries.ts'
import { mustLive } from '#features/people/roster/must.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, FrameworkTopicId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { trainingEvent } from '../events.ts'
import * as contract from './contract.ts'
import { isErrorCode } from './model.ts'
import { needProblem } from './problems.ts'
import * as needs from './queries.ts'

/** A topic that stands over the area today. */
async function mustBeOpen(db: Db, topicId: FrameworkTopicId, at: { areaId: AreaId; day: PlainDate }) {
  const topic = (await needs.openTopics(db, at)).find((one) => one.topicId === topicId)
  if (!topic) throw needProblem('need.topic_not_open')
  return topic
}

export const nominate = change(contract.nominate, async ({ db, actor, input, today }) => {
  const { areaId, trainingWishId, officialId, topicId } = input
  await mustBeAble({ db, actor }, 'training.nominate', areaId)
  const at = { areaId, day: today }
  const { code } = await mustBeOpen(db, topicId, at)
  if (!(await needs.isOfArea(db, officialId, at))) throw needProblem('need.not_of_area')
  await mustLive(db, [officialId], { from: today, until: null })
  if (await needs.isWished(db, { source: 'nominated', officialId, topicId, day: today }))
    throw needProblem('need.wished_already')
  const reason = tidy(input.reason)
  await needs.insertWish(db, {
    ...{ id: trainingWishId, source: 'nominated', official_id: officialId, area_id: areaId, topic_id: topicId },
    ...{ reason, made_by: actor.accountId, made_on: today },
  })
  const event = trainingEvent('need.nominated', { subject: officialId, area: areaId, facts: { code, because: reason } })
  return happened(event, { trainingWishId })
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
  if (await needs.isWished(db, { source: 'requested', officialId, topicId, day: today }))
    throw needProblem('need.requested_already')
  const reason = tidy(input.reason)
  await needs.insertWish(db, {
    ...{ id: trainingWishId, source: 'requested', official_id: officialId, area_id: unitId, topic_id: topicId },
    ...{ reason, made_by: actor.accountId, made_on: today },
  })
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
