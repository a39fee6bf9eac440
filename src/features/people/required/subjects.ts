import type { Named, Subjects } from '#platform/server/subjects.ts'
import { requirementsNamed } from './queries.ts'

/** What a post asks, in words. */
export const requiredSubjects: Subjects = {
  right: 'roster.read',
  named: async (db, { ids }) =>
    new Map<string, Named>(
      (await requirementsNamed(db, ids)).map(({ id, post, name }) => [
        id,
        { name, opens: `/can-bo/dat-chuan/tieu-chuan?chuc-danh=${post}` },
      ]),
    ),
}
