import { type Named, plainly, type Subjects } from '#platform/server/subjects.ts'
import { type SubjectKind, subjectsNamed } from './queries.ts'

const pageOf: Readonly<Record<SubjectKind, (id: string) => string>> = {
  hall: () => '/hoi-truong',
  trainer: () => '/giang-vien',
  class: (id) => `/lop-hoc/${id}`,
}

/** What this room keeps by its name. */
export const classSubjects: Subjects = {
  right: 'training.read',
  named: async (db, { ids }) =>
    new Map<string, Named>(
      (await subjectsNamed(db, ids)).map(
        ({ id, name, kind }) => [id, { name: plainly(name), opens: pageOf[kind](id) }] as const,
      ),
    ),
}
