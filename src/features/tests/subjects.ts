import { type Named, plainly, type Subjects } from '#platform/server/subjects.ts'
import { questionsNamed } from './queries.ts'

/** What this room keeps by its name. */
export const testSubjects: Subjects = {
  right: 'question.manage',
  named: async (db, { ids }) =>
    new Map<string, Named>(
      (await questionsNamed(db, ids)).map(({ id, name }) => [
        id,
        { name: plainly(name), opens: `/ngan-hang-cau-hoi/${id}` },
      ]),
    ),
}
