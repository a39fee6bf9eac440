/** The calls that find households for the list of a round and add many of them at once. */

import { Type } from 'typebox'
import { LeftOutSchema } from '#features/households/model/views.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Words } from '#kernel/schema.ts'
import { FoundSchema } from './model.ts'

export const findForList = endpoint({
  name: 'rounds.findForList',
  method: 'POST',
  path: '/api/rounds/:roundId/list/find',
  reads: true,
  right: 'round.manage',
  says: {
    vi: 'Tìm hộ để thêm vào danh sách: theo số hộ, tên, nhiều số hộ một lần, hoặc cả thôn',
    en: 'Find households for the list: by number, by name, by many numbers, or a whole village',
  },
  input: Type.Object({
    roundId: IdOf<'round'>(),
    /** A number, which comes first where it is just that, a name, an address. */
    q: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    /** Just these numbers. */
    numbers: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { minItems: 1, maxItems: 500 })),
    /** Alone: everybody of this village who is not on the list yet. */
    villageId: Type.Optional(IdOf<'area'>()),
  }),
  output: Type.Object({
    households: Type.Array(FoundSchema),
    more: Type.Boolean(),
    /** Of the numbers asked for, those that no household here has. */
    missing: Type.Array(Type.String()),
  }),
})

export const addManyToList = endpoint({
  name: 'rounds.addManyToList',
  method: 'POST',
  path: '/api/rounds/:roundId/list/many',
  right: 'round.manage',
  says: { vi: 'Thêm nhiều hộ vào danh sách một lần', en: 'Add many households to the list at once' },
  input: Type.Object({
    roundId: IdOf<'round'>(),
    householdIds: Type.Array(IdOf<'household'>(), { minItems: 1, maxItems: 1000, uniqueItems: true }),
    /** Why those are added too that other open rounds ask. */
    because: Type.Optional(Words(500)),
  }),
  output: Type.Object({ added: Count, left: Type.Array(LeftOutSchema) }),
})
