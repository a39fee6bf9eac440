import { type Named, plainly, type Subjects } from '#platform/server/subjects.ts'
import { bodiesOf } from './queries.ts'

/** Bodies by name. */
export const bodySubjects: Subjects = {
  right: 'body.read',
  named: async (db, { ids }) =>
    new Map<string, Named>(
      (await bodiesOf(db, ids)).map(({ id, name }) => [id, { name: plainly(name), opens: `/ban/${id}` }]),
    ),
}
