/** The calls about the list of a round: whom it reviews, and who surveys them. */
import { Type } from 'typebox'
import { HoldsSchema } from '#features/training/model.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { Count } from '#kernel/schema.ts'
import { AccountIdSchema, AreaIdSchema, CaseIdSchema, HouseholdIdSchema, RoundIdSchema } from '../model.ts'

const RoundKey = Type.Object({ roundId: RoundIdSchema })
const Because = Type.String({ minLength: 1, maxLength: 500 })

export const drawList = endpoint({
  name: 'rounds.drawList',
  method: 'POST',
  path: '/api/rounds/:roundId/list/draw',
  right: 'round.manage',
  says: {
    vi: 'Lập danh sách từ hộ nghèo, hộ cận nghèo hiện có',
    en: 'Draw the list from the present poor and near-poor',
  },
  input: RoundKey,
  output: Type.Object({ added: Count, total: Count }),
})

export const addToList = endpoint({
  name: 'rounds.addToList',
  method: 'POST',
  path: '/api/rounds/:roundId/list',
  right: 'round.manage',
  says: { vi: 'Thêm hộ có giấy đề nghị', en: 'Add a household by its request' },
  input: Type.Object({ roundId: RoundIdSchema, householdId: HouseholdIdSchema }),
  output: Type.Object({ caseId: CaseIdSchema }),
})

export const removeFromList = endpoint({
  name: 'rounds.removeFromList',
  method: 'POST',
  path: '/api/rounds/:roundId/list/remove',
  right: 'round.manage',
  says: { vi: 'Bỏ hộ khỏi danh sách khi chưa giao', en: 'Take a household off the list before it is assigned' },
  input: Type.Object({ roundId: RoundIdSchema, householdId: HouseholdIdSchema, because: Because }),
  output: Type.Object({ removed: Type.Literal(true) }),
})

export const listEnumerators = endpoint({
  name: 'rounds.enumerators',
  method: 'GET',
  path: '/api/rounds/:roundId/enumerators',
  right: 'round.manage',
  says: { vi: 'Ai có thể khảo sát', en: 'Who can survey' },
  input: RoundKey,
  output: Type.Object({
    enumerators: Type.Array(
      Type.Object({
        accountId: AccountIdSchema,
        name: Type.String(),
        /** Villages of the round over which the account is an enumerator. */
        villages: Type.Array(AreaIdSchema),
        assigned: Count,
        /** Says openly that credentials are not checked yet. */
        holds: HoldsSchema,
      }),
    ),
  }),
})

export const assign = endpoint({
  name: 'rounds.assign',
  method: 'POST',
  path: '/api/rounds/:roundId/assign',
  right: 'round.manage',
  says: { vi: 'Giao thôn hoặc từng hộ cho rà soát viên', en: 'Assign a village or single households' },
  input: Type.Object({
    roundId: RoundIdSchema,
    accountId: AccountIdSchema,
    /** A whole village: every case not yet sent, and those added later. */
    villageId: Type.Optional(AreaIdSchema),
    /** Or single households. */
    householdIds: Type.Optional(Type.Array(HouseholdIdSchema, { minItems: 1, maxItems: 1000 })),
  }),
  output: Type.Object({ assigned: Count }),
})
