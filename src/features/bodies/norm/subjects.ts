import type { Named, Subjects } from '#platform/server/subjects.ts'
import { normSaid } from './model.ts'
import { normsOf } from './queries.ts'

/** What units should have of bodies, in words. */
export const bodyNormSubjects: Subjects = {
  right: 'body.read',
  named: async (db, { ids }) =>
    new Map<string, Named>(
      (await normsOf(db, ids)).map(({ id, ...norm }) => [
        id,
        { name: normSaid(norm), opens: `/ban/dinh-muc/cac-muc?loai=${norm.kind}` },
      ]),
    ),
}
