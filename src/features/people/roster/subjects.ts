import { type Named, plainly, type Subjects } from '#platform/server/subjects.ts'
import { officialsOf } from './queries.ts'

/** Officials by name. */
export const rosterSubjects: Subjects = {
  right: 'roster.read',
  named: async (db, { ids }) =>
    new Map<string, Named>(
      (await officialsOf(db, ids)).map(({ id, name }) => [id, { name: plainly(name), opens: `/can-bo/${id}` }]),
    ),
}
