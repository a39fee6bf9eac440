/** The calls of slips: who may be given one, giving, printing, withdrawing, and coming in by it. */
import { Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { SlipRow, SlipStateSchema } from './model.ts'

const at = { areaId: IdOf<'area'>() }
const right = 'account.manage'
/** Slips given in one act: the villages of the largest commune several times over. */
export const mostAtOnce = 500

export const listSlips = endpoint({
  name: 'slips.list',
  method: 'GET',
  path: '/api/areas/:areaId/slips',
  right,
  says: { vi: 'Giấy vào máy của rà soát viên', en: 'Slips of enumerators' },
  input: Type.Object({
    ...at,
    state: Type.Optional(SlipStateSchema),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    areaName: Type.String(),
    total: Count,
    /** How many can be printed, whatever the filters. */
    open: Count,
    rows: Type.Array(SlipRow),
  }),
})
export const slipsFile = listFile(listSlips, { name: 'slips.listFile', path: '/api/areas/:areaId/slips/file' })

/** A slip given before ends with it. */
export const giveSlips = endpoint({
  name: 'slips.give',
  method: 'POST',
  path: '/api/areas/:areaId/slips',
  right,
  says: { vi: 'Cấp giấy vào máy', en: 'Give slips' },
  input: Type.Object({
    ...at,
    /** With the last slip of each as the list showed it: nobody ends a slip that another gave meanwhile. */
    slipsFor: Type.Array(Type.Object({ accountId: IdOf<'account'>(), slipId: Nullable(IdOf<'sign_in_slip'>()) }), {
      ...{ minItems: 1, maxItems: mostAtOnce },
    }),
    /** The last day on which they let in. */
    lastOn: PlainDateSchema,
  }),
  output: Type.Object({ given: Count }),
})

/** All that let in, or one. */
export const slipsPdf = endpoint({
  name: 'slips.pdf',
  method: 'GET',
  path: '/api/areas/:areaId/slips/pdf',
  right,
  says: { vi: 'In giấy vào máy', en: 'Print slips' },
  input: Type.Object({ ...at, slipId: Type.Optional(IdOf<'sign_in_slip'>()) }),
  output: Type.Unknown(),
  document: true,
})

export const withdrawSlip = endpoint({
  name: 'slips.withdraw',
  method: 'POST',
  path: '/api/slips/:slipId/withdraw',
  right,
  says: { vi: 'Rút giấy vào máy', en: 'Withdraw a slip' },
  input: Type.Object({ slipId: IdOf<'sign_in_slip'>() }),
  output: Type.Object({ slipId: IdOf<'sign_in_slip'>() }),
})

export const enterBySlip = endpoint({
  name: 'slips.enter',
  method: 'POST',
  path: '/api/sign-in/slip',
  right: 'public',
  says: { vi: 'Vào bằng giấy vào máy', en: 'Come in by a slip' },
  input: Type.Object({ code: Type.String({ maxLength: 60 }) }),
  output: Type.Object({ done: Type.Literal(true) }),
})
