import { levelWords } from '#features/areas/words.ts'
import type { Named, Subjects } from '#platform/server/subjects.ts'
import { bodyKindWords } from '../model.ts'
import { normsOf } from './queries.ts'

/** What units should have of bodies, in words: "Ban Chỉ đạo, xã: 1". */
export const bodyNormSubjects: Subjects = {
  right: 'body.read',
  named: async (db, { ids }) =>
    new Map<string, Named>(
      (await normsOf(db, ids)).map(({ id, kind, level, required }) => [
        id,
        {
          name: {
            vi: `${bodyKindWords[kind].vi}, ${levelWords[level].vi}: ${required}`,
            en: `${bodyKindWords[kind].en}, ${levelWords[level].en}: ${required}`,
          },
          opens: `/ban/dinh-muc/cac-muc?loai=${kind}`,
        },
      ]),
    ),
}
