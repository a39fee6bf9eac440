/** Whether a province lets nobody survey without a credential; and how somebody stands before that question. */
import { type Static, Type } from 'typebox'
import { ValueMarkSchema } from '#features/training/money/model.ts'
import { CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, PrintableText } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

export const gateModes = {
  off: { vi: 'Không kiểm tra', en: 'Not asked' },
  warn: { vi: 'Nhắc', en: 'Warn' },
  hold: { vi: 'Giữ lại', en: 'Hold' },
} as const satisfies Record<string, Said>
export type GateMode = keyof typeof gateModes
export const GateModeSchema = Type.Unsafe<GateMode>(Type.Enum(Object.keys(gateModes) as GateMode[]))
/** What a mode does, beside its name. */
export const gateSaid: Readonly<Record<GateMode, Said>> = {
  off: { vi: 'giao việc không hỏi chứng nhận', en: 'work is given without asking for a credential' },
  warn: {
    vi: 'giao việc được, màn hình nói rõ ai chưa có chứng nhận',
    en: 'work is given, the screen says who holds none',
  },
  hold: { vi: 'chỉ giao việc cho người có chứng nhận còn hạn', en: 'work is given only to who holds a valid one' },
}
/** Where a province entered nothing. */
export const gateUnset: GateMode = 'warn'

export const settingStates = {
  in_force: { vi: 'Đang áp dụng', en: 'In force' },
  coming: { vi: 'Sắp áp dụng', en: 'Coming' },
  followed: { vi: 'Đã thay', en: 'Followed' },
  withdrawn: { vi: 'Ghi nhầm, đã rút', en: 'Entered by mistake, withdrawn' },
} as const satisfies Record<string, Said>
export type SettingState = keyof typeof settingStates

export const settingButtons = { withdraw: { right: 'credential.rule' } } as const

export const SettingSaid = Type.Object({
  mode: GateModeSchema,
  from: PlainDateSchema,
  legalReference: PrintableText(300),
  mark: ValueMarkSchema,
})
export const SettingRow = Type.Object({
  gateSettingId: IdOf<'gate_setting'>(),
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  ...SettingSaid.properties,
  state: Type.Unsafe<SettingState>(Type.Enum(Object.keys(settingStates) as SettingState[])),
  because: Nullable(Type.String()),
  can: CanSchema(settingButtons),
})
export type Setting = Static<typeof SettingRow>

/** How somebody stands before a standard on a day. */
export const holdStates = {
  valid: { vi: 'Có chứng nhận còn hạn', en: 'Holds a valid credential' },
  coming: { vi: 'Chứng nhận chưa đến ngày hiệu lực', en: 'Credential not valid yet' },
  expired: { vi: 'Chứng nhận đã hết hạn', en: 'Credential expired' },
  revoked: { vi: 'Chứng nhận đã bị thu hồi', en: 'Credential revoked' },
  none: { vi: 'Chưa có chứng nhận theo chuẩn của kỳ', en: 'No credential for the standard of the round' },
  no_record: {
    vi: 'Tài khoản chưa nối với sổ cán bộ nên chưa biết có chứng nhận hay không',
    en: 'The account is joined to nobody in the roster: whether they hold a credential is not known',
  },
  other_name: {
    vi: 'Tài khoản mang tên khác với hồ sơ trong sổ cán bộ, nên chứng nhận của hồ sơ chưa được tính',
    en: 'The account bears another name than its record in the roster: the credential of that record is not counted',
  },
  no_rule: {
    vi: 'Tỉnh chưa đặt điều kiện cấp chứng nhận cho chuẩn của kỳ',
    en: 'The province has no rule of credentials for the standard of the round',
  },
} as const satisfies Record<string, Said>
export type HoldState = keyof typeof holdStates

export const HoldsSchema = Type.Object({
  state: Type.Unsafe<HoldState>(Type.Enum(Object.keys(holdStates) as HoldState[])),
  /** The last day on which it holds, or held. */
  lastDay: Nullable(PlainDateSchema),
})
export type Holds = Static<typeof HoldsSchema>
