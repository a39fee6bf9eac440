import type { Named, Subjects } from '#platform/server/subjects.ts'
import { normsNamed } from './queries.ts'

/** What a unit should have of a post, in words. */
export const normSubjects: Subjects = {
  right: 'roster.read',
  named: async (db, { ids }) =>
    new Map<string, Named>(
      (await normsNamed(db, ids)).map(({ id, post, name }) => [
        id,
        { name, opens: `/can-bo/dinh-muc/cac-muc?chuc-danh=${post}` },
      ]),
    ),
}
