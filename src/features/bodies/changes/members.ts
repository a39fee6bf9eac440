/** Somebody of the roster joins a body, and leaves it. */
import { findOfficial } from '#features/people/roster/queries.ts'
import { addDays, showDate } from '#kernel/dates.ts'
import { change, happened } from '#platform/server/handle.ts'
import * as contract from '../contract.ts'
import { bodyEvent } from '../events.ts'
import { mustJoin, mustNotBeDissolved } from '../must.ts'
import { bodyProblem } from '../problems.ts'
import * as bodies from '../queries.ts'
import { heldBody } from './bodies.ts'

export const addMember = change(contract.addMember, async ({ db, actor, input, today }) => {
  const { bodyId, bodyMemberId, officialId, role, comesFrom, from, until } = input
  const body = await heldBody({ db, actor }, bodyId)
  mustNotBeDissolved(body)
  // Row security shows the officials of the actor's units; a key alone would take any.
  if (!(await findOfficial(db, officialId))) throw bodyProblem('bodies.nobody')
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

export const endMember = change(contract.endMember, async ({ db, actor, input }) => {
  const { bodyMemberId, last, because, mistaken = false } = input
  const seen = await bodies.findMember(db, bodyMemberId)
  if (!seen) throw bodyProblem('bodies.member_not_found')
  const body = await heldBody({ db, actor }, seen.body_id)
  // As it stands now that nobody else changes it.
  const member = await bodies.findMember(db, bodyMemberId)
  if (!member || member.left_because !== null) throw bodyProblem('bodies.member_left')
  const ends = member.valid_until ?? body.until
  if (!mistaken && (last < member.valid_from || (ends !== null && last >= ends)))
    throw bodyProblem('bodies.left_when', {
      first: showDate(member.valid_from),
      last: ends ? showDate(addDays(ends, -1)) : '...',
    })
  const until = mistaken ? member.valid_from : addDays(last, 1)
  await bodies.closeMember(db, bodyMemberId, { until, because })
  const facts = { official: member.official_id, role: member.role, because }
  return happened(bodyEvent('body.member_left', { subject: body.bodyId, area: body.unitId, facts }), {
    bodyId: body.bodyId,
  })
})
