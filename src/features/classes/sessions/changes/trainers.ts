/** Who teaches a class: asked, has answered, replaced by another. */
import type { Actor } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { ClassSessionId, ClassTrainerId, TrainingClassId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { classEvent } from '../../events.ts'
import { momentOf, mustHoldOpen } from '../../list/must.ts'
import { countChange, type Held } from '../../list/queries.ts'
import * as contract from '../contract.ts'
import { type TrainerAnswer, trainerAnswers } from '../model.ts'
import { mustBeFree } from '../must.ts'
import { classTrainerProblem, sessionProblem } from '../problems.ts'
import * as store from '../queries.ts'

type Seating = {
  readonly id: TrainingClassId
  readonly held: Held
  readonly today: PlainDate
  readonly moment: string
  readonly sessions: readonly ClassSessionId[]
}
/** Puts somebody into these sessions of a class; throws where they are elsewhere then. */
async function seat(db: Db, who: Omit<store.Teaching, 'state'>, { id, held, today, moment, sessions }: Seating) {
  const all = await store.sessionsOf(db, id, { today, moment })
  const theirs = all.filter(({ classSessionId }) => sessions.includes(classSessionId))
  if (theirs.length < sessions.length) throw sessionProblem('session.not_found')
  // Their hall is theirs already.
  const wanted = theirs.map((one) => ({ ...one, hallId: null, teachers: [who] }))
  await mustBeFree(db, wanted, { areaId: held.areaId, seats: null, today, but: sessions, standing: [], learners: [] })
  await store.seatTrainers(db, sessions, [who])
}

export const askTrainer = change(contract.askTrainer, async (call) => {
  const { db, actor, input, today } = call
  const { trainingClassId: id, classTrainerId, trainerId, classSessionIds: sessions } = input
  const held = await mustHoldOpen({ db, actor }, id)
  const who = await store.trainerToAsk(db, trainerId, today)
  if (!who) throw classTrainerProblem('class_trainer.unknown')
  const row = {
    id: classTrainerId,
    class_id: id,
    area_id: held.areaId,
    trainer_id: trainerId,
    made_by: actor.accountId,
  }
  await store.insertTrainer(db, row)
  await seat(db, { ...who, classTrainerId }, { id, held, today, moment: momentOf(call), sessions })
  await countChange(db, id)
  const facts = { trainer: trainerId, sessions: sessions.length }
  return happened(classEvent('class.trainer_asked', { subject: id, area: held.areaId, facts }), { trainingClassId: id })
})

/** Somebody whom a class asked, with the class, held; throws where another answer stands than was seen, or they were replaced. */
async function mustHoldTrainer(
  by: { readonly db: Db; readonly actor: Actor },
  of: { readonly classTrainerId: ClassTrainerId; readonly seen: TrainerAnswer },
) {
  const id = await store.classOfTrainer(by.db, of.classTrainerId)
  if (!id) throw classTrainerProblem('class_trainer.not_found')
  const held = await mustHoldOpen(by, id)
  const trainers = await store.trainersOf(by.db, id)
  const trainer = trainers.find(({ classTrainerId }) => classTrainerId === of.classTrainerId)
  if (!trainer) throw classTrainerProblem('class_trainer.not_found')
  if (trainer.state !== of.seen)
    throw classTrainerProblem('class_trainer.answered_since', { state: trainerAnswers[trainer.state] })
  if (trainer.state === 'replaced') throw classTrainerProblem('class_trainer.replaced')
  return { id, held, trainer, trainers }
}

export const answerTrainer = change(contract.answerTrainer, async (call) => {
  const { db, actor, input } = call
  const { classTrainerId, seen, answer, because } = input
  const { id, held, trainer } = await mustHoldTrainer({ db, actor }, { classTrainerId, seen })
  if (answer === 'declined' && !because) throw classTrainerProblem('class_trainer.because')
  const gone = answer === 'declined' ? await store.unseat(db, classTrainerId, momentOf(call)) : []
  await store.setAnswer(db, classTrainerId, { state: answer, because: because ?? '', followedBy: null })
  await countChange(db, id)
  const facts = {
    ...{ trainer: trainer.trainerId, answer },
    ...(gone.length > 0 && { sessions: gone.length }),
    ...(because && { because }),
  }
  return happened(classEvent('class.trainer_answered', { subject: id, area: held.areaId, facts }), {
    trainingClassId: id,
  })
})

export const replaceTrainer = change(contract.replaceTrainer, async (call) => {
  const { db, actor, input, today } = call
  const { classTrainerId, seen, follower, trainerId, classSessionIds, because } = input
  const { id, held, trainer, trainers } = await mustHoldTrainer({ db, actor }, { classTrainerId, seen })
  const who = await store.trainerToAsk(db, trainerId, today)
  if (!who) throw classTrainerProblem('class_trainer.unknown')
  const known = trainers.find((one) => one.classTrainerId === follower)
  const willing = !known || ((known.state === 'asked' || known.state === 'accepted') && known.trainerId === trainerId)
  if (!willing || follower === classTrainerId || trainerId === trainer.trainerId)
    throw classTrainerProblem('class_trainer.himself')
  if (!known) {
    const row = { id: follower, class_id: id, area_id: held.areaId, trainer_id: trainerId, made_by: actor.accountId }
    await store.insertTrainer(db, row)
  }
  const moment = momentOf(call)
  const left = await store.unseat(db, classTrainerId, moment)
  const sessions = [...new Set([...left, ...classSessionIds])]
  await store.setAnswer(db, classTrainerId, { state: 'replaced', because, followedBy: follower })
  await seat(db, { ...who, classTrainerId: follower }, { id, held, today, moment, sessions })
  await countChange(db, id)
  const facts = { trainer: trainer.trainerId, follower: trainerId, sessions: sessions.length, because }
  return happened(classEvent('class.trainer_replaced', { subject: id, area: held.areaId, facts }), {
    trainingClassId: id,
  })
})
