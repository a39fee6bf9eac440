/** What is done with the topics of a draft: one added, changed, taken out. */

import { mergedOrTold } from '#features/people/audit/must.ts'
import { type Changed, changedIn } from '#kernel/event.ts'
import type { AreaId, FrameworkId, FrameworkTopicId } from '#kernel/ids.ts'
import { same } from '#kernel/revisions.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { trainingEvent } from '../events.ts'
import * as contract from './contract.ts'
import { audiencePosts, type Topic } from './model.ts'
import { mustHoldDraft } from './must.ts'
import { frameworkProblem } from './problems.ts'
import * as frameworks from './queries.ts'
import { nowhereOf } from './rules.ts'

/** As stored; refuses topics before it that the framework does not have. */
function checked(said: frameworks.TopicFields, code: string, topics: readonly Topic[]): frameworks.TopicFields {
  if (said.requires.includes(code)) throw frameworkProblem('framework.before_itself')
  const codes = topics.map((topic) => topic.code)
  const unknown = said.requires.filter((one) => !codes.includes(one))
  if (unknown.length > 0) throw frameworkProblem('framework.topic_unknown', { codes: unknown.join(', ') })
  return { ...said, title: tidy(said.title), objective: said.objective.trim(), contents: said.contents.trim() }
}

/** Nobody is both: a post that is held at none of the levels is not meant so. */
function mustHaveAudience(of: Pick<Topic, 'posts' | 'levels'>): void {
  const [first] = nowhereOf(of)
  if (first) throw frameworkProblem('framework.post_not_there', { post: audiencePosts[first] })
}

type Told = {
  readonly what: 'added' | 'changed' | 'dropped'
  readonly code: string
  readonly areaId: AreaId
  readonly changes?: readonly Changed[]
}
const told = (frameworkId: FrameworkId, { what, areaId, ...facts }: Told) =>
  happened(trainingEvent(`framework.topic_${what}`, { subject: frameworkId, area: areaId, facts }), {
    frameworkId,
  })

export const addTopic = change(contract.addTopic, async ({ db, actor, input }) => {
  const { frameworkId, frameworkTopicId, code, ...said } = input
  const { areaId } = await mustHoldDraft({ db, actor }, 'training.manage', frameworkId)
  const fields = checked(said, code, await frameworks.topicsOf(db, frameworkId))
  mustHaveAudience(fields)
  await frameworks.insertTopic(db, { frameworkId, areaId }, { id: frameworkTopicId, code, ...fields })
  await frameworks.countEdit(db, frameworkId, actor.accountId)
  return told(frameworkId, { what: 'added', code, areaId })
})

/** A topic with the draft it is of, held; throws where there is none, or no draft. */
async function topicHeld(by: Parameters<typeof mustHoldDraft>[0], id: FrameworkTopicId) {
  const frameworkId = await frameworks.frameworkOfTopic(by.db as Db, id)
  if (!frameworkId) throw frameworkProblem('framework.topic_not_found')
  const { areaId } = await mustHoldDraft(by, 'training.manage', frameworkId)
  const topics = await frameworks.topicsOf(by.db, frameworkId)
  const topic = topics.find(({ frameworkTopicId }) => frameworkTopicId === id)
  if (!topic) throw frameworkProblem('framework.topic_not_found')
  return { frameworkId, areaId, topics, topic }
}

export const changeTopic = change(contract.changeTopic, async ({ db, actor, input }) => {
  const { frameworkTopicId, was, ...wanted } = input
  const { frameworkId, areaId, topics, topic } = await topicHeld({ db, actor }, frameworkTopicId)
  const { frameworkTopicId: _id, code, ...now } = topic
  const edit = { was: was ?? null, wanted, now }
  const of = { areaId, subject: frameworkId, what: 'framework.topic_changed', facts: { code } }
  const fields = checked({ ...now, ...(await mergedOrTold(db, edit, of)) }, code, topics)
  if (!same([now.posts, now.levels], [fields.posts, fields.levels])) mustHaveAudience(fields)
  await frameworks.updateTopic(db, frameworkTopicId, fields)
  await frameworks.countEdit(db, frameworkId, actor.accountId)
  return told(frameworkId, { what: 'changed', code, areaId, changes: changedIn(now, fields, Object.keys(now)) })
})

export const dropTopic = change(contract.dropTopic, async ({ db, actor, input }) => {
  const { frameworkId, areaId, topics, topic } = await topicHeld({ db, actor }, input.frameworkTopicId)
  const needing = topics.filter(({ requires }) => requires.includes(topic.code)).map(({ code }) => code)
  if (needing.length > 0) throw frameworkProblem('framework.topic_needed', { codes: needing.join(', ') })
  await frameworks.deleteTopic(db, input.frameworkTopicId)
  await frameworks.countEdit(db, frameworkId, actor.accountId)
  return told(frameworkId, { what: 'dropped', code: topic.code, areaId })
})
