import { type Named, plainly, type Subjects } from '#platform/server/subjects.ts'
import { correctionsNamed, correctionsOfHousehold, decisionsNamed } from './queries/named.ts'

/** Decisions and corrections by their number, before they have one by what they are of. */
export const decisionSubjects: Subjects = {
  right: 'round.read',
  named: async (db, { ids }) =>
    new Map<string, Named>([
      ...(await decisionsNamed(db, ids)).map(({ id, number, round }) => {
        const draft = { vi: `dự thảo, ${round}`, en: `draft, ${round}` }
        return [id, { name: number ? plainly(number) : draft, opens: `/quyet-dinh/${id}` }] as const
      }),
      ...(await correctionsNamed(db, ids)).map(({ id, number }) => {
        const draft = { vi: 'dự thảo đính chính', en: 'draft of a correction' }
        return [id, { name: number ? plainly(number) : draft, opens: `/dinh-chinh/${id}` }] as const
      }),
    ]),
  ofHousehold: correctionsOfHousehold,
}
