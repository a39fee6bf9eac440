import { type Named, plainly, type Subjects } from '#platform/server/subjects.ts'
import { bodiesOf, tasksOf } from './queries.ts'

/** Bodies by name, tasks by what is to be done. */
export const bodySubjects: Subjects = {
  right: 'body.read',
  named: async (db, { ids }) =>
    new Map<string, Named>([
      ...(await bodiesOf(db, ids)).map(({ id, name }) => [id, { name: plainly(name), opens: `/ban/${id}` }] as const),
      ...(await tasksOf(db, ids)).map(
        ({ id, what, bodyId }) => [id, { name: plainly(what), opens: `/ban/${bodyId}` }] as const,
      ),
    ]),
}
