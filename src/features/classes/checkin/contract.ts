/** The calls of checking in: the code on a screen, who types it, walk-ins. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableText, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { ClashView, HourSchema } from '../sessions/model.ts'
import { CodeSchema, MySession, type Outcome, outcomes, WalkInRow } from './model.ts'

const writes = { method: 'POST', right: 'class.manage' } as const
const ofSession = { classSessionId: IdOf<'class_session'>() }
const ofWalkIn = { classWalkInId: IdOf<'class_walk_in'>() }

const Code = Type.Object({
  title: Type.String(),
  /** Which session of the class it is of, and where; null where the session is of another day. */
  session: Nullable(Type.Object({ from: HourSchema, until: HourSchema, place: Type.String() })),
  code: CodeSchema,
  /** Until the next one is shown. */
  milliseconds: Count,
  /** Where it is typed; null where the installation does not know its own address. */
  address: Nullable(Type.String()),
  /** That address with the code as a QR code: rows of 0 and 1. */
  squares: Type.Array(Type.String()),
})

export const showCode = endpoint({
  name: 'checkin.code',
  method: 'GET',
  right: 'class.manage',
  path: '/api/class-sessions/:classSessionId/code',
  says: { vi: 'Mã điểm danh đang hiện của một buổi', en: 'The code of a session that is shown now' },
  input: Type.Object(ofSession),
  output: Code,
})
export const showTaughtCode = endpoint({
  name: 'checkin.taughtCode',
  method: 'GET',
  right: 'signed_in',
  path: '/api/work/class-sessions/:classSessionId/code',
  says: { vi: 'Mã điểm danh của buổi tôi dạy', en: 'The code of a session that I teach' },
  input: Type.Object(ofSession),
  output: Code,
})

export const mySessions = endpoint({
  name: 'checkin.mine',
  method: 'GET',
  right: 'signed_in',
  path: '/api/work/class-sessions',
  says: { vi: 'Buổi học hôm nay của tôi', en: 'My sessions of today' },
  input: Type.Object({}),
  output: Type.Object({ sessions: Type.Array(MySession) }),
})

export const checkIn = endpoint({
  name: 'checkin.checkIn',
  method: 'POST',
  right: 'signed_in',
  path: '/api/work/check-in',
  says: { vi: 'Tự điểm danh bằng mã', en: 'Check in by the code' },
  input: Type.Object({ sessionCode: CodeSchema }),
  output: Type.Object({
    outcome: Type.Unsafe<Outcome>(Type.Enum(Object.keys(outcomes) as Outcome[])),
    title: Type.String(),
    /** Who has no seat says by this that they came all the same. */
    classWalkInId: Nullable(IdOf<'class_walk_in'>()),
  }),
})
export const comeAllTheSame = endpoint({
  name: 'checkin.walkIn',
  method: 'POST',
  right: 'signed_in',
  path: '/api/work/walk-ins/:classWalkInId/take',
  says: { vi: 'Báo vẫn đến học dù chưa có tên', en: 'Say that one came without a seat' },
  input: Type.Object(ofWalkIn),
  output: Type.Object(ofWalkIn),
})

export const listWalkIns = endpoint({
  name: 'checkin.walkIns',
  method: 'GET',
  right: 'class.manage',
  path: '/api/class-sessions/:classSessionId/walk-ins',
  says: { vi: 'Người đến thêm của một buổi', en: 'Walk-ins of a session' },
  input: Type.Object(ofSession),
  output: Type.Object({ title: Type.String(), rows: Type.Array(WalkInRow) }),
})
export const walkInsFile = listFile(listWalkIns, {
  name: 'checkin.walkInsFile',
  path: '/api/class-sessions/:classSessionId/walk-ins/file',
})
export const addWalkIn = endpoint({
  name: 'checkin.addWalkIn',
  ...writes,
  path: '/api/class-sessions/:classSessionId/walk-ins',
  says: { vi: 'Ghi một người đến thêm', en: 'Write down a walk-in' },
  input: Type.Object({ ...ofSession, ...ofWalkIn, name: PrintableText(100) }),
  output: Type.Object(ofWalkIn),
})
export const matchWalkIn = endpoint({
  name: 'checkin.matchWalkIn',
  ...writes,
  path: '/api/walk-ins/:classWalkInId/match',
  says: { vi: 'Ghép người đến thêm với cán bộ trong sổ', en: 'Match a walk-in to somebody of the roster' },
  input: Type.Object({ ...ofWalkIn, officialId: IdOf<'official'>() }),
  /** `clashes`: sessions to come at which they are in another class: they have a seat, and are not put into those. */
  output: Type.Object({ ...ofWalkIn, clashes: Type.Array(ClashView) }),
})
export const undoWalkIn = endpoint({
  name: 'checkin.undoWalkIn',
  ...writes,
  path: '/api/walk-ins/:classWalkInId/undo',
  says: { vi: 'Bỏ một người đến thêm, kể cả đã ghép', en: 'Undo a walk-in, matched or not' },
  /** `seen`: the state in which it was seen. */
  input: Type.Object({
    ...ofWalkIn,
    seen: Type.Unsafe<'taken' | 'matched'>(Type.Enum(['taken', 'matched'])),
    because: Words(500),
  }),
  output: Type.Object(ofWalkIn),
})
