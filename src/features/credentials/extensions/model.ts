/** One decision by which many credentials hold longer. */
import { type Static, Type } from 'typebox'
import { CanSchema } from '#kernel/buttons.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'
import { Extended } from '../issued/model.ts'

export const extensionButtons = {
  correct: { right: 'credential.manage' },
  withdraw: { right: 'credential.manage' },
} as const

export const extensionStates = {
  in_force: { vi: 'Có hiệu lực', en: 'In force' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
} as const satisfies Record<string, Said>

export const ExtensionRow = Type.Object({
  ...Extended.properties,
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  /** Credentials that hold longer by it, as far as they are told to the actor. */
  credentials: Count,
  can: CanSchema(extensionButtons),
})
export type Extension = Static<typeof ExtensionRow>
