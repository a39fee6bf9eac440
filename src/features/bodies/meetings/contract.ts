/** The calls of meetings: what a body meets for, what it gives to do, and who has done it. */
import { Type } from 'typebox'
import { scanBytes } from '#features/papers/model.ts'
import { CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, PrintableText, seenOf, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { bodyButtons } from '../contract.ts'
import { MemberRoleSchema, MemberView } from '../model.ts'
import { Calling, EarlierPage, Minutes, MinutesSaid, Moved, TaskView } from './model.ts'

const reads = { method: 'GET', right: 'body.read' } as const
const writes = { method: 'POST', right: 'body.write' } as const
const ofBody = { bodyId: IdOf<'body'>() }
const ofMeeting = { meetingId: IdOf<'body_meeting'>() }
const Done = Type.Object(ofBody)

export const showMeeting = endpoint({
  name: 'bodies.meeting',
  ...reads,
  path: '/api/meetings/:meetingId',
  says: { vi: 'Một cuộc họp: giấy mời, biên bản, việc giao', en: 'One meeting: invitation, minutes, tasks' },
  input: Type.Object(ofMeeting),
  output: Type.Object({
    ...ofMeeting,
    ...ofBody,
    bodyName: Type.String(),
    unitName: Type.String(),
    ...Calling,
    ...Minutes,
    /** Who sits in the body on the day of the meeting. */
    members: Type.Array(MemberView),
    /** What the minutes say on paper, as they were kept with their signed page or say it now; null where not written. */
    minutes: Nullable(MinutesSaid),
    isSigned: Type.Boolean(),
    /** The signed page that stands, and those that it took the place of, the first first. */
    page: Nullable(IdOf<'file'>()),
    earlierPages: Type.Array(EarlierPage),
    calledOff: Nullable(Type.String()),
    /** What it was moved from, the first first. */
    moves: Type.Array(Moved),
    tasks: Type.Array(TaskView),
    can: CanSchema(bodyButtons),
  }),
})
export const meetingTasksFile = listFile(showMeeting, {
  name: 'bodies.meetingTasksFile',
  path: '/api/meetings/:meetingId/tasks/file',
})

export const callMeeting = endpoint({
  name: 'bodies.callMeeting',
  ...writes,
  path: '/api/bodies/:bodyId/meetings',
  says: { vi: 'Mời họp', en: 'Call a meeting' },
  input: Type.Object({ ...ofBody, ...ofMeeting, ...Calling }),
  output: Type.Object({ ...ofBody, ...ofMeeting }),
})

const Written = Type.Object({ ...Calling, ...Minutes })
export const writeMeeting = endpoint({
  name: 'bodies.writeMeeting',
  ...writes,
  path: '/api/meetings/:meetingId/change',
  says: { vi: 'Sửa giấy mời, ghi biên bản', en: 'Change the invitation, write the minutes' },
  /** `past`: moved to a time that is over: whoever moves it was asked. */
  input: Type.Object({
    ...ofMeeting,
    ...Type.Partial(Written).properties,
    ...seenOf(Written),
    past: Type.Optional(Type.Boolean()),
  }),
  output: Done,
})

export const callOffMeeting = endpoint({
  name: 'bodies.callOffMeeting',
  ...writes,
  path: '/api/meetings/:meetingId/call-off',
  says: { vi: 'Hủy cuộc họp', en: 'Call a meeting off' },
  input: Type.Object({ ...ofMeeting, because: Words(500) }),
  output: Done,
})

export const checkSigned = endpoint({
  name: 'bodies.checkSigned',
  ...writes,
  path: '/api/meetings/signed/check',
  says: {
    vi: 'Xem bản quét biên bản có nhận được không, chưa ghi',
    en: 'Whether a scan of minutes can be taken, write nothing',
  },
  input: Type.Object({}),
  /** Why it cannot be taken; null where it can. */
  output: Type.Object({ fault: Nullable(Type.Object({ vi: Type.String(), en: Type.String() })) }),
  upload: { maxBytes: scanBytes },
  reads: true,
})

/** Multipart: `file` is the scan of the signed page (PDF, JPEG or PNG, at most 20 MB). */
export const keepMinutes = endpoint({
  name: 'bodies.keepMinutes',
  ...writes,
  path: '/api/meetings/:meetingId/signed',
  says: { vi: 'Lưu biên bản đã ký', en: 'Keep the signed minutes' },
  /** `fingerprint`: of the minutes as they were looked at beside the page. */
  input: Type.Object({ ...ofMeeting, fingerprint: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
  upload: { maxBytes: scanBytes },
  output: Done,
})

/** Multipart, as `bodies.keepMinutes`: the page that was kept is another's, or cannot be read. */
export const replaceSigned = endpoint({
  name: 'bodies.replaceSigned',
  ...writes,
  path: '/api/meetings/:meetingId/signed/replace',
  says: { vi: 'Thay bản ký lưu nhầm của biên bản', en: 'Replace a wrong signed page of minutes' },
  /** `scanId`: the page that was seen. */
  input: Type.Object({ ...ofMeeting, scanId: IdOf<'file'>(), because: Words(500) }),
  upload: { maxBytes: scanBytes },
  output: Done,
})

const document = <const P extends string>(name: string, path: P, says: { vi: string; en: string }) =>
  ({ name, ...reads, path, says, document: true, input: Type.Object(ofMeeting), output: Type.Unknown() }) as const

export const invitationPdf = endpoint(
  document('bodies.invitationPdf', '/api/meetings/:meetingId/giay-moi.pdf', {
    vi: 'Giấy mời họp (PDF)',
    en: 'The invitation (PDF)',
  }),
)
export const invitationDocx = endpoint(
  document('bodies.invitationDocx', '/api/meetings/:meetingId/giay-moi.docx', {
    vi: 'Giấy mời họp (Word)',
    en: 'The invitation (Word)',
  }),
)
export const minutesPdf = endpoint(
  document('bodies.minutesPdf', '/api/meetings/:meetingId/bien-ban.pdf', {
    vi: 'Biên bản họp, hai bản (PDF)',
    en: 'The minutes in two copies (PDF)',
  }),
)
export const minutesDocx = endpoint(
  document('bodies.minutesDocx', '/api/meetings/:meetingId/bien-ban.docx', {
    vi: 'Biên bản họp, hai bản (Word)',
    en: 'The minutes in two copies (Word)',
  }),
)
export const signedMinutes = endpoint({
  ...document('bodies.signedMinutes', '/api/meetings/:meetingId/ban-ky', {
    vi: 'Bản quét biên bản đã ký',
    en: 'The scan of the signed minutes',
  }),
  /** `scanId`: one of the pages that stood before. */
  input: Type.Object({ ...ofMeeting, scanId: Type.Optional(IdOf<'file'>()) }),
})

export const giveTask = endpoint({
  name: 'bodies.giveTask',
  ...writes,
  path: '/api/meetings/:meetingId/tasks',
  says: { vi: 'Giao việc sau cuộc họp', en: 'Give a task of a meeting' },
  input: Type.Object({
    ...ofMeeting,
    taskId: IdOf<'body_task'>(),
    officialId: IdOf<'official'>(),
    what: PrintableText(500),
    due: PlainDateSchema,
    /** Given although the person has the same one of this body to do: whoever gives it was asked. */
    also: Type.Optional(Type.Boolean()),
  }),
  output: Done,
})

export const finishTask = endpoint({
  name: 'bodies.finishTask',
  ...writes,
  path: '/api/body-tasks/:taskId/done',
  says: { vi: 'Ghi việc đã xong', en: 'Record that a task is done' },
  input: Type.Object({ taskId: IdOf<'body_task'>(), on: PlainDateSchema }),
  output: Done,
})

/** Whoever owes a task says so, whatever else they may write. */
export const finishMine = endpoint({
  name: 'bodies.finishMine',
  method: 'POST',
  right: 'signed_in',
  path: '/api/work/body-tasks/:taskId/done',
  says: { vi: 'Ghi việc của tôi đã xong', en: 'Record that a task of mine is done' },
  input: finishTask.input,
  output: Done,
})

export const takeTaskBack = endpoint({
  name: 'bodies.takeTaskBack',
  ...writes,
  path: '/api/body-tasks/:taskId/take-back',
  says: { vi: 'Rút việc đã giao', en: 'Take a task back' },
  input: Type.Object({ taskId: IdOf<'body_task'>(), because: Words(500) }),
  output: Done,
})

export const reopenTask = endpoint({
  name: 'bodies.reopenTask',
  ...writes,
  path: '/api/body-tasks/:taskId/reopen',
  says: { vi: 'Mở lại việc đã ghi nhầm là xong', en: 'Open a task again that was recorded as done by mistake' },
  input: Type.Object({
    taskId: IdOf<'body_task'>(),
    because: Words(500),
    /** The day on which it was seen to be done. */
    seen: PlainDateSchema,
  }),
  output: Done,
})

/** Whoever owes a task reads it, whatever else they may see; the head of a body reads what it gave. */
export const myTasks = endpoint({
  name: 'bodies.myTasks',
  method: 'GET',
  right: 'signed_in',
  path: '/api/work/body-tasks',
  says: {
    vi: 'Việc các Ban giao cho tôi, và việc của Ban tôi đứng đầu',
    en: 'Tasks given to me, and those of bodies I head',
  },
  /** `over`: those that are done or were taken back, in place of those that are open. */
  input: Type.Object({ over: Type.Optional(Type.Boolean()) }),
  output: Type.Object({
    tasks: Type.Array(
      Type.Object({
        taskId: IdOf<'body_task'>(),
        ...ofMeeting,
        ...ofBody,
        bodyName: Type.String(),
        what: Type.String(),
        due: PlainDateSchema,
        heldOn: PlainDateSchema,
        name: Type.String(),
        /** Whether it is mine to do; else of a body that I head. */
        mine: Type.Boolean(),
        heads: Type.Boolean(),
        late: Type.Boolean(),
        doneOn: Nullable(PlainDateSchema),
        takenBack: Nullable(Type.String()),
        /** Whether its meeting can be opened. */
        opens: Type.Boolean(),
      }),
    ),
  }),
})
export const myTasksFile = listFile(myTasks, { name: 'bodies.myTasksFile', path: '/api/work/body-tasks/file' })

export const myMeetings = endpoint({
  name: 'bodies.myMeetings',
  method: 'GET',
  right: 'signed_in',
  path: '/api/work/meetings',
  says: { vi: 'Các cuộc họp tôi được mời', en: 'Meetings to which I am invited' },
  input: Type.Object({}),
  output: Type.Object({
    meetings: Type.Array(
      Type.Object({
        ...ofMeeting,
        bodyName: Type.String(),
        on: PlainDateSchema,
        time: Nullable(Type.String()),
        place: Type.String(),
        agenda: Type.Array(Type.String()),
        /** What it was moved from, the first first. */
        moves: Type.Array(Moved),
        calledOff: Nullable(Type.String()),
        /** Whether it can be opened: who is invited may read no body of that unit. */
        opens: Type.Boolean(),
      }),
    ),
  }),
})

export const myInvitation = endpoint({
  name: 'bodies.myInvitation',
  method: 'GET',
  right: 'signed_in',
  path: '/api/work/meetings/:meetingId',
  says: { vi: 'Giấy mời họp gửi tôi', en: 'An invitation to me' },
  input: Type.Object(ofMeeting),
  output: Type.Object({
    ...ofMeeting,
    bodyName: Type.String(),
    unitName: Type.String(),
    ...Calling,
    moves: Type.Array(Moved),
    calledOff: Nullable(Type.String()),
    /** Who is invited, with what they are in the body. */
    members: Type.Array(Type.Object({ name: Type.String(), role: MemberRoleSchema })),
    /** What was decided, as the signed minutes say it; null before they are signed. */
    minutes: Nullable(MinutesSaid),
  }),
})
const ofMine = <const P extends string>(name: string, path: P, says: { vi: string; en: string }) =>
  ({ ...document(name, path, says), right: 'signed_in' }) as const
export const myInvitationPdf = endpoint(
  ofMine('bodies.myInvitationPdf', '/api/work/meetings/:meetingId/giay-moi.pdf', {
    vi: 'Giấy mời họp gửi tôi (PDF)',
    en: 'An invitation to me (PDF)',
  }),
)
export const myInvitationDocx = endpoint(
  ofMine('bodies.myInvitationDocx', '/api/work/meetings/:meetingId/giay-moi.docx', {
    vi: 'Giấy mời họp gửi tôi (Word)',
    en: 'An invitation to me (Word)',
  }),
)
export const myMinutesPdf = endpoint(
  ofMine('bodies.myMinutesPdf', '/api/work/meetings/:meetingId/bien-ban.pdf', {
    vi: 'Biên bản cuộc họp tôi được mời (PDF)',
    en: 'Minutes of a meeting to which I was invited (PDF)',
  }),
)
export const mySignedMinutes = endpoint(
  ofMine('bodies.mySignedMinutes', '/api/work/meetings/:meetingId/ban-ky', {
    vi: 'Bản quét biên bản đã ký của cuộc họp tôi được mời',
    en: 'The signed page of a meeting to which I was invited',
  }),
)

export const myMinutes = endpoint({
  name: 'bodies.myMinutes',
  method: 'GET',
  right: 'signed_in',
  path: '/api/work/minutes',
  says: { vi: 'Biên bản đã ký của các cuộc họp tôi được mời', en: 'Signed minutes of meetings to which I was invited' },
  input: Type.Object({}),
  /** The latest first, at most 50. */
  output: Type.Object({
    meetings: Type.Array(
      Type.Object({
        ...ofMeeting,
        bodyName: Type.String(),
        on: PlainDateSchema,
        time: Nullable(Type.String()),
        place: Type.String(),
        opens: Type.Boolean(),
      }),
    ),
  }),
})
