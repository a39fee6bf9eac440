/** What is done with needs: a unit nominates and withdraws, a person asks for themselves; a province says which topic helps against which error. */
import { mustBeAble } from '#features/areas/must.ts'
import { findArea } from '#features/areas/queries.ts'
import { mustLive, notThere } from '#features/people/roster/must.ts'
import { officialsOf, wentInto } from '#features/people/roster/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, FrameworkTopicId, OfficialId } from '#kernel/ids.ts'
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

const mostNamed = 10
/** Who they are, for a sentence; who cannot be named here is counted. */
async function said(db: Db, officials: readonly OfficialId[]) {
  const named = (await officialsOf(db, officials.slice(0, mostNamed))).map(({ name }) => name)
  const more = officials.length - named.length
  if (more === 0) return named.join(', ')
  return {
    vi: [...named, `${more} người khác`].join(', '),
    en: [...named, more === 1 ? '1 more' : `${more} more`].join(', '),
  }
}

/** Refuses all where one is not of the unit, has died, or is nominated already. */
async function mustBeNominable(
  db: Db,
  officials: readonly OfficialId[],
  { areaId, topicId, day }: { areaId: AreaId; topicId: FrameworkTopicId; day: PlainDate },
) {
  if (new Set(officials).size < officials.length) throw needProblem('need.named_twice')
  const here = new Set(await needs.ofArea(db, officials, { areaId, day }))
  const others = officials.filter((one) => !here.has(one))
  for (const one of others) if (await wentInto(db, one)) throw await notThere(db, one)
  if (others.length > 0) throw needProblem('need.not_of_area', { names: await said(db, others) })
  await mustLive(db, officials, { from: day, until: null })
  const taken = await needs.wishedBy(db, officials, { source: 'nominated', topicId, day })
  if (taken.length > 0)
    throw needProblem('need.nominated_already', { names: await said(db, taken), officialIds: taken })
}

/** Asks about who has a seat for the topic already, and about who has left. */
async function mustBeMeant(
  db: Db,
  officials: readonly OfficialId[],
  at: { areaId: AreaId; topicId: FrameworkTopicId; day: PlainDate },
) {
  const { seated, gone } = await needs.seatedOrGone(db, officials, at)
  if (gone.length > 0) throw needProblem('need.gone', { names: await said(db, gone), officialIds: gone })
  if (seated.length > 0) throw needProblem('need.seated', { names: await said(db, seated), officialIds: seated })
}

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
  if ((await needs.wishedBy(db, [officialId], { source: 'requested', topicId, day: today })).length > 0)
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
