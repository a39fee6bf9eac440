/** Sessions of a class, who teaches them, and what stands against each. */
import { type Static, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, PrintableLine, SaidSchema } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

export const HourSchema = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' })
/** By the clock of Vietnam, within one day. */
export const Slot = { day: PlainDateSchema, from: HourSchema, until: HourSchema }
const SlotSchema = Type.Object(Slot)
export type Slot = Static<typeof SlotSchema>

export const sessionsAtOnce = 100
export const trainersOfSession = 20

export const trainerAnswers = {
  asked: { vi: 'Đã mời, chưa trả lời', en: 'Asked' },
  accepted: { vi: 'Nhận lời', en: 'Accepted' },
  declined: { vi: 'Từ chối', en: 'Declined' },
  replaced: { vi: 'Đã thay người khác', en: 'Replaced' },
} as const satisfies Record<string, Said>
export type TrainerAnswer = keyof typeof trainerAnswers
export const TrainerAnswerSchema = Type.Unsafe<TrainerAnswer>(Type.Enum(Object.keys(trainerAnswers) as TrainerAnswer[]))

/** What a session holds besides its time. */
export const SessionHolds = {
  hallId: Nullable(IdOf<'class_hall'>()),
  /** In words, where it is in no hall of the register. */
  place: PrintableLine(200),
  /** One of its class's; null: of none. */
  topicId: Nullable(IdOf<'framework_topic'>()),
  classTrainerIds: Type.Array(IdOf<'class_trainer'>(), { maxItems: trainersOfSession, uniqueItems: true }),
}

export const SessionView = Type.Object({
  classSessionId: IdOf<'class_session'>(),
  ...Slot,
  ...SessionHolds,
  hallName: Nullable(Type.String()),
  /** The hall with its address and unit, or the words; null: not set. */
  where: Nullable(Type.String()),
  topic: Nullable(Type.Object({ code: Type.String(), title: Type.String() })),
  trainers: Type.Array(Type.String()),
  /** Whether it has begun. */
  begun: Type.Boolean(),
  /** Something was recorded of it: leave, a mark, a count, a walk-in. */
  used: Type.Boolean(),
  /** People were marked in it, be it as absent, or heads counted: it was held. */
  held: Type.Boolean(),
  /** Its attendance is closed. */
  closed: Type.Boolean(),
})
export type ClassSession = Static<typeof SessionView>

export const ClassTrainerView = Type.Object({
  classTrainerId: IdOf<'class_trainer'>(),
  trainerId: IdOf<'trainer'>(),
  name: Type.String(),
  organisation: Type.String(),
  state: TrainerAnswerSchema,
  because: Type.String(),
  /** Who teaches in their place. */
  followedBy: Nullable(Type.String()),
  /** Sessions that they teach. */
  sessions: Type.Integer(),
})
export type ClassTrainer = Static<typeof ClassTrainerView>

/** What stands against a session. What `blocks` is refused, by the database too; of the rest whoever plans is warned. */
export const clashKinds = {
  hall_taken: { blocks: true },
  trainer_taken: { blocks: true },
  own_session: { blocks: true },
  learner_taken: { blocks: true },
  hall_small: { blocks: false },
  hall_out: { blocks: false },
  trainer_out: { blocks: false },
  trainer_topic: { blocks: false },
  closed: { blocks: false },
} as const
export type ClashKind = keyof typeof clashKinds
export const ClashView = Type.Object({
  kind: Type.Unsafe<ClashKind>(Type.Enum(Object.keys(clashKinds) as ClashKind[])),
  blocks: Type.Boolean(),
  ...Slot,
  said: SaidSchema,
})
export type Clash = Static<typeof ClashView>
