import { plainly, type Subjects } from '#platform/server/subjects.ts'
import { subjectsNamed } from './queries.ts'

/** Programmes and frameworks by their name. */
export const trainingSubjects: Subjects = {
  right: 'training.read',
  named: async (db, { ids }) =>
    new Map(
      (await subjectsNamed(db, ids)).map(({ id, name, kind }) => [
        id,
        { name: plainly(name), opens: kind === 'programme' ? `/chuong-trinh/${id}` : `/khung-dao-tao/${id}` },
      ]),
    ),
}
