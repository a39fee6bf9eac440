import { plainly, type Subjects } from '#platform/server/subjects.ts'
import { type SubjectKind, subjectsNamed } from './queries.ts'

const pageOf = {
  programme: '/chuong-trinh',
  framework: '/khung-dao-tao',
  norm: '/dinh-muc-chi',
  plan: '/ke-hoach-dao-tao',
  limit: '/nhu-cau-dao-tao/gioi-han',
} as const satisfies Record<SubjectKind, string>

/** What this room keeps by its name. */
export const trainingSubjects: Subjects = {
  right: 'training.read',
  named: async (db, { ids }) =>
    new Map(
      (await subjectsNamed(db, ids)).map(({ id, name, kind }) => [
        id,
        { name: plainly(name), opens: kind === 'limit' ? pageOf.limit : `${pageOf[kind]}/${id}` },
      ]),
    ),
}
