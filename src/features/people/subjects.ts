import { roles } from '#kernel/access.ts'
import { type Named, plainly, type Subjects } from '#platform/server/subjects.ts'
import { accountsNamed, grantsNamed } from './audit/queries.ts'

/** Accounts by the name of their holder, grants by role and holder. */
export const peopleSubjects: Subjects = {
  right: 'audit.read',
  named: async (db, { ids }) => {
    const accounts = await accountsNamed(db, ids)
    const grants = await grantsNamed(db, ids)
    return new Map<string, Named>([
      ...accounts.map(({ id, name }) => [id, { name: plainly(name), opens: null }] as const),
      ...grants.map(({ id, role, name, areaId }) => {
        const said = { vi: `${roles[role].vi} của ${name}`, en: `${roles[role].en} of ${name}` }
        return [id, { name: said, opens: `/quyen?noi=${areaId}` }] as const
      }),
    ])
  },
}
