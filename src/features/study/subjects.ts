import { type Named, plainly, type Subjects } from '#platform/server/subjects.ts'
import { subjectsNamed } from './queries.ts'

const pageOf = {
  material: (id: string) => `/thu-vien/${id}`,
  handout: () => '/ban-giay',
  inquiry: (id: string) => `/hoi-dap/${id}`,
} as const

/** What this room keeps by its name. */
export const studySubjects: Subjects = {
  right: 'library.read',
  named: async (db, { ids }) =>
    new Map<string, Named>(
      (await subjectsNamed(db, ids)).map(({ id, name, kind }) => [
        id,
        { name: plainly(name), opens: pageOf[kind](id) },
      ]),
    ),
}
