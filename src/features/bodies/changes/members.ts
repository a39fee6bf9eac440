/** Somebody of the roster joins a body, and leaves it. */
import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import type { BodyMemberId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import * as contract from '../contract.ts'
import { bodyEvent } from '../events.ts'
import { mustBeKnown, mustBePlausible, mustJoin, mustNotBeDissolved } from '../must.ts'
import { bodyProblem } from '../problems.ts'
import * as bodies from '../queries.ts'
import { farthest } from '../rules.ts'
import { heldBody } from './bodies.ts'

export const addMember = change(contract.addMember, async ({ db, actor, input, today }) => {
  const { bodyId, bodyMemberId, officialId, role, comesFrom, from, until } = input
  const body = await heldBody({ db, actor }, bodyId)
  mustNotBeDissolved(body)
  await mustBeKnown(db, officialId)
  await mustJoin(db, body, { officialId, role, comesFrom, from, until, today })
  await bodies.insertMembers(db, [
    {
      ...{ id: bodyMemberId, body_id: bodyId, official_id: officialId, role, comes_from: comesFrom },
      ...{ valid_from: from, valid_until: until, made_by: actor.accountId },
    },
  ])
  const facts = { official: officialId, role }
  return happened(bodyEvent('body.member_joined', { subject: bodyId, area: body.unitId, facts }), { bodyId })
})

type Asking = Parameters<typeof heldBody>[0]
/** The place and its body, both of which stand still until the change ends. */
async function heldMember({ db, actor }: Asking, id: BodyMemberId) {
  const seen = await bodies.findMember(db, id)
  if (!seen) throw bodyProblem('bodies.member_not_found')
  const body = await heldBody({ db, actor }, seen.body_id)
  return { body, member: (await bodies.findMember(db, id)) ?? seen }
}
type Member = Awaited<ReturnType<typeof heldMember>>['member']

/** Refuses an end before a meeting where the person was, by its minutes. */
async function mustHaveSatNowhere(db: Db, member: Member, until: PlainDate): Promise<void> {
  const days = await bodies.meetingsLost(db, member, until)
  if (days.length > 0) throw bodyProblem('bodies.was_present', { days: days.map(showDate).join(', ') })
}

/** Of one who never sat there, none. */
const lastOf = ({ valid_from }: Member, until: PlainDate | null): PlainDate | null =>
  until === null || until === valid_from ? null : addDays(until, -1)

export const endMember = change(contract.endMember, async ({ db, actor, input, today }) => {
  const { bodyMemberId, last, because, mistaken = false } = input
  const { body, member } = await heldMember({ db, actor }, bodyMemberId)
  if (member.left_because !== null) throw bodyProblem('bodies.member_left')
  mustBePlausible('last', last, { last: farthest(today) })
  const ends = member.valid_until ?? body.until
  if (!mistaken && (last < member.valid_from || (ends !== null && last >= ends)))
    throw bodyProblem('bodies.left_when', {
      first: showDate(member.valid_from),
      last: ends ? showDate(addDays(ends, -1)) : '...',
    })
  const until = mistaken ? member.valid_from : addDays(last, 1)
  await mustHaveSatNowhere(db, member, until)
  await bodies.closeMember(db, bodyMemberId, { until, because })
  const facts = { official: member.official_id, role: member.role, last: lastOf(member, until), because }
  return happened(bodyEvent('body.member_left', { subject: body.bodyId, area: body.unitId, facts }), {
    bodyId: body.bodyId,
  })
})

/** The end was entered wrongly: another day, or the membership goes on. It is judged as if it were entered now. */
export const correctEnd = change(contract.correctEnd, async ({ db, actor, input, today }) => {
  const { bodyMemberId, last, because, seen } = input
  const { body, member } = await heldMember({ db, actor }, bodyMemberId)
  mustNotBeDissolved(body)
  if (member.left_because === null) throw bodyProblem('bodies.still_member')
  if (member.valid_until !== seen) throw bodyProblem('bodies.end_changed')
  const { official_id: officialId, role, comes_from: comesFrom, valid_from: from } = member
  if (last !== null && last < from)
    throw bodyProblem('bodies.left_when', {
      first: showDate(from),
      last: body.until ? showDate(addDays(body.until, -1)) : '...',
    })
  const until = last ? addDays(last, 1) : body.until
  await mustJoin(db, body, { officialId, role, comesFrom, from, until, today, without: bodyMemberId })
  if (until !== null) await mustHaveSatNowhere(db, member, until)
  await bodies.closeMember(db, bodyMemberId, { until, because: last ? because : null })
  const facts = { official: officialId, role, wasLast: lastOf(member, member.valid_until), last, because }
  return happened(bodyEvent('body.end_corrected', { subject: body.bodyId, area: body.unitId, facts }), {
    bodyId: body.bodyId,
  })
})
