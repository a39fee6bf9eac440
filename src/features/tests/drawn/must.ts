/** What is asked before a test is changed. */
import { mustBeAble } from '#features/areas/must.ts'
import { firstOfTopics } from '#features/classes/trainers/queries.ts'
import type { Actor, GrantedRight } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, ClassTestId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { firstsOf } from '../bank/queries.ts'
import { mostQuestions, type TestSaid } from './model.ts'
import { classTestProblem } from './problems.ts'
import * as tests from './queries.ts'
import { questionsIn } from './rules.ts'

type By = { readonly db: Db; readonly actor: Actor }

/** A test that the actor may change, held until the change ends. */
export async function mustHoldTest(
  { db, actor }: By,
  id: ClassTestId,
  right: GrantedRight = 'class.manage',
): Promise<tests.Held> {
  const areaId = await tests.placeOfTest(db, id)
  if (!areaId) throw classTestProblem('class_test.not_found')
  await mustBeAble({ db, actor }, right, areaId)
  const held = await tests.holdTest(db, id)
  if (!held) throw classTestProblem('class_test.not_found')
  return held
}

/** The same of one that is only looked at. */
export async function mustFindTest({ db, actor, today }: By & { readonly today: PlainDate }, id: ClassTestId) {
  const found = await tests.findTest(db, id, today)
  if (!found) throw classTestProblem('class_test.not_found')
  const over = await mustBeAble({ db, actor }, 'class.manage', found.areaId)
  return { ...found, over }
}

type At = { readonly area: AreaId; readonly today: PlainDate }
/** As it is kept: topics as the first version of their framework has them; throws where nobody could fix it. */
export async function checked(db: Db, said: TestSaid, { area, today }: At): Promise<TestSaid> {
  const { pass } = said
  if (pass && pass.num > pass.of) throw classTestProblem('class_test.pass')
  if (questionsIn(said.parts) > mostQuestions) throw classTestProblem('class_test.too_long', { most: mostQuestions })
  const topics = [...new Set(said.parts.map(({ topicId }) => topicId))]
  const firsts = await firstsOf(db, topics)
  const open = new Set(await firstOfTopics(db, { area, topics, today }))
  const parts = said.parts.map((part) => ({ ...part, topicId: firsts.get(part.topicId) ?? part.topicId }))
  if (parts.some(({ topicId }) => !open.has(topicId))) throw classTestProblem('class_test.topic')
  return {
    ...said,
    title: tidy(said.title),
    seed: tidy(said.seed),
    parts,
    pass: pass && { ...pass, basis: tidy(pass.basis) },
  }
}
