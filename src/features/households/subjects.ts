import { plainly, type Subjects } from '#platform/server/subjects.ts'
import { householdLines } from './audited.ts'
import { householdsNamed } from './queries.ts'

/** Households by their heads. */
export const householdSubjects: Subjects = {
  right: 'household.read',
  named: async (db, { ids }) =>
    new Map(
      (await householdsNamed(db, ids)).map(({ id, name, number }) => [
        id,
        { name: number ? plainly(`${name} (${number})`) : plainly(name), opens: `/ho/${id}` },
      ]),
    ),
  ofLines: householdLines,
  ofHousehold: async (_db, household) => [household],
}
