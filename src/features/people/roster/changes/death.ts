/** A death ends every post of a person: those beside the one at which it is recorded go with it, and come back with it. */
import { oversOf } from '#features/areas/must.ts'
import { can } from '#kernel/access.ts'
import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import type { Event } from '#kernel/event.ts'
import type { Call } from '#platform/server/handle.ts'
import { peopleEvent } from '../../events.ts'
import { mustEndWithin } from '../must.ts'
import { rosterProblem } from '../problems.ts'
import { postSaid } from '../queries.ts'
import * as store from '../store/appointments.ts'

type By = Pick<Call<unknown>, 'db' | 'actor'>
type Recorded = NonNullable<Awaited<ReturnType<typeof store.holdAppointment>>>
type Other = Awaited<ReturnType<typeof store.heldAfter>>[number]

const because = 'died'

/** Ends at `until` what else the person holds where the actor keeps it; refuses what is recorded as held after the death. */
export async function endOthers({ db, actor }: By, at: Recorded, until: PlainDate): Promise<Event[]> {
  const others = await store.heldAfter(db, { official: at.official_id, but: at.id, until })
  for (const one of others)
    if (one.ended_because !== null || one.valid_from >= until) throw await heldAfterDeath({ db }, one)
  const overs = await oversOf(
    db,
    others.map(({ area_id: area }) => area),
  )
  const mine = others.filter(({ area_id: area }) => can(actor, 'roster.write', overs.get(area) ?? []))
  for (const { id, valid_until: before } of mine)
    await store.closeAppointment(db, id, { until, because, by: actor.accountId, with: { id: at.id, before } })
  return Promise.all(mine.map((one) => told({ db }, at, { ...one, last: addDays(until, -1) })))
}

/** The day of the death was another: what ended with it ends then, where it was not to end before. */
export async function moveOthers({ db, actor }: By, at: Recorded, until: PlainDate): Promise<void> {
  for (const one of await store.endedWith(db, at.id)) {
    if (one.valid_from >= until) throw await heldAfterDeath({ db }, { ...one, valid_until: one.until_before })
    const kept = { id: at.id, before: one.until_before }
    if (kept.before !== null && kept.before <= until) await store.reopenAppointment(db, one.id, kept.before)
    else await store.closeAppointment(db, one.id, { until, because, by: actor.accountId, with: kept })
  }
}

/** There was no death: what ended with it goes on until the end that it was to have. */
export async function reopenOthers({ db }: By, at: Recorded): Promise<void> {
  for (const one of await store.endedWith(db, at.id)) {
    await mustEndWithin(db, one.area_id, one.until_before)
    await store.reopenAppointment(db, one.id, one.until_before)
  }
}

type Held = Pick<Other, 'post' | 'valid_from' | 'valid_until'>
async function heldAfterDeath({ db }: Pick<By, 'db'>, { post, valid_from: from, valid_until: until }: Held) {
  const said = await postSaid(db, post)
  const last = until && showDate(addDays(until, -1))
  return rosterProblem('official.held_after_death', {
    ...{ post: said?.vi ?? post, postEn: said?.en ?? post },
    span: last ? `${showDate(from)} - ${last}` : `từ ${showDate(from)}`,
    spanEn: last ? `${showDate(from)} - ${last}` : `since ${showDate(from)}`,
  })
}

const told = async ({ db }: Pick<By, 'db'>, at: Recorded, one: Other & { readonly last: PlainDate }): Promise<Event> =>
  peopleEvent('official.appointment_ended', {
    ...{ subject: at.official_id, area: one.area_id },
    facts: { post: one.post, postSaid: await postSaid(db, one.post), unit: one.area_id, last: one.last, because },
  })
