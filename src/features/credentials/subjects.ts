import { type Named, plainly, type Subjects } from '#platform/server/subjects.ts'
import { type SubjectKind, subjectsNamed } from './queries.ts'

const pageOf: Readonly<Record<SubjectKind, (id: string) => string>> = {
  credential: (id) => `/chung-nhan/${id}`,
  rule: () => '/chung-nhan/dieu-kien',
  extension: () => '/chung-nhan/gia-han',
  setting: () => '/chung-nhan/kiem-tra',
}

/** What this room keeps by its name. */
export const credentialSubjects: Subjects = {
  right: 'training.read',
  named: async (db, { ids }) =>
    new Map<string, Named>(
      (await subjectsNamed(db, ids)).map(
        ({ id, name, kind }) => [id, { name: plainly(name), opens: pageOf[kind](id) }] as const,
      ),
    ),
}
