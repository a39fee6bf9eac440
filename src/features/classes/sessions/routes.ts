import { type Route, read } from '#platform/server/handle.ts'
import { momentOf, mustSeeClass } from '../list/must.ts'
import { learnersOf } from '../seats/queries.ts'
import { addSessions, changeSession, dropSession, moveClass } from './changes/sessions.ts'
import { answerTrainer, askTrainer, replaceTrainer } from './changes/trainers.ts'
import * as contract from './contract.ts'
import { clashesFor } from './must.ts'
import { learnersIn, sessionsOf, teachingOf, trainerToAsk } from './queries.ts'
import { isToCome, moved } from './rules.ts'

const clashes = read(contract.askClashes, async (call) => {
  const { db, actor, input, today } = call
  const { trainingClassId: id, days, hallId = null, topicId = null, classTrainerIds = [] } = input
  const { areaId, seats } = await mustSeeClass({ db, actor }, id)
  const standing = await sessionsOf(db, id, { today, moment: momentOf(call) })
  if (input.trainerId) {
    const who = await trainerToAsk(db, input.trainerId, today)
    const asked = (input.sessions ?? []).map(({ classSessionId }) => classSessionId)
    const theirs = standing.filter((one) => asked.includes(one.classSessionId))
    // Their halls and learners are theirs already.
    const wanted = theirs.map((one) => ({ ...one, hallId: null, teachers: who ? [who] : [] }))
    const of = { areaId, seats: null, today, but: asked, standing: [], learners: [] }
    return { clashes: (await clashesFor(db, wanted, of)).filter(({ kind }) => kind !== 'closed') }
  }
  const teaching = await teachingOf(db, id)
  const among = (ids: readonly string[]) => teaching.filter(({ classTrainerId }) => ids.includes(classTrainerId))
  const wanted =
    days === undefined
      ? (input.sessions ?? []).map((slot) => ({ ...slot, hallId, topicId, teachers: among(classTrainerIds) }))
      : standing.filter(isToCome).map((one) => ({ ...moved(one, days), teachers: among(one.classTrainerIds) }))
  const but = wanted.map(({ classSessionId }) => classSessionId)
  const others = standing.filter(({ classSessionId }) => !but.includes(classSessionId))
  const adds = but.some((one) => !standing.some(({ classSessionId }) => classSessionId === one))
  return {
    clashes: await clashesFor(db, wanted, {
      areaId,
      seats,
      today,
      but,
      standing: others,
      learners: adds ? await learnersOf(db, id) : await learnersIn(db, but),
    }),
  }
})

export const sessionRoutes: Route[] = [
  ...[clashes, addSessions, changeSession, dropSession, moveClass],
  ...[askTrainer, answerTrainer, replaceTrainer],
]
