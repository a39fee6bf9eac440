/** The calls of sessions and of who teaches them. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, PrintableText, seenOf } from '#kernel/schema.ts'
import { ClashView, SessionHolds, Slot, sessionsAtOnce, TrainerAnswerSchema } from './model.ts'

const writes = { method: 'POST', right: 'class.manage' } as const
const ofClass = { trainingClassId: IdOf<'training_class'>() }
const ofSession = { classSessionId: IdOf<'class_session'>() }
const ofTrainer = { classTrainerId: IdOf<'class_trainer'>() }
const Done = Type.Object(ofClass)
const Slots = Type.Array(Type.Object({ ...ofSession, ...Slot }), { minItems: 1, maxItems: sessionsAtOnce })
const DaysSchema = Type.Integer({ minimum: -1000, maximum: 1000 })

export const askClashes = endpoint({
  name: 'classes.clashes',
  ...writes,
  reads: true,
  path: '/api/training-classes/:trainingClassId/clashes',
  says: { vi: 'Xem buổi học có vướng gì không, chưa ghi', en: 'What stands against sessions; nothing is written' },
  /** Sessions as they would be, those of today's ids in place of what stands; `days`: all that have not begun and in which nobody was marked, moved by so many; `trainerId`: these of its sessions with somebody who is to be asked. */
  input: Type.Object({
    ...ofClass,
    sessions: Type.Optional(Slots),
    ...Type.Partial(Type.Object(SessionHolds)).properties,
    days: Type.Optional(DaysSchema),
    trainerId: Type.Optional(IdOf<'trainer'>()),
  }),
  output: Type.Object({ clashes: Type.Array(ClashView) }),
})

export const addSessions = endpoint({
  name: 'classes.addSessions',
  ...writes,
  path: '/api/training-classes/:trainingClassId/sessions',
  says: { vi: 'Thêm buổi học', en: 'Add sessions' },
  input: Type.Object({ ...ofClass, sessions: Slots, ...SessionHolds }),
  output: Done,
})

const SessionParticulars = Type.Object({ ...Slot, ...SessionHolds })
export const changeSession = endpoint({
  name: 'classes.changeSession',
  ...writes,
  path: '/api/class-sessions/:classSessionId/change',
  says: { vi: 'Dời, sửa một buổi học', en: 'Move or change a session' },
  /** `because`: why the hours of a session change in which people were marked. */
  input: Type.Object({
    ...ofSession,
    ...Type.Partial(SessionParticulars).properties,
    because: Type.Optional(PrintableText(500)),
    ...seenOf(SessionParticulars),
  }),
  output: Done,
})

export const dropSession = endpoint({
  name: 'classes.dropSession',
  ...writes,
  path: '/api/class-sessions/:classSessionId/drop',
  says: { vi: 'Bỏ một buổi học', en: 'Drop a session' },
  input: Type.Object({ ...ofSession, because: PrintableText(500) }),
  output: Done,
})

export const moveClass = endpoint({
  name: 'classes.move',
  ...writes,
  path: '/api/training-classes/:trainingClassId/move',
  says: { vi: 'Dời cả lớp', en: 'Move a whole class' },
  /** All sessions that have not begun, by so many days. `revision`: of the class as it was seen. */
  input: Type.Object({
    ...ofClass,
    revision: Type.Integer({ minimum: 0 }),
    days: DaysSchema,
    because: PrintableText(500),
  }),
  output: Done,
})

export const askTrainer = endpoint({
  name: 'classes.askTrainer',
  ...writes,
  path: '/api/training-classes/:trainingClassId/trainers',
  says: { vi: 'Mời giảng viên dạy lớp', en: 'Ask a trainer to teach a class' },
  /** For these of its sessions. */
  input: Type.Object({
    ...ofClass,
    ...ofTrainer,
    trainerId: IdOf<'trainer'>(),
    classSessionIds: Type.Array(IdOf<'class_session'>(), { maxItems: 1000, uniqueItems: true }),
  }),
  output: Done,
})

export const answerTrainer = endpoint({
  name: 'classes.answerTrainer',
  ...writes,
  path: '/api/class-trainers/:classTrainerId/answer',
  says: {
    vi: 'Ghi giảng viên nhận lời, từ chối, được mời lại',
    en: 'Record that a trainer accepts, declines, is asked again',
  },
  /** `seen`: the answer that was seen. Who declines says why. */
  input: Type.Object({
    ...ofTrainer,
    seen: TrainerAnswerSchema,
    answer: Type.Unsafe<'asked' | 'accepted' | 'declined'>(Type.Enum(['asked', 'accepted', 'declined'])),
    because: Nullable(PrintableText(500)),
  }),
  output: Done,
})

export const replaceTrainer = endpoint({
  name: 'classes.replaceTrainer',
  ...writes,
  path: '/api/class-trainers/:classTrainerId/replace',
  says: { vi: 'Thay giảng viên', en: 'Replace a trainer' },
  /**
   * `follower`: the asking of who teaches the sessions that have not begun; one that the class has is taken.
   * `classSessionIds`: those that they teach besides, where who declined has left them.
   */
  input: Type.Object({
    ...ofTrainer,
    seen: TrainerAnswerSchema,
    follower: IdOf<'class_trainer'>(),
    trainerId: IdOf<'trainer'>(),
    classSessionIds: Type.Array(IdOf<'class_session'>(), { maxItems: 1000, uniqueItems: true }),
    because: PrintableText(500),
  }),
  output: Done,
})
