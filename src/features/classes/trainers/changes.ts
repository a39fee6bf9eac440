/** What is done with trainers: entered, put right, ended. */
import { mustBeAble } from '#features/areas/must.ts'
import { findArea } from '#features/areas/queries.ts'
import { mergedOrTold } from '#features/people/audit/must.ts'
import { mustBeNear } from '#features/people/norms/must.ts'
import { mayEnd } from '#features/people/norms/rules.ts'
import { isPlanLevel } from '#features/training/plan/model.ts'
import type { Actor } from '#kernel/access.ts'
import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import { changedIn } from '#kernel/event.ts'
import type { AreaId, FrameworkTopicId, OfficialId, TrainerId } from '#kernel/ids.ts'
import { mayBePhone, tidyPhone } from '#kernel/phones.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { classEvent } from '../events.ts'
import * as contract from './contract.ts'
import { trainerProblem } from './problems.ts'
import * as trainers from './queries.ts'

type By = { readonly db: Db; readonly actor: Actor }
type At = { readonly area: AreaId; readonly today: PlainDate }

/** As they are kept; throws where a number, an address or a topic is none. */
async function checked(db: Db, said: trainers.Particulars, { area, today }: At): Promise<trainers.Particulars> {
  const phone = said.phone && tidyPhone(said.phone)
  if (phone && !mayBePhone(phone)) throw trainerProblem('trainer.phone')
  const email = said.email?.trim() || null
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw trainerProblem('trainer.email')
  const topicIds = await trainers.firstOfTopics(db, { area, topics: said.topicIds, today })
  return { organisation: tidy(said.organisation), phone: phone || null, email, topicIds, note: tidy(said.note) }
}

/** Throws where one of these topics is of no framework in force for the unit. */
async function mustBeTopics(db: Db, topics: readonly FrameworkTopicId[], { area, today }: At): Promise<void> {
  const known = await trainers.firstOfTopics(db, { area, topics, today })
  if (known.length < new Set(topics).size) throw trainerProblem('trainer.topic')
}

async function nameOf(db: Db, who: { officialId: OfficialId | null; name: string | null }, at: At): Promise<string> {
  if ((who.officialId === null) === (who.name === null)) throw trainerProblem('trainer.who')
  if (who.officialId === null) return tidy(who.name ?? '')
  const found = await trainers.officialNamed(db, { id: who.officialId, area: at.area, day: at.today })
  if (!found || found.died) throw trainerProblem('trainer.official_gone')
  return found.name
}

export const enterTrainer = change(contract.enterTrainer, async ({ db, actor, input, today }) => {
  const { trainerId, areaId, officialId, name, from, ...said } = input
  await mustBeAble({ db, actor }, 'class.manage', areaId)
  if (!isPlanLevel((await findArea(db, areaId, today))?.level)) throw trainerProblem('trainer.no_unit')
  mustBeNear(from, today)
  const at = { area: areaId, today }
  const fullName = await nameOf(db, { officialId, name }, at)
  await mustBeTopics(db, said.topicIds, at)
  await trainers.insertTrainer(db, {
    ...{ ...(await checked(db, said, at)), id: trainerId, area_id: areaId, official_id: officialId },
    ...{ full_name: fullName, valid_from: from, made_by: actor.accountId },
  })
  const facts = { day: from, topics: said.topicIds.length }
  return happened(classEvent('trainer.entered', { subject: trainerId, area: areaId, facts }), { trainerId })
})

/** A trainer whom the actor may change, held until the change ends. */
async function held({ db, actor }: By, id: TrainerId) {
  const areaId = await trainers.placeOfTrainer(db, id)
  if (!areaId) throw trainerProblem('trainer.not_found')
  await mustBeAble({ db, actor }, 'class.manage', areaId)
  const found = await trainers.holdTrainer(db, id)
  if (!found) throw trainerProblem('trainer.not_found')
  return found
}

const fields = ['organisation', 'phone', 'email', 'topicIds', 'note'] as const

export const changeTrainer = change(contract.changeTrainer, async ({ db, actor, input, today }) => {
  const { trainerId, was, ...wanted } = input
  const { areaId, from: _from, until: _until, endedBecause: _ended, ...now } = await held({ db, actor }, trainerId)
  const set = await mergedOrTold(
    db,
    { was: was ?? null, wanted, now },
    { areaId, subject: trainerId, what: 'trainer.changed' },
  )
  const at = { area: areaId, today }
  // A topic whose framework holds no more stays with whoever had it.
  const added = (wanted.topicIds ?? []).filter((topic) => !now.topicIds.includes(topic))
  await mustBeTopics(db, added, at)
  const next = { ...now, ...set } as trainers.Particulars
  const stays = next.topicIds.filter((topic) => now.topicIds.includes(topic))
  const kept = await checked(db, { ...next, topicIds: added }, at)
  const topicIds = [...new Set([...stays, ...kept.topicIds])].sort()
  await trainers.updateTrainer(db, trainerId, { ...kept, topicIds })
  const facts = { changes: changedIn(now, { ...kept, topicIds }, fields) }
  return happened(classEvent('trainer.changed', { subject: trainerId, area: areaId, facts }), { trainerId })
})

export const endTrainer = change(contract.endTrainer, async ({ db, actor, input, today }) => {
  const { trainerId, last, seen = null, because } = input
  const now = await held({ db, actor }, trainerId)
  if (now.until && !mayEnd(now, seen)) throw trainerProblem('trainer.ended', { last: showDate(addDays(now.until, -1)) })
  if (last && last < now.from) throw trainerProblem('trainer.ends_before', { from: showDate(now.from) })
  if (last) mustBeNear(last, today, 'last')
  await trainers.endTrainer(db, trainerId, last ? addDays(last, 1) : now.from, because)
  const facts = { ...(last && { day: last }), because }
  return happened(classEvent('trainer.ended', { subject: trainerId, area: now.areaId, facts }), { trainerId })
})
