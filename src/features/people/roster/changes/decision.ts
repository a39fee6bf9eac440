/** A post is given before its paper comes, or the number was typed wrongly: the decision is written later, the post stays. */
import { mustBeAble } from '#features/areas/must.ts'
import { changedIn } from '#kernel/event.ts'
import { problem } from '#kernel/problem.ts'
import { merged } from '#kernel/revisions.ts'
import { tidy } from '#kernel/text.ts'
import { change, happened } from '#platform/server/handle.ts'
import { lastMade, makerOf } from '../../audit/maker.ts'
import { peopleEvent } from '../../events.ts'
import * as contract from '../contract.ts'
import { mustBeGrown } from '../must.ts'
import { rosterProblem } from '../problems.ts'
import { postSaid } from '../queries.ts'
import { faultOfDecided } from '../rules.ts'
import * as store from '../store/appointments.ts'

const what = 'official.decision_changed'

export const changeDecision = change(contract.changeDecision, async ({ db, actor, input, today }) => {
  const { appointmentId, was, ...wanted } = input
  const found = await store.holdAppointment(db, appointmentId)
  if (!found) throw rosterProblem('official.appointment_not_found')
  await mustBeAble({ db, actor }, 'roster.write', found.area_id)
  if (found.ended_because === 'entered_by_mistake') throw rosterProblem('official.appointment_ended')
  const now: store.Decided = { decisionNumber: found.decision_number ?? '', decidedOn: found.decided_on }
  const { set, touching } = merged({ was: was ?? null, wanted, now })
  if (touching.length > 0) {
    const made = await lastMade(db, { subject: found.official_id, what, facts: { appointment: appointmentId } })
    const maker = await makerOf(db, found.area_id, made)
    throw problem('record.changed_since', {
      count: touching.length,
      touching: touching.map((one) => ({ ...one, ...maker })),
    })
  }
  const said = { ...now, ...set }
  const next = { ...said, decisionNumber: tidy(said.decisionNumber) }
  const fault = faultOfDecided(next.decidedOn, today)
  if (fault) throw fault
  await mustBeGrown(db, found.official_id, { from: found.valid_from, decidedOn: next.decidedOn })
  await store.updateDecision(db, appointmentId, next)
  const facts = {
    ...{ post: found.post, postSaid: await postSaid(db, found.post), unit: found.area_id, appointment: appointmentId },
    changes: changedIn(now, next, ['decisionNumber', 'decidedOn']),
  }
  const event = peopleEvent(what, { subject: found.official_id, area: found.area_id, facts })
  return happened(event, { officialId: found.official_id })
})
