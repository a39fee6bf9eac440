import { plainly, type Subjects } from '#platform/server/subjects.ts'
import { idsOfHousehold, noticesNamed } from './queries.ts'

/** Notices by the head of the household of which they speak, opening where they are answered. */
export const noticeSubjects: Subjects = {
  right: 'household.read',
  named: async (db, { lines }) => {
    const ids = lines.filter(({ what }) => what.startsWith('notice.')).map(({ subjectId }) => subjectId)
    if (ids.length === 0) return new Map()
    return new Map(
      (await noticesNamed(db, ids)).map(({ id, roundId, headName }) => [
        id,
        { name: plainly(headName), opens: `/ra-soat/${roundId}/tin-bao/${id}` },
      ]),
    )
  },
  ofHousehold: idsOfHousehold,
}
