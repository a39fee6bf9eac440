import { type Named, plainly, type Subjects } from '#platform/server/subjects.ts'
import { subjectsNamed } from './queries.ts'

/** What this room keeps by its name. */
export const testSubjects: Subjects = {
  right: 'question.manage',
  named: async (db, { ids }) =>
    new Map<string, Named>(
      (await subjectsNamed(db, ids)).map(({ id, name, kind }) => [
        id,
        { name: plainly(name), opens: kind === 'test' ? `/de-kiem-tra/${id}` : `/ngan-hang-cau-hoi/${id}` },
      ]),
    ),
}
