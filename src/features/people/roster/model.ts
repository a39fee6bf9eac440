/** The words of the roster: posts, how one is held, why it ends. */

import { type Static, Type } from 'typebox'
import { type Level, levels } from '#features/areas/words.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, SaidSchema } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

/** A post by its code; which there are is data (`post`). */
export const PostCode = Type.String({ pattern: '^[a-z][a-z_]{1,39}$' })

/** In the own right, as deputy of who holds it, or acting for them (forms of signature: TM., KT., Q.; recalled). */
export const standings = ['own', 'deputy', 'acting'] as const
export type Standing = (typeof standings)[number]
export const StandingSchema = Type.Unsafe<Standing>(Type.Enum([...standings]))
export const standingWords: Readonly<Record<Standing, Said>> = {
  own: { vi: 'Chính thức', en: 'In the own right' },
  deputy: { vi: 'Cấp phó', en: 'Deputy' },
  acting: { vi: 'Quyền, phụ trách', en: 'Acting' },
}

export const endings = [
  'term_over',
  'promoted',
  'moved',
  'retired',
  'left',
  'died',
  'unit_ended',
  'entered_by_mistake',
] as const
export type Ending = (typeof endings)[number]
export const EndingSchema = Type.Unsafe<Ending>(Type.Enum([...endings]))
export const endingWords: Readonly<Record<Ending, Said>> = {
  term_over: { vi: 'Hết nhiệm kỳ, hết thời hạn', en: 'Term over' },
  promoted: { vi: 'Được đề bạt', en: 'Promoted' },
  moved: { vi: 'Chuyển công tác', en: 'Moved to other work' },
  retired: { vi: 'Nghỉ hưu', en: 'Retired' },
  left: { vi: 'Thôi việc', en: 'Left the service' },
  died: { vi: 'Qua đời', en: 'Died' },
  unit_ended: { vi: 'Đơn vị kết thúc', en: 'The unit ended' },
  entered_by_mistake: { vi: 'Ghi nhầm', en: 'Entered by mistake' },
}

export const LevelSchema = Type.Unsafe<Level>(Type.Enum([...levels]))

export const PostView = Type.Object({
  post: PostCode,
  said: SaidSchema,
  levels: Type.Array(LevelSchema),
  salaried: Type.Boolean(),
})

/** A post held, with the name its unit had when it was given. */
export const AppointmentView = Type.Object({
  appointmentId: IdOf<'appointment'>(),
  post: PostCode,
  said: SaidSchema,
  standing: StandingSchema,
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  from: PlainDateSchema,
  until: Nullable(PlainDateSchema),
  decisionNumber: Nullable(Type.String()),
  decidedOn: Nullable(PlainDateSchema),
  because: Nullable(EndingSchema),
})
export type Appointment = Static<typeof AppointmentView>
