/** What is asked before a class is changed. */
import { mustBeAble } from '#features/areas/must.ts'
import { ownRecord } from '#features/training/needs/queries.ts'
import type { Actor } from '#kernel/access.ts'
import { momentInVietnam, type PlainDate } from '#kernel/dates.ts'
import type { AreaId, TrainingClassId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Call } from '#platform/server/handle.ts'
import { attendanceOf } from '../attendance/must.ts'
import { countsOf } from '../attendance/queries.ts'
import { sessionsOf, trainersOf } from '../sessions/queries.ts'
import { classStates } from './model.ts'
import { classListProblem } from './problems.ts'
import * as classes from './queries.ts'
import { brokenBy, type Facts, isOpen, lacksSaid } from './rules.ts'

export const momentOf = ({ services }: Pick<Call<unknown>, 'services'>): string => momentInVietnam(services.clock.now())

type By = { readonly db: Db; readonly actor: Actor }
/** A class that the actor may manage, held until the change ends. */
export async function mustHoldClass({ db, actor }: By, id: TrainingClassId): Promise<classes.Held> {
  const areaId = await classes.placeOfClass(db, id)
  if (!areaId) throw classListProblem('class.not_found')
  await mustBeAble({ db, actor }, 'class.manage', areaId)
  const held = await classes.holdClass(db, id)
  if (!held) throw classListProblem('class.not_found')
  return held
}

/** The same of one that is only looked at. */
export async function mustSeeClass({ db, actor }: By, id: TrainingClassId) {
  const found = await classes.standingOf(db, id)
  if (!found) throw classListProblem('class.not_found')
  await mustBeAble({ db, actor }, 'class.manage', found.areaId)
  return found
}

/** The same of one whose facts, sessions and trainers may change. */
export async function mustHoldOpen(by: By, id: TrainingClassId): Promise<classes.Held> {
  const held = await mustHoldClass(by, id)
  if (!isOpen(held.state)) throw classListProblem('class.over', { state: lower(held.state) })
  return held
}

/** A state within a sentence. */
export const lower = (state: classes.Held['state']) => ({
  vi: classStates[state].vi.toLowerCase(),
  en: classStates[state].en.toLowerCase(),
})

type At = { readonly today: PlainDate; readonly moment: string }
/** Whether who asks learnt in the class and has done enough for a turn. */
async function hasOwnTurn(db: Db, id: TrainingClassId, at: At & { readonly areaId: AreaId }): Promise<boolean> {
  const self = await ownRecord(db)
  if (!self) return false
  const { learners } = await attendanceOf(db, id, at)
  return learners.some(({ officialId, fulfils }) => officialId === self.officialId && fulfils === true)
}

/** What the rules ask of a class. */
export async function factsOf(
  db: Db,
  id: TrainingClassId,
  { areaId, kind, seats, topics, ...at }: Pick<Facts, 'kind' | 'seats' | 'topics'> & At & { readonly areaId: AreaId },
): Promise<Facts> {
  const sessions = await sessionsOf(db, id, at)
  const trainers = await trainersOf(db, id)
  const closed = new Set((await countsOf(db, id)).flatMap((one) => (one.closed ? [one.classSessionId] : [])))
  const accepted = new Set(trainers.filter(({ state }) => state === 'accepted').map((one) => one.classTrainerId))
  // Who taught and was replaced since did teach.
  const taught = new Set(trainers.filter(({ state }) => state === 'replaced').map((one) => one.classTrainerId))
  return {
    ...{ kind, seats, topics, moment: at.moment, ownTurn: await hasOwnTurn(db, id, { areaId, ...at }) },
    sessions: sessions.map(({ classSessionId, day, from, until, hallId, place, topicId, classTrainerIds, begun }) => ({
      ...{ begins: `${day}T${from}`, ends: `${day}T${until}`, placed: hallId !== null || place !== '' },
      taught: topicId !== null,
      closed: closed.has(classSessionId),
      accepted: classTrainerIds.filter((one) => accepted.has(one) || (begun && taught.has(one))).length,
    })),
  }
}

/** Throws where a class has lost what its state needs; asked when all is written, which then is not. */
export async function mustStillStand(db: Db, id: TrainingClassId, at: At): Promise<void> {
  const found = await classes.findClass(db, id, at.today)
  if (!found) throw classListProblem('class.not_found')
  const lacks = brokenBy(found.state, await factsOf(db, id, { ...found, topics: found.topics.length, ...at }))
  if (lacks.length > 0)
    throw classListProblem('class.would_lack', { state: lower(found.state), lacks: lacksSaid(lacks) })
}
