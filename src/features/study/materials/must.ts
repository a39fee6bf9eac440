/** What is asked before anything is written into a library. */
import { mustBeAble } from '#features/areas/must.ts'
import { findArea } from '#features/areas/queries.ts'
import { firstOfTopics } from '#features/classes/trainers/queries.ts'
import { isPlanLevel } from '#features/training/plan/model.ts'
import type { Actor } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, FrameworkTopicId, MaterialId, QuestionId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { libraryProblem } from './problems.ts'
import { holdMaterial, placeOfMaterial, practiceAt } from './queries.ts'

type By = { readonly db: Db; readonly actor: Actor }
type At = By & { readonly today: PlainDate }

/** Throws where the unit keeps no library, or the topic is of no framework in force there; the topic as it is kept. */
export async function mustKeepLibrary(
  { db, actor, today }: At,
  { areaId, topicId }: { readonly areaId: AreaId; readonly topicId: FrameworkTopicId },
): Promise<FrameworkTopicId> {
  await mustBeAble({ db, actor }, 'library.manage', areaId)
  if (!isPlanLevel((await findArea(db, areaId, today))?.level)) throw libraryProblem('library.no_unit')
  const [topic] = await firstOfTopics(db, { area: areaId, topics: [topicId], today })
  if (!topic) throw libraryProblem('library.topic')
  return topic
}

/** A material that the actor may change, held until the change ends. */
export async function heldMaterial({ db, actor }: By, id: MaterialId) {
  const areaId = await placeOfMaterial(db, id)
  if (!areaId) throw libraryProblem('library.not_found')
  await mustBeAble({ db, actor }, 'library.manage', areaId)
  const found = await holdMaterial(db, id)
  if (!found) throw libraryProblem('library.not_found')
  return found
}

/** Throws where the question is none to put after a lesson of the topic: its key would stand on phones. */
export async function mustBePractice(
  db: Db,
  id: QuestionId | null,
  { areaId, topicId }: { readonly areaId: AreaId; readonly topicId: FrameworkTopicId },
): Promise<void> {
  if (id === null) return
  const known = await practiceAt(db, areaId, topicId)
  if (!known.some(({ questionId }) => questionId === id)) throw libraryProblem('library.question')
}
