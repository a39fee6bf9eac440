import { plainly, type Subjects } from '#platform/server/subjects.ts'
import { casesOfHousehold, roundsNamed } from './queries.ts'

export const roundSubjects: Subjects = {
  right: 'round.read',
  named: async (db, { ids }) =>
    new Map((await roundsNamed(db, ids)).map(({ id, name }) => [id, { name: plainly(name), opens: `/ra-soat/${id}` }])),
  ofHousehold: casesOfHousehold,
}
