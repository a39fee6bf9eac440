/** The words of a phone on which somebody's work lies. */
import { type Static, Type } from 'typebox'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import type { Instant } from '#kernel/dates.ts'
import { type DeviceKind, deviceKinds } from '#kernel/device.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

export const deviceStates = {
  in_use: { vi: 'Đang dùng', en: 'In use' },
  returned: { vi: 'Đã trả máy', en: 'Given back' },
  lost: { vi: 'Mất máy', en: 'Lost' },
} as const satisfies Record<string, Said>
export type DeviceState = keyof typeof deviceStates
export const deviceStateNames = Object.keys(deviceStates) as DeviceState[]
export const DeviceStateSchema = Type.Unsafe<DeviceState>(Type.Enum(deviceStateNames))

export const deviceButtons = {
  returned: { right: 'survey.check', from: 'in_use' },
  lost: { right: 'survey.check', from: 'in_use' },
} as const satisfies Buttons<{ from: DeviceState }>

const kindNames = Object.keys(deviceKinds) as DeviceKind[]

export const DeviceRow = Type.Object({
  deviceId: IdOf<'field_device'>(),
  name: Type.String(),
  areaName: Type.String(),
  kind: Nullable(Type.Unsafe<DeviceKind>(Type.Enum(kindNames))),
  state: DeviceStateSchema,
  because: Nullable(Type.String()),
  seenAt: Type.Unsafe<Instant>(Type.String()),
  /** Finished forms that have not come home, and forms begun, as the phone said when it was seen. */
  waiting: Count,
  begun: Count,
  oldestAt: Nullable(Type.Unsafe<Instant>(Type.String())),
  /** Forms begun that it left with the server when it was given back, and that their author has not taken yet. */
  left: Count,
  can: CanSchema(deviceButtons),
})
export type Device = Static<typeof DeviceRow>
