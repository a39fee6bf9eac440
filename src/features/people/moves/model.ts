/** The words of rotation and secondment. */
import { type Static, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, SaidSchema, Words } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'
import { PostCode } from '../roster/model.ts'

export const moveKinds = ['rotation', 'secondment'] as const
export type MoveKind = (typeof moveKinds)[number]
export const MoveKindSchema = Type.Unsafe<MoveKind>(Type.Enum([...moveKinds]))
export const moveWords: Readonly<Record<MoveKind, Said>> = {
  rotation: { vi: 'Luân chuyển', en: 'Rotation' },
  secondment: { vi: 'Biệt phái', en: 'Secondment' },
}

/** `coming`: begins later. `due`: away though the last planned day has come. */
export const moveStates = ['coming', 'away', 'due', 'back'] as const
export type MoveState = (typeof moveStates)[number]
export const MoveStateSchema = Type.Unsafe<MoveState>(Type.Enum([...moveStates]))
export const moveStateWords: Readonly<Record<MoveState, Said>> = {
  coming: { vi: 'Sắp đi', en: 'Coming' },
  away: { vi: 'Đang đi', en: 'Away' },
  due: { vi: 'Đến hạn về', en: 'Due back' },
  back: { vi: 'Đã xong', en: 'Over' },
}

/** What a list is filtered by: `begun` is all but `coming`. */
export type MoveStateFilter = MoveState | 'begun'
export const moveFilters: Readonly<Record<MoveStateFilter, Said>> = {
  ...moveStateWords,
  begun: { vi: 'Đã đi, kể cả đã xong', en: 'Begun, also those over' },
}
export const moveFilterNames = Object.keys(moveFilters) as MoveStateFilter[]
export const MoveFilterSchema = Type.Unsafe<MoveStateFilter>(Type.Enum(moveFilterNames))

/** What may be changed of one. */
export const Planned = {
  kind: MoveKindSchema,
  why: Words(500),
  plannedLast: Nullable(PlainDateSchema),
}

const Place = Type.Object({
  post: PostCode,
  said: SaidSchema,
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
})
export const MoveView = Type.Object({
  moveId: IdOf<'official_move'>(),
  officialId: IdOf<'official'>(),
  name: Type.String(),
  ...Planned,
  from: Place,
  to: Place,
  /** The unit where it led first, where that has ended meanwhile and the person was placed again. */
  firstTo: Nullable(Type.String()),
  /** Whether the unit where it led first was especially difficult on the first day, as far as that is recorded here. */
  difficult: Type.Boolean(),
  since: PlainDateSchema,
  /** The last day there, once that is said. */
  last: Nullable(PlainDateSchema),
  state: MoveStateSchema,
  /** Of one that is over: whether the post there is held on. */
  stays: Type.Boolean(),
  outcome: Nullable(Type.String()),
  decisionNumber: Nullable(Type.String()),
  decidedOn: Nullable(PlainDateSchema),
})
export type Move = Static<typeof MoveView>
