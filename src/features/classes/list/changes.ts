/** What is done with classes: planned, put right, stepped on and back, called off. */
import { mustBeAble } from '#features/areas/must.ts'
import { findArea } from '#features/areas/queries.ts'
import { mergedOrTold } from '#features/people/audit/must.ts'
import { isPlanLevel } from '#features/training/plan/model.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { changedIn } from '#kernel/event.ts'
import type { AreaId, FrameworkTopicId, PlanLineId, TrainingClassId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { attendanceOf } from '../attendance/must.ts'
import { deleteTurns, insertTurns } from '../attendance/queries.ts'
import { classEvent, classSteppedBack } from '../events.ts'
import { offeredIn } from '../seats/queries.ts'
import { mustBeFree } from '../sessions/must.ts'
import { learnersIn, sessionsOf, teachingOf } from '../sessions/queries.ts'
import { firstOfTopics } from '../trainers/queries.ts'
import * as contract from './contract.ts'
import { factsOf, lower, momentOf, mustHoldClass, mustHoldOpen, mustStillStand } from './must.ts'
import { classListProblem } from './problems.ts'
import * as classes from './queries.ts'
import { lacksFor, lacksSaid, stepTo } from './rules.ts'

type At = { readonly area: AreaId; readonly today: PlainDate }

/** The topics as they are kept; throws where one is of no framework in force for the unit. */
async function topicsAt(db: Db, topics: readonly FrameworkTopicId[], { area, today }: At): Promise<FrameworkTopicId[]> {
  const found = await firstOfTopics(db, { area, topics, today })
  if (found.length < new Set(topics).size) throw classListProblem('class.topic')
  return found
}

type OfLine = At & { readonly line: PlanLineId | null; readonly year: number }
/** Throws where a line is of no approved plan of the unit and the year. */
async function mustBeLine(db: Db, { line, area, year, today }: OfLine): Promise<void> {
  if (line === null) return
  const lines = await classes.plannedLines(db, { area, year, today })
  if (!lines.some(({ planLineId }) => planLineId === line)) throw classListProblem('class.line', { year })
}

const tidied = ({ code, title, note, ...said }: classes.Particulars): classes.Particulars => ({
  ...{ ...said, code: tidy(code), title: tidy(title), note: tidy(note) },
})

export const planClass = change(contract.planClass, async ({ db, actor, input, today }) => {
  const { trainingClassId: id, areaId, topicIds, ...said } = input
  await mustBeAble({ db, actor }, 'class.manage', areaId)
  if (!isPlanLevel((await findArea(db, areaId, today))?.level)) throw classListProblem('class.no_unit')
  const at = { area: areaId, today }
  await mustBeLine(db, { ...at, line: said.planLineId, year: said.year })
  const topics = await topicsAt(db, topicIds, at)
  await classes.insertClass(db, { id, areaId, by: actor.accountId, ...tidied(said) })
  await classes.setTopics(db, { id, area: areaId, topics })
  const by = { id: actor.accountId, name: actor.name }
  const first = { from: null, to: 'planned', back: false, because: '' } as const
  await classes.insertStep(db, { id, area: areaId, ...first, by, on: today })
  const facts = { year: said.year, kind: said.kind, ...(said.seats && { seats: said.seats }) }
  return happened(classEvent('class.planned', { subject: id, area: areaId, facts }), { trainingClassId: id })
})

const fields = ['code', 'title', 'kind', 'year', 'seats', 'planLineId', 'note', 'topicIds'] as const

export const changeClass = change(contract.changeClass, async (call) => {
  const { db, actor, input, today } = call
  const { trainingClassId: id, was, ...wanted } = input
  const { areaId, state: _state, revision: _revision, taken, ...now } = await mustHoldOpen({ db, actor }, id)
  const sorted = wanted.topicIds && { topicIds: [...wanted.topicIds].sort() }
  const set = await mergedOrTold(
    db,
    { was: was ?? null, wanted: { ...wanted, ...sorted }, now },
    { areaId, subject: id, what: 'class.changed' },
  )
  const { topicIds, ...next } = { ...now, ...set } as typeof now
  const kept = tidied(next)
  // A seat that is kept for an answer is as good as taken.
  const offered = await offeredIn(db, { id, today })
  if (offered > 0 && kept.seats !== null && kept.seats < taken + offered)
    throw classListProblem('class.seats_offered', { taken, offered, least: taken + offered })
  const at = { area: areaId, today }
  if (kept.planLineId !== now.planLineId || kept.year !== now.year)
    await mustBeLine(db, { ...at, line: kept.planLineId, year: kept.year })
  // A topic whose framework holds no more stays where it was.
  const added = topicIds.filter((topic) => !now.topicIds.includes(topic))
  const stays = topicIds.filter((topic) => now.topicIds.includes(topic))
  const topics = [...new Set([...stays, ...(await topicsAt(db, added, at))])].sort()
  await classes.updateClass(db, id, kept)
  await classes.setTopics(db, { id, area: areaId, topics })
  if (Object.keys(set).length > 0) await classes.countChange(db, id)
  await mustStillStand(db, id, { today, moment: momentOf(call) })
  const facts = { changes: changedIn(now, { ...kept, topicIds: topics }, fields) }
  return happened(classEvent('class.changed', { subject: id, area: areaId, facts }), { trainingClassId: id })
})

/** Who has done enough has a turn from the day of the last session on; answers how many. */
async function giveTurns(db: Db, id: TrainingClassId, of: At & { readonly moment: string }): Promise<number> {
  const { sessions, learners } = await attendanceOf(db, id, { ...of, areaId: of.area })
  const people = learners.filter(({ fulfils }) => fulfils).map(({ officialId }) => officialId)
  const on = sessions.at(-1)?.day ?? of.today
  await insertTurns(db, id, { people, ids: people.map(() => newId<'training_turn'>()), on })
  return people.length
}

const said = { on: 'class.stepped', back: classSteppedBack, cancel: 'class.cancelled' } as const

export const stepClass = change(contract.stepClass, async (call) => {
  const { db, actor, input, today } = call
  const { trainingClassId: id, seen, to, because = '' } = input
  const held = await mustHoldClass({ db, actor }, id)
  const { areaId, state: from } = held
  if (from !== seen) throw classListProblem('class.stepped_since', { state: lower(from) })
  const before = from === 'cancelled' ? await classes.stateBefore(db, id) : null
  const how = stepTo({ state: from, before }, to)
  if (how === null) throw classListProblem('class.no_step', { from: lower(from), to: lower(to) })
  if (how !== 'on' && because === '') throw classListProblem('class.because')
  const moment = momentOf(call)
  if (how === 'on') {
    const facts = await factsOf(db, id, { ...held, topics: held.topicIds.length, today, moment })
    const lacks = lacksFor(to, facts)
    if (lacks.length > 0) throw classListProblem('class.lacks', { to: lower(to), lacks: lacksSaid(lacks) })
  }
  // What it let go may be another's by now.
  if (from === 'cancelled') {
    const sessions = await sessionsOf(db, id, { today, moment })
    const teachers = await teachingOf(db, id)
    const wanted = sessions.map((one) => ({
      ...one,
      teachers: teachers.filter(({ classTrainerId }) => one.classTrainerIds.includes(classTrainerId)),
    }))
    const but = sessions.map(({ classSessionId }) => classSessionId)
    await mustBeFree(db, wanted, {
      areaId,
      seats: held.seats,
      today,
      but,
      standing: [],
      learners: await learnersIn(db, but),
    })
  }
  const turns =
    to === 'completed'
      ? await giveTurns(db, id, { area: areaId, today, moment })
      : from === 'completed'
        ? await deleteTurns(db, id)
        : null
  await classes.setState(db, id, to)
  await classes.countChange(db, id)
  const by = { id: actor.accountId, name: actor.name }
  await classes.insertStep(db, { id, area: areaId, from, to, back: how === 'back', because, by, on: today })
  const facts = { from, to, ...(turns !== null && { turns }), ...(because && { because }) }
  return happened(classEvent(said[how], { subject: id, area: areaId, facts }), { trainingClassId: id })
})
