/** The calls of attendance: of a session and of a class, marked, counted and closed, opened again. */
import { Type } from 'typebox'
import { scanBytes } from '#features/papers/model.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableLine, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { ClassLearner, MarkSchema, SessionStanding, ShareView, SheetView, SignedPage, TypedWaySchema } from './model.ts'

const reads = { method: 'GET', right: 'training.read' } as const
const writes = { method: 'POST', right: 'class.manage' } as const
const ofClass = { trainingClassId: IdOf<'training_class'>() }
const ofSession = { classSessionId: IdOf<'class_session'>() }
const Done = Type.Object(ofSession)

export const classAttendance = endpoint({
  name: 'attendance.ofClass',
  ...reads,
  path: '/api/training-classes/:trainingClassId/attendance',
  says: { vi: 'Điểm danh của một lớp: người học và các buổi', en: 'Attendance of a class: learners and sessions' },
  input: Type.Object(ofClass),
  output: Type.Object({
    title: Type.String(),
    sessions: Type.Array(SessionStanding),
    learners: Type.Array(ClassLearner),
    share: ShareView,
    pages: Type.Array(SignedPage),
    /** Whether the actor may keep pages here. */
    mayWrite: Type.Boolean(),
  }),
})
/** The sheet to sign: learners by sessions. */
export const attendanceFile = listFile(classAttendance, {
  name: 'attendance.ofClassFile',
  path: '/api/training-classes/:trainingClassId/attendance/file',
})

export const sessionAttendance = endpoint({
  name: 'attendance.ofSession',
  ...reads,
  path: '/api/class-sessions/:classSessionId/attendance',
  says: { vi: 'Điểm danh của một buổi', en: 'Attendance of a session' },
  input: Type.Object(ofSession),
  output: SheetView,
})
export const sessionAttendanceFile = listFile(sessionAttendance, {
  name: 'attendance.ofSessionFile',
  path: '/api/class-sessions/:classSessionId/attendance/file',
})

export const markAttendance = endpoint({
  name: 'attendance.mark',
  ...writes,
  path: '/api/class-sessions/:classSessionId/marks',
  says: { vi: 'Điểm danh một buổi', en: 'Mark who is in a session' },
  /** `seen`: what stood of each when it was marked. Whose mark changes needs a reason, one for all. */
  input: Type.Object({
    ...ofSession,
    marks: Type.Array(
      Type.Object({
        officialId: IdOf<'official'>(),
        seen: Nullable(MarkSchema),
        mark: Nullable(MarkSchema),
      }),
      { minItems: 1, maxItems: 2000 },
    ),
    how: TypedWaySchema,
    because: Type.Optional(PrintableLine(500)),
  }),
  output: Done,
})

export const countHeads = endpoint({
  name: 'attendance.count',
  ...writes,
  path: '/api/class-sessions/:classSessionId/count',
  says: { vi: 'Đếm người và chốt một buổi', en: 'Count heads and close a session' },
  /**
   * `seen`: how many were marked as present. It is closed where heads and marks agree, or it is said why not; `closes`: else
   * it is refused, so that a count may be kept while people still come.
   */
  input: Type.Object({
    ...ofSession,
    heads: Type.Integer({ minimum: 0, maximum: 5000 }),
    seen: Count,
    closes: Type.Boolean(),
    because: Type.Optional(PrintableLine(500)),
  }),
  output: Done,
})

export const reopenSession = endpoint({
  name: 'attendance.reopen',
  ...writes,
  path: '/api/class-sessions/:classSessionId/reopen',
  says: { vi: 'Mở lại một buổi đã chốt', en: 'Open a closed session again' },
  input: Type.Object({ ...ofSession, because: Words(500) }),
  output: Done,
})

export const checkPage = endpoint({
  name: 'attendance.checkPage',
  ...writes,
  path: '/api/training-classes/signed-sheets/check',
  says: { vi: 'Xem bản quét tờ điểm danh có nhận được không', en: 'Whether a scan of the sheet can be taken' },
  input: Type.Object({}),
  /** Why it cannot be taken; null where it can. */
  output: Type.Object({ fault: Nullable(Type.Object({ vi: Type.String(), en: Type.String() })) }),
  upload: { maxBytes: scanBytes },
  reads: true,
})

/** Multipart: `file` is the scan or photograph of a signed page (PDF, JPEG or PNG, at most 20 MB). */
export const keepPage = endpoint({
  name: 'attendance.keepPage',
  ...writes,
  path: '/api/training-classes/:trainingClassId/signed-sheets',
  says: { vi: 'Lưu trang điểm danh đã ký', en: 'Keep a signed page of the sheet' },
  input: Type.Object({ ...ofClass, note: PrintableLine(200) }),
  upload: { maxBytes: scanBytes },
  output: Type.Object(ofClass),
})
export const dropPage = endpoint({
  name: 'attendance.dropPage',
  ...writes,
  path: '/api/training-classes/:trainingClassId/signed-sheets/:fileId/drop',
  says: { vi: 'Ghi trang điểm danh lưu nhầm', en: 'Say that a kept page is the wrong one' },
  input: Type.Object({ ...ofClass, fileId: IdOf<'file'>(), because: Words(500) }),
  output: Type.Object(ofClass),
})
export const signedPage = endpoint({
  name: 'attendance.page',
  ...reads,
  path: '/api/training-classes/:trainingClassId/signed-sheets/:fileId',
  says: { vi: 'Bản quét một trang điểm danh', en: 'The scan of a signed page of the sheet' },
  input: Type.Object({ ...ofClass, fileId: IdOf<'file'>() }),
  document: true,
  output: Type.Unknown(),
})
