/** The calls that give every village of a round to who surveys there, in one act. */

import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, seenOf } from '#kernel/schema.ts'
import { ProposalReasonSchema } from './model.ts'

const RoundKey = Type.Object({ roundId: IdOf<'round'>() })

export const proposeVillages = endpoint({
  name: 'rounds.proposeVillages',
  method: 'GET',
  path: '/api/rounds/:roundId/assign/villages',
  right: 'round.manage',
  says: {
    vi: 'Đề xuất giao từng thôn cho ai: người phụ trách thôn, người làm kỳ trước',
    en: 'Whom each village might be given to: its own head, who had it in the last round',
  },
  input: RoundKey,
  output: Type.Object({
    villages: Type.Array(
      Type.Object({
        villageId: IdOf<'area'>(),
        name: Type.String(),
        /** Who has it now, also where the grant has ended since. */
        enumeratorId: Nullable(IdOf<'account'>()),
        enumeratorName: Nullable(Type.String()),
        /** Households assigned to nobody. */
        open: Count,
        proposed: Nullable(IdOf<'account'>()),
        because: ProposalReasonSchema,
        /** Everybody who may survey there. */
        fitting: Type.Array(IdOf<'account'>()),
      }),
    ),
    enumerators: Type.Array(
      Type.Object({
        ...{ accountId: IdOf<'account'>(), name: Type.String(), assigned: Count },
        /** The gate of the round gives them nothing new. */
        heldBack: Type.Boolean(),
      }),
    ),
  }),
})

export const assignVillages = endpoint({
  name: 'rounds.assignVillages',
  method: 'POST',
  path: '/api/rounds/:roundId/assign/villages',
  right: 'round.manage',
  says: { vi: 'Giao nhiều thôn, mỗi thôn cho một rà soát viên', en: 'Assign many villages, each to an enumerator' },
  input: Type.Object({
    roundId: IdOf<'round'>(),
    given: Type.Array(Type.Object({ villageId: IdOf<'area'>(), accountId: IdOf<'account'>() }), {
      minItems: 1,
      maxItems: 200,
    }),
    /** Who had the villages as was seen: given to somebody else since, it is asked. */
    ...seenOf(
      Type.Object({
        holders: Type.Array(Type.Object({ villageId: IdOf<'area'>(), accountId: Nullable(IdOf<'account'>()) }), {
          maxItems: 200,
        }),
      }),
    ),
  }),
  output: Type.Object({ villages: Count, assigned: Count }),
})
