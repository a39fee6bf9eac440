import { type Named, plainly, type Subjects } from '#platform/server/subjects.ts'
import { plansDropped, type SubjectKind, subjectsNamed } from './queries.ts'

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
    new Map<string, Named>([
      ...(await plansDropped(db, ids)).map(({ id, name }) => [id, { name: plainly(name), opens: null }] as const),
      ...(await subjectsNamed(db, ids)).map(
        ({ id, name, kind }) =>
          [id, { name: plainly(name), opens: kind === 'limit' ? pageOf.limit : `${pageOf[kind]}/${id}` }] as const,
      ),
    ]),
}
