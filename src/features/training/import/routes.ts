/** Topics from a spreadsheet, for a draft: by their codes they are added or changed, and the same file twice changes nothing. */
import { happened, type Route } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { importRoutes } from '#platform/server/imports/routes.ts'
import { tasksAt } from '#platform/server/workers/task.ts'
import { trainingEvent } from '../events.ts'
import { mustHoldDraft } from '../frameworks/must.ts'
import { frameworkProblem } from '../frameworks/problems.ts'
import * as frameworks from '../frameworks/queries.ts'
import * as contract from './contract.ts'
import { mustSeeDraft } from './must.ts'
import { columns } from './rules/columns.ts'
import { type Counts, countOf, outcomeOf, type ReadTopic } from './rules/rows.ts'

/** What became of the rows of one call, until it is told. */
const done = new WeakMap<object, { readonly held: frameworks.Held; counts: Counts }>()
const nothing: Counts = { topics: 0, added: 0, changed: 0, unchanged: 0 }

export const topicImportRoutes: readonly Route[] = importRoutes({
  calls: {
    template: contract.topicTemplate,
    check: contract.checkTopics,
    faulty: contract.faultyTopics,
    write: contract.importTopics,
  },
  columns,
  name: 'Mẫu chuyên đề đào tạo',
  reader: tasksAt<typeof import('./read.ts')>(new URL('./read.ts', import.meta.url)),
  look: async ({ db, actor, input }) => {
    await mustSeeDraft({ db, actor }, input.frameworkId)
    return { topics: await frameworks.topicsOf(db, input.frameworkId) }
  },
  hold: async (call) => {
    const { db, actor, input } = call
    const held = await mustHoldDraft({ db, actor }, 'training.manage', input.frameworkId)
    if (String(held.edits) !== input.edits) throw frameworkProblem('framework.changed_since_file')
    done.set(call, { held, counts: nothing })
  },
  check: async () => ({ faults: [], doubts: [], elsewhere: [] }),
  write: async (call, read: readonly ReadTopic[]) => {
    const { db, actor, input } = call
    const of = done.get(call)
    if (!of) throw new Error('a draft that nobody holds')
    const { frameworkId } = input
    const topics = await frameworks.topicsOf(db, frameworkId)
    for (const one of read) {
      const { row: _row, code, ...fields } = one
      const now = topics.find((topic) => topic.code === code)
      const outcome = outcomeOf(one, topics)
      if (outcome === 'changed' && now) await frameworks.updateTopic(db, now.frameworkTopicId, fields)
      if (outcome === 'added')
        await frameworks.insertTopic(
          db,
          { frameworkId, areaId: of.held.areaId },
          { id: newId<'framework_topic'>(), code, ...fields },
        )
    }
    const counts = countOf(read, topics)
    if (counts.added + counts.changed > 0) await frameworks.countEdit(db, frameworkId, actor.accountId)
    of.counts = {
      topics: of.counts.topics + counts.topics,
      added: of.counts.added + counts.added,
      changed: of.counts.changed + counts.changed,
      unchanged: of.counts.unchanged + counts.unchanged,
    }
  },
  written: (call, { sha256, counts: read }) => {
    const { frameworkId } = call.input
    const of = done.get(call)
    const counts = of?.counts ?? read
    const event = trainingEvent('framework.imported', {
      subject: frameworkId,
      area: of?.held.areaId ?? null,
      facts: { ...counts, sha256 },
    })
    return happened(event, counts)
  },
})
