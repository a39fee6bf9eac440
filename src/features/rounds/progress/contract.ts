/** The calls about how far the open rounds are, and what waits in them for who runs them: what the home page reads. */

import { Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, SaidSchema } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { apartKinds, CaseCountsSchema, PaceSchema, RoundBody, WaitingOf } from '../model.ts'

export const roundWork = endpoint({
  name: 'rounds.work',
  method: 'GET',
  path: '/api/work/rounds',
  right: 'round.read',
  says: { vi: 'Việc của kỳ rà soát đang chờ tôi', en: 'What waits for me in the rounds I run' },
  input: Type.Object({}),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        ...WaitingOf(['to_list', 'to_assign', 'to_record', ...apartKinds]).properties,
        /** Where that is what another commune has of it. */
        places: Type.Array(Type.String()),
      }),
    ),
  }),
})

const Behind = Type.Object({ villageId: IdOf<'area'>(), name: Type.String(), counts: CaseCountsSchema })

/** Which part of the open rounds, in the order of their last days. */
const Part = Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 }))
/** How far the open rounds are, those that are late first, and what was told of the same places since yesterday. */
const Progress = Type.Object({
  rounds: Type.Array(
    Type.Object({
      ...RoundBody,
      /** 0 on the last day, negative after it. */
      daysLeft: Type.Integer(),
      pace: PaceSchema,
      /** With households to survey. */
      villages: Count,
      /** Villages behind the time that has passed: how many, and which where few rounds are told of. */
      behind: Count,
      behindNamed: Type.Array(Behind),
    }),
  ),
  /** How many rounds are open, and how many of them are late; told of are those after the first `from` by their last day. */
  total: Count,
  late: Count,
  from: Count,
  /** Whether more come after them. */
  more: Type.Boolean(),
  since: PlainDateSchema,
  news: Type.Array(Type.Object({ what: Type.String(), said: SaidSchema, count: Count, more: Type.Boolean() })),
})

export const roundProgress = endpoint({
  name: 'rounds.progress',
  method: 'GET',
  path: '/api/progress',
  right: 'figure.read',
  says: { vi: 'Tiến độ các kỳ rà soát đang làm', en: 'How far the open rounds are' },
  input: Type.Object({ pace: Type.Optional(PaceSchema), page: Part }),
  output: Progress,
})

export const myProgress = endpoint({
  name: 'rounds.myProgress',
  method: 'GET',
  path: '/api/work/progress',
  right: 'round.read',
  says: { vi: 'Tiến độ các kỳ rà soát tôi làm', en: 'How far the rounds are in which I work' },
  input: Type.Object({ page: Part }),
  output: Progress,
})

export const progressFile = listFile(roundProgress, { name: 'rounds.progressFile', path: '/api/progress/file' })
