import { type Named, plainly, type Subjects } from '#platform/server/subjects.ts'
import { formerOfficialsOf, officialsOf } from './queries.ts'

/** Officials by name; of a record that went into another, the name it had, which leads to that one. */
export const rosterSubjects: Subjects = {
  right: 'roster.read',
  named: async (db, { ids }) =>
    new Map<string, Named>([
      ...(await formerOfficialsOf(db, ids)).map(({ id, name, intoId }): [string, Named] => [
        id,
        { name: plainly(name), opens: `/can-bo/${intoId}` },
      ]),
      ...(await officialsOf(db, ids)).map(({ id, name }): [string, Named] => [
        id,
        { name: plainly(name), opens: `/can-bo/${id}` },
      ]),
    ]),
}
