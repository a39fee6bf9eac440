/** The words of slips: a paper of the office that lets field staff in once, without a password. */
import { type Static, Type } from 'typebox'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { type Instant, PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

/** Of the last slip that somebody was given. */
export const slipStates = {
  none: { vi: 'Chưa có giấy', en: 'No slip' },
  open: { vi: 'Còn dùng được', en: 'Lets in' },
  used: { vi: 'Đã dùng', en: 'Used' },
  over: { vi: 'Hết hạn', en: 'Run out' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
} as const satisfies Record<string, Said>
export type SlipState = keyof typeof slipStates
export const slipStateNames = Object.keys(slipStates) as SlipState[]
export const SlipStateSchema = Type.Unsafe<SlipState>(Type.Enum(slipStateNames))

export const slipButtons = {
  withdraw: { right: 'account.manage', open: true },
  print: { right: 'account.manage', open: true },
} as const satisfies Buttons<{ open: boolean }>

export const SlipRow = Type.Object({
  accountId: IdOf<'account'>(),
  name: Type.String(),
  login: Type.String(),
  /** Where the person surveys. */
  places: Type.Array(Type.String()),
  state: SlipStateSchema,
  slipId: Nullable(IdOf<'sign_in_slip'>()),
  madeAt: Nullable(Type.Unsafe<Instant>(Type.String())),
  madeBy: Nullable(Type.String()),
  lastDay: Nullable(PlainDateSchema),
  printedAt: Nullable(Type.Unsafe<Instant>(Type.String())),
  usedAt: Nullable(Type.Unsafe<Instant>(Type.String())),
  can: CanSchema(slipButtons),
})
export type Slip = Static<typeof SlipRow>
