/** Who teaches: officials of the roster and people from elsewhere, and which topics of the approved frameworks. */
import { type Static, Type } from 'typebox'
import { GoneSince } from '#features/training/plan/model.ts'
import { CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

export const trainerStates = {
  teaching: { vi: 'Đang giảng', en: 'Teaching' },
  coming: { vi: 'Sắp giảng', en: 'Coming' },
  ended: { vi: 'Đã thôi', en: 'No more' },
} as const satisfies Record<string, Said>
export type TrainerState = keyof typeof trainerStates
export const TrainerStateSchema = Type.Unsafe<TrainerState>(Type.Enum(Object.keys(trainerStates) as TrainerState[]))

export const mostTopics = 100
export const trainerButtons = { change: { right: 'class.manage' }, end: { right: 'class.manage' } } as const

export const TrainerRow = Type.Object({
  trainerId: IdOf<'trainer'>(),
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  /** Of the roster; null: from elsewhere. */
  officialId: Nullable(IdOf<'official'>()),
  name: Type.String(),
  /** Of the roster: since when they are dead, retired or hold no post any more. */
  gone: Nullable(GoneSince),
  organisation: Type.String(),
  phone: Nullable(Type.String()),
  email: Nullable(Type.String()),
  /** As the version in force today has them. */
  topics: Type.Array(Type.Object({ topicId: IdOf<'framework_topic'>(), code: Type.String(), title: Type.String() })),
  note: Type.String(),
  from: PlainDateSchema,
  until: Nullable(PlainDateSchema),
  endedBecause: Nullable(Type.String()),
  state: TrainerStateSchema,
  can: CanSchema(trainerButtons),
})
export type Trainer = Static<typeof TrainerRow>
