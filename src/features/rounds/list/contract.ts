/** The calls about the list of a round: whom it reviews, and who surveys them. */

import { Type } from 'typebox'
import { GateModeSchema, HoldsSchema } from '#features/credentials/gate/model.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, seenOf, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'

const RoundKey = Type.Object({ roundId: IdOf<'round'>() })
const Because = Words(500)
/** Why it is done although something was asked about the households (`rounds.sure`): another open round asks them, a decision gives them a class. */
const Sure = Type.Optional(Because)

export const drawList = endpoint({
  name: 'rounds.drawList',
  method: 'POST',
  path: '/api/rounds/:roundId/list/draw',
  right: 'round.manage',
  says: {
    vi: 'Lập danh sách từ hộ nghèo, hộ cận nghèo hiện có',
    en: 'Draw the list from the present poor and near-poor',
  },
  input: Type.Object({ ...RoundKey.properties, because: Sure }),
  output: Type.Object({ added: Count, total: Count }),
})

export const addToList = endpoint({
  name: 'rounds.addToList',
  method: 'POST',
  path: '/api/rounds/:roundId/list',
  right: 'round.manage',
  says: { vi: 'Thêm hộ có giấy đề nghị', en: 'Add a household by its request' },
  input: Type.Object({ roundId: IdOf<'round'>(), householdId: IdOf<'household'>(), because: Sure }),
  output: Type.Object({ caseId: IdOf<'review_case'>() }),
})

export const listArrivals = endpoint({
  name: 'rounds.arrivals',
  method: 'GET',
  path: '/api/rounds/:roundId/arrivals',
  right: 'round.manage',
  says: {
    vi: 'Hộ đến các thôn của kỳ, thôn về xã từ khi kỳ bắt đầu, chưa có trong kỳ',
    en: 'Households that came to the villages of a round, and villages that came to its commune, since it began and not in it',
  },
  input: RoundKey,
  output: Type.Object({
    /** Villages that an event of the units brought to the commune since then, or that are back (`back`: handed over that day). */
    villages: Type.Array(
      Type.Object({ villageId: IdOf<'area'>(), name: Type.String(), since: PlainDateSchema, back: Type.Boolean() }),
    ),
    households: Type.Array(
      Type.Object({
        householdId: IdOf<'household'>(),
        headName: Type.String(),
        number: Type.String(),
        villageName: Type.String(),
        since: PlainDateSchema,
        /**
         * It moved here, was entered as one that came, parted from another; or left the round that day and is back; or left an
         * earlier one that day, which was decided without it.
         */
        how: Type.Unsafe<'moved' | 'moved_in' | 'split' | 'back' | 'unclassed'>(
          Type.Enum(['moved', 'moved_in', 'split', 'back', 'unclassed']),
        ),
      }),
    ),
  }),
})

export const takeVillagesIn = endpoint({
  name: 'rounds.takeVillagesIn',
  method: 'POST',
  path: '/api/rounds/:roundId/villages',
  right: 'round.manage',
  says: {
    vi: 'Nhận thôn mới về xã vào kỳ, cùng hộ nghèo, hộ cận nghèo ở đó',
    en: 'Take villages that came to the commune into a round, with the poor and near-poor who live there',
  },
  input: Type.Object({
    roundId: IdOf<'round'>(),
    villageIds: Type.Array(IdOf<'area'>(), { minItems: 1, maxItems: 200, uniqueItems: true }),
    because: Sure,
  }),
  output: Type.Object({ villages: Count, added: Count }),
})

export const removeFromList = endpoint({
  name: 'rounds.removeFromList',
  method: 'POST',
  path: '/api/rounds/:roundId/list/remove',
  right: 'round.manage',
  says: { vi: 'Bỏ hộ khỏi danh sách khi chưa giao', en: 'Take a household off the list before it is assigned' },
  input: Type.Object({ roundId: IdOf<'round'>(), householdId: IdOf<'household'>(), because: Because }),
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
    gate: GateModeSchema,
    enumerators: Type.Array(
      Type.Object({
        accountId: IdOf<'account'>(),
        name: Type.String(),
        /** Villages of the round over which the account is an enumerator. */
        villages: Type.Array(IdOf<'area'>()),
        assigned: Count,
        /** How they stand before the standard that the round opens. */
        holds: HoldsSchema,
        /** Somebody lets them survey without a credential. */
        opened: Type.Boolean(),
        /** The gate of the round keeps work from them. */
        heldBack: Type.Boolean(),
      }),
    ),
  }),
})

export const enumeratorsFile = listFile(listEnumerators, {
  name: 'rounds.enumeratorsFile',
  path: '/api/rounds/:roundId/enumerators/file',
})

export const assign = endpoint({
  name: 'rounds.assign',
  method: 'POST',
  path: '/api/rounds/:roundId/assign',
  right: 'round.manage',
  says: { vi: 'Giao thôn hoặc từng hộ cho rà soát viên', en: 'Assign a village or single households' },
  input: Type.Object({
    roundId: IdOf<'round'>(),
    accountId: IdOf<'account'>(),
    /** A whole village: every case not yet sent, and those added later. */
    villageId: Type.Optional(IdOf<'area'>()),
    /** Or single households. */
    householdIds: Type.Optional(Type.Array(IdOf<'household'>(), { minItems: 1, maxItems: 1000 })),
    /**
     * Who had them as was seen: each household (`holders`), or the village and all of them together, nobody (null) among
     * them. Given to somebody else since, it is asked.
     */
    ...seenOf(
      Type.Object({
        holders: Type.Array(Type.Object({ householdId: IdOf<'household'>(), accountId: Nullable(IdOf<'account'>()) }), {
          maxItems: 1000,
        }),
        accountIds: Type.Array(Nullable(IdOf<'account'>()), { maxItems: 1000 }),
      }),
    ),
  }),
  output: Type.Object({ assigned: Count }),
})
