/** Questions from a spreadsheet: those that the bank does not have are added, and the same file twice changes nothing. */
import { mustBeAble } from '#features/areas/must.ts'
import { openTopics } from '#features/training/needs/queries.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { happened, type Route } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { importRoutes } from '#platform/server/imports/routes.ts'
import { tasksAt } from '#platform/server/workers/task.ts'
import { mustKeepBank } from '../bank/must.ts'
import * as questions from '../bank/queries.ts'
import { askKeyOf } from '../bank/rules.ts'
import { testEvent } from '../events.ts'
import * as contract from './contract.ts'
import { columns } from './rules/columns.ts'
import { keyOf, newOnes, type ReadQuestion } from './rules/rows.ts'

const knownIn = async (db: Db, area: AreaId) =>
  (await questions.usedIn(db, area)).map(({ topic, askKey }) => keyOf(topic, askKey))

/** How many rows of one call were new, until it is told. */
const added = new WeakMap<object, number>()

export const questionImportRoutes: readonly Route[] = importRoutes({
  calls: {
    template: contract.questionTemplate,
    check: contract.checkQuestions,
    faulty: contract.faultyQuestions,
    write: contract.importQuestions,
  },
  columns,
  name: 'Mẫu câu hỏi',
  reader: tasksAt<typeof import('./read.ts')>(new URL('./read.ts', import.meta.url)),
  look: async ({ db, actor, input: { areaId }, today }) => {
    await mustBeAble({ db, actor }, 'question.manage', areaId)
    const open = await openTopics(db, { areaId, day: today })
    const firsts = await questions.firstsOf(
      db,
      open.map(({ topicId }) => topicId),
    )
    return {
      topics: open.map(({ code, topicId }) => ({ code, topic: firsts.get(topicId) ?? topicId })),
      known: await knownIn(db, areaId),
    }
  },
  hold: async (call) => {
    await mustKeepBank(call, call.input.areaId)
    added.set(call, 0)
  },
  check: async () => ({ faults: [], doubts: [], elsewhere: [] }),
  write: async (call, read: readonly ReadQuestion[]) => {
    const { db, actor, input } = call
    const fresh = newOnes(read, await knownIn(db, input.areaId))
    for (const { topic, pool, ask, body, basis } of fresh) {
      const [id, area, by] = [newId<'question'>(), input.areaId, actor.accountId]
      const ask_key = askKeyOf(ask, body)
      await questions.insertQuestion(db, { id, area_id: area, topic_id: topic, pool, ask_key, made_by: by })
      await questions.insertVersion(db, { question: id, area, version: 1, because: null, by, ask, body, basis })
    }
    added.set(call, (added.get(call) ?? 0) + fresh.length)
  },
  written: (call, { sha256, counts: { questions: all } }) => {
    const fresh = added.get(call) ?? 0
    const counts = { questions: all, added: fresh, unchanged: all - fresh }
    const { areaId } = call.input
    const event = testEvent('question.imported', { subject: areaId, area: areaId, facts: { ...counts, sha256 } })
    return happened(event, counts)
  },
})
