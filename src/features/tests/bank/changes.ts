/** What is done with questions: entered, written anew as a version, taken out of use and back. */
import { mustBeAble } from '#features/areas/must.ts'
import { firstOfTopics } from '#features/classes/trainers/queries.ts'
import { mergedOrTold } from '#features/people/audit/must.ts'
import { type Law, lawOf } from '#features/standards/law.ts'
import type { Library } from '#features/standards/library.ts'
import type { Class } from '#features/standards/model/verdict.ts'
import type { Actor } from '#kernel/access.ts'
import { changedIn } from '#kernel/event.ts'
import type { QuestionId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import { instantOf } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { testEvent } from '../events.ts'
import * as contract from './contract.ts'
import type { BodyOf, QuestionBody, QuestionSaid } from './model.ts'
import { mustKeepBank } from './must.ts'
import { questionProblem } from './problems.ts'
import * as questions from './queries.ts'
import { askKeyOf, faultOf } from './rules.ts'

type By = { readonly db: Db; readonly actor: Actor }

/** What the standard says of a household to classify; null where its answers leave it open. */
export const classIn = async (
  db: Db,
  law: Law,
  { standardHash, day, facts }: BodyOf<'household'>,
): Promise<Class | null> => (await law.scorer(db, standardHash, null)).score(facts, day).class

const tidied = (body: QuestionBody): QuestionBody => {
  if ('options' in body) return { ...body, options: body.options.map(tidy) }
  return body.kind === 'numeric' ? { ...body, unit: tidy(body.unit) } : body
}

/** As it is kept; throws where nobody could answer it. */
async function checked(db: Db, law: Law, said: QuestionSaid): Promise<QuestionSaid> {
  const body = tidied(said.body)
  const fault = faultOf(body)
  if (fault) throw questionProblem(`question.${fault}`)
  if (body.kind === 'household' && !(await classIn(db, law, body))) throw questionProblem('question.household_open')
  return { ask: said.ask.trim(), body, basis: tidy(said.basis) }
}

const enter = (law: Law) =>
  change(contract.enterQuestion, async ({ db, actor, input, today }) => {
    const { questionId, areaId, topicId, pool, ...said } = input
    await mustKeepBank({ db, actor, today }, areaId)
    const [topic] = await firstOfTopics(db, { area: areaId, topics: [topicId], today })
    if (!topic) throw questionProblem('question.topic')
    const kept = await checked(db, law, said)
    await questions.insertQuestion(db, {
      ...{ id: questionId, area_id: areaId, topic_id: topic, pool },
      ...{ ask_key: askKeyOf(kept.ask, kept.body), made_by: actor.accountId },
    })
    const first = { question: questionId, area: areaId, version: 1, because: null, by: actor.accountId }
    await questions.insertVersion(db, { ...first, ...kept })
    const event = testEvent('question.entered', { subject: questionId, area: areaId, facts: { kind: kept.body.kind } })
    return happened(event, { questionId })
  })

/** A question that the actor may change, held until the change ends. */
async function held({ db, actor }: By, id: QuestionId) {
  const areaId = await questions.placeOfQuestion(db, id)
  if (!areaId) throw questionProblem('question.not_found')
  await mustBeAble({ db, actor }, 'question.manage', areaId)
  const found = await questions.holdQuestion(db, id)
  if (!found) throw questionProblem('question.not_found')
  return found
}

const fields = ['ask', 'basis'] as const

const write = (law: Law) =>
  change(contract.changeQuestion, async ({ db, actor, input }) => {
    const { questionId, because, was, ...wanted } = input
    const { areaId, version, state, ...now } = await held({ db, actor }, questionId)
    if (state === 'out') throw questionProblem('question.is_out')
    const edit = { was: was ?? null, wanted, now }
    const set = await mergedOrTold(db, edit, { areaId, subject: questionId, what: 'question.changed' })
    const kept = await checked(db, law, { ...now, ...set } as QuestionSaid)
    const next = version + 1
    await questions.setNewest(db, questionId, { version: next, ask_key: askKeyOf(kept.ask, kept.body) })
    const by = { question: questionId, area: areaId, version: next, because, by: actor.accountId }
    await questions.insertVersion(db, { ...by, ...kept })
    const facts = { changes: changedIn(now, kept, fields), version: next, because }
    return happened(testEvent('question.changed', { subject: questionId, area: areaId, facts }), { questionId })
  })

const use = change(contract.useQuestion, async ({ db, actor, input, services }) => {
  const { questionId, state, because } = input
  const now = await held({ db, actor }, questionId)
  if (now.state === state) throw questionProblem('question.use_changed')
  const at = instantOf(services.clock)
  await questions.setUse(db, questionId, state === 'out' ? { at, by: actor.accountId, because } : null)
  const what = state === 'out' ? 'question.taken_out' : 'question.taken_back'
  const event = testEvent(what, { subject: questionId, area: now.areaId, facts: { because } })
  return happened(event, { questionId })
})

export const questionChanges = (library: Library) => [enter(lawOf(library)), write(lawOf(library)), use]
