/** What changes the roster: a person entered, changed, appointed, an appointment ended. */
import { mustBeAble } from '#features/areas/must.ts'
import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import type { AccountId, AppointmentId, AreaId, OfficialId } from '#kernel/ids.ts'
import { problem } from '#kernel/problem.ts'
import { merged } from '#kernel/revisions.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { lastMade, makerOf } from '../audit/maker.ts'
import { peopleEvent } from '../events.ts'
import * as contract from './contract.ts'
import type { Standing } from './model.ts'
import { checked, mustBeNew, mustFit } from './must.ts'
import { rosterProblem } from './problems.ts'
import * as roster from './queries.ts'

type Held = {
  readonly appointmentId: AppointmentId
  readonly post: string
  readonly areaId: AreaId
  readonly standing: Standing
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly decisionNumber: string
  readonly decidedOn: PlainDate | null
}
type Giving = { readonly officialId: OfficialId; readonly by: AccountId; readonly today: PlainDate }

async function give(
  db: Db,
  { appointmentId, decisionNumber, decidedOn, ...held }: Held,
  { officialId, by, today }: Giving,
) {
  await mustFit(db, held, today)
  await roster.insertAppointment(db, {
    id: appointmentId,
    official_id: officialId,
    post: held.post,
    area_id: held.areaId,
    standing: held.standing,
    valid_from: held.from,
    valid_until: held.until,
    decision_number: decisionNumber.trim() || null,
    decided_on: decidedOn,
    made_by: by,
  })
}

export const addOfficial = change(contract.addOfficial, async ({ db, actor, input, today }) => {
  const { officialId, unitId, holds, sure, ...particulars } = input
  await mustBeAble({ db, actor }, 'roster.write', unitId)
  const who = checked(particulars, today)
  await mustBeNew(db, who, { day: today, sure })
  await roster.insertOfficial(db, { officialId, unitId, ...who })
  if (holds) {
    await mustBeAble({ db, actor }, 'roster.write', holds.areaId)
    await give(db, holds, { officialId, by: actor.accountId, today })
  }
  const facts = { ...(holds && { post: holds.post }), ...(sure && { sure }) }
  return happened(peopleEvent('official.entered', { subject: officialId, area: unitId, facts }), { officialId })
})

/** The official, who stands still until the change ends; throws where the actor may not change them. */
async function held({ db, actor }: Parameters<typeof mustBeAble>[0], officialId: OfficialId) {
  const official = await roster.holdOfficial(db, officialId)
  if (!official) throw rosterProblem('official.not_found')
  await mustBeAble({ db, actor }, 'roster.write', official.unitId)
  return official
}

type Changing = InputOf<typeof contract.changeOfficial>

/** What stands after the change; throws `record.changed_since` where another wrote the same since it was seen. */
async function after(db: Db, official: roster.Official, { officialId, was, ...wanted }: Changing) {
  const { set, touching } = merged({ was: was ?? null, wanted, now: official })
  if (touching.length === 0) return { ...official, ...set }
  const made = await lastMade(db, { subject: officialId, what: 'official.changed' })
  const maker = await makerOf(db, official.unitId, made)
  throw problem('record.changed_since', {
    count: touching.length,
    touching: touching.map((one) => ({ ...one, ...maker })),
  })
}

const fields = ['name', 'sex', 'birth', 'ethnicity', 'phone', 'personalNumber'] as const

export const changeOfficial = change(contract.changeOfficial, async ({ db, actor, input, today }) => {
  const official = await held({ db, actor }, input.officialId)
  const who = checked(await after(db, official, input), today)
  await roster.updateOfficial(db, input.officialId, who)
  const changed = fields.filter((field) => JSON.stringify(who[field]) !== JSON.stringify(official[field]))
  return happened(
    peopleEvent('official.changed', { subject: input.officialId, area: official.unitId, facts: { fields: changed } }),
    { officialId: input.officialId },
  )
})

export const appoint = change(contract.appoint, async ({ db, actor, input, today }) => {
  const { officialId, ...given } = input
  await mustBeAble({ db, actor }, 'roster.write', input.areaId)
  if (!(await roster.holdOfficial(db, officialId))) throw rosterProblem('official.not_found')
  await give(db, given, { officialId, by: actor.accountId, today })
  const event = peopleEvent('official.appointed', {
    subject: officialId,
    area: input.areaId,
    facts: { post: input.post },
  })
  return happened(event, { officialId })
})

export const endAppointment = change(contract.endAppointment, async ({ db, actor, input }) => {
  const { appointmentId, last, because } = input
  const found = await roster.holdAppointment(db, appointmentId)
  if (!found) throw rosterProblem('official.appointment_not_found')
  await mustBeAble({ db, actor }, 'roster.write', found.area_id)
  if (found.ended_because !== null) throw rosterProblem('official.appointment_ended')
  // Entered by mistake, it never held.
  const until = because === 'entered_by_mistake' ? found.valid_from : addDays(last, 1)
  if (until < found.valid_from || (until === found.valid_from && because !== 'entered_by_mistake'))
    throw rosterProblem('official.end_early', { from: showDate(found.valid_from) })
  await roster.closeAppointment(db, appointmentId, { until, because, by: actor.accountId })
  const facts = { post: found.post, because }
  const event = peopleEvent('official.appointment_ended', { subject: found.official_id, area: found.area_id, facts })
  return happened(event, { officialId: found.official_id })
})
