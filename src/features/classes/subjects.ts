import { type Named, plainly, type Subjects } from '#platform/server/subjects.ts'
import { type SubjectKind, subjectsNamed } from './queries.ts'

const pageOf = { hall: '/hoi-truong', trainer: '/giang-vien' } as const satisfies Record<SubjectKind, string>

/** What this room keeps by its name. */
export const classSubjects: Subjects = {
  right: 'training.read',
  named: async (db, { ids }) =>
    new Map<string, Named>(
      (await subjectsNamed(db, ids)).map(
        ({ id, name, kind }) => [id, { name: plainly(name), opens: pageOf[kind] }] as const,
      ),
    ),
}
