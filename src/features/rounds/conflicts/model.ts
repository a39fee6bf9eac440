/** Who would do what for the household they live in. */
import { type Static, Type } from 'typebox'
import { IdOf } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'

export const conflictDeeds = {
  surveys: { vi: 'Được giao khảo sát', en: 'Given to survey it' },
  checks: { vi: 'Kiểm tra phiếu của xã', en: 'Checks the surveys of the commune' },
  decides: { vi: 'Ký quyết định của xã', en: 'Signs the decisions of the commune' },
} as const satisfies Record<string, Said>
export type ConflictDeed = keyof typeof conflictDeeds
const ConflictDeedSchema = Type.Unsafe<ConflictDeed>(Type.Enum(Object.keys(conflictDeeds) as ConflictDeed[]))

export const ConflictRow = Type.Object({
  householdId: IdOf<'household'>(),
  headName: Type.String(),
  number: Type.String(),
  villageName: Type.String(),
  officialId: IdOf<'official'>(),
  name: Type.String(),
  deed: ConflictDeedSchema,
})
export type Conflict = Static<typeof ConflictRow>
