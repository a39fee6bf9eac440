/** The calls of bodies: which there are, who sits in them, what they meet for and what they give to do. */
import { Type } from 'typebox'
import { scanBytes } from '#features/papers/model.ts'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableText, seenOf, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import {
  BodyKindSchema,
  BodyRuleView,
  Calling,
  Founding,
  MeetingLine,
  MemberRoleSchema,
  MemberView,
  Minutes,
  OriginSchema,
  TaskView,
} from './model.ts'

const reads = { method: 'GET', right: 'body.read' } as const
const writes = { method: 'POST', right: 'body.write' } as const
const ofBody = { bodyId: IdOf<'body'>() }
const ofMeeting = { meetingId: IdOf<'body_meeting'>() }
const Done = Type.Object(ofBody)

export const bodyButtons = { write: { right: 'body.write' } } as const satisfies Buttons

export const listBodies = endpoint({
  name: 'bodies.list',
  ...reads,
  path: '/api/areas/:areaId/bodies',
  says: { vi: 'Các Ban của một đơn vị trong một ngày', en: 'Bodies of a unit on a day' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    day: Type.Optional(PlainDateSchema),
    kind: Type.Optional(BodyKindSchema),
    /** Those of all days, the ended ones among them. */
    all: Type.Optional(Type.Boolean()),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    day: PlainDateSchema,
    areaName: Type.String(),
    total: Count,
    rows: Type.Array(
      Type.Object({
        ...ofBody,
        kind: BodyKindSchema,
        name: Type.String(),
        unitName: Type.String(),
        head: Nullable(Type.String()),
        members: Count,
        from: PlainDateSchema,
        until: Nullable(PlainDateSchema),
        /** The first day without its unit, where that has ended. */
        unitEnded: Nullable(PlainDateSchema),
        open: Count,
        late: Count,
      }),
    ),
    can: CanSchema(bodyButtons),
  }),
})
export const bodiesFile = listFile(listBodies, { name: 'bodies.listFile', path: '/api/areas/:areaId/bodies/file' })

export const searchBodies = endpoint({
  name: 'bodies.search',
  ...reads,
  path: '/api/bodies/search',
  says: { vi: 'Tìm Ban theo tên', en: 'Find bodies by name' },
  input: Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }) }),
  output: Type.Object({
    bodies: Type.Array(Type.Object({ ...ofBody, kind: BodyKindSchema, name: Type.String(), unitName: Type.String() })),
  }),
})

export const showBody = endpoint({
  name: 'bodies.show',
  ...reads,
  path: '/api/bodies/:bodyId',
  says: {
    vi: 'Một Ban: thành viên trong một ngày, cuộc họp, việc giao',
    en: 'One body: members on a day, meetings, tasks',
  },
  input: Type.Object({ ...ofBody, day: Type.Optional(PlainDateSchema) }),
  output: Type.Object({
    ...ofBody,
    day: PlainDateSchema,
    kind: BodyKindSchema,
    unitId: IdOf<'area'>(),
    unitName: Type.String(),
    unitEnded: Nullable(PlainDateSchema),
    ...Founding,
    from: PlainDateSchema,
    dissolvedBecause: Nullable(Type.String()),
    /** What the law says of its members on the day. */
    rules: Type.Array(BodyRuleView),
    members: Type.Array(MemberView),
    meetings: Type.Array(MeetingLine),
    tasks: Type.Array(TaskView),
    can: CanSchema(bodyButtons),
  }),
})
export const membersFile = listFile(showBody, { name: 'bodies.membersFile', path: '/api/bodies/:bodyId/members/file' })
export const meetingsFile = listFile(showBody, {
  name: 'bodies.meetingsFile',
  path: '/api/bodies/:bodyId/meetings/file',
})
export const tasksFile = listFile(showBody, { name: 'bodies.tasksFile', path: '/api/bodies/:bodyId/tasks/file' })

export const addBody = endpoint({
  name: 'bodies.add',
  ...writes,
  path: '/api/bodies',
  says: { vi: 'Ghi một Ban được thành lập', en: 'Enter a body that was founded' },
  input: Type.Object({
    ...ofBody,
    unitId: IdOf<'area'>(),
    kind: BodyKindSchema,
    from: PlainDateSchema,
    ...Founding,
  }),
  output: Done,
})

export const changeBody = endpoint({
  name: 'bodies.change',
  ...writes,
  path: '/api/bodies/:bodyId/change',
  says: { vi: 'Sửa thông tin của một Ban', en: 'Change what is known of a body' },
  input: Type.Object({
    ...ofBody,
    ...Type.Partial(Type.Object(Founding)).properties,
    ...seenOf(Type.Object(Founding)),
  }),
  output: Done,
})

export const dissolveBody = endpoint({
  name: 'bodies.dissolve',
  ...writes,
  path: '/api/bodies/:bodyId/dissolve',
  says: { vi: 'Ghi một Ban giải thể', en: 'Record that a body is dissolved' },
  input: Type.Object({ ...ofBody, last: PlainDateSchema, because: Words(500) }),
  output: Done,
})

export const addMember = endpoint({
  name: 'bodies.addMember',
  ...writes,
  path: '/api/bodies/:bodyId/members',
  says: { vi: 'Ghi một thành viên của Ban', en: 'Enter a member of a body' },
  input: Type.Object({
    ...ofBody,
    bodyMemberId: IdOf<'body_member'>(),
    officialId: IdOf<'official'>(),
    role: MemberRoleSchema,
    comesFrom: Nullable(OriginSchema),
    from: PlainDateSchema,
    until: Nullable(PlainDateSchema),
  }),
  output: Done,
})

export const endMember = endpoint({
  name: 'bodies.endMember',
  ...writes,
  path: '/api/body-members/:bodyMemberId/end',
  says: { vi: 'Thôi là thành viên của Ban', en: 'End a membership' },
  input: Type.Object({
    bodyMemberId: IdOf<'body_member'>(),
    last: PlainDateSchema,
    because: Words(500),
    /** It was entered by mistake and never held. */
    mistaken: Type.Optional(Type.Boolean()),
  }),
  output: Done,
})

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
    isSigned: Type.Boolean(),
    calledOff: Nullable(Type.String()),
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
  input: Type.Object({ ...ofMeeting, ...Type.Partial(Written).properties, ...seenOf(Written) }),
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

/** Multipart: `file` is the scan of the signed page (PDF, JPEG or PNG, at most 20 MB). */
export const keepMinutes = endpoint({
  name: 'bodies.keepMinutes',
  ...writes,
  path: '/api/meetings/:meetingId/signed',
  says: { vi: 'Lưu biên bản đã ký', en: 'Keep the signed minutes' },
  input: Type.Object(ofMeeting),
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
export const signedMinutes = endpoint(
  document('bodies.signedMinutes', '/api/meetings/:meetingId/ban-ky', {
    vi: 'Bản quét biên bản đã ký',
    en: 'The scan of the signed minutes',
  }),
)

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
  input: Type.Object({}),
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
        /** Whether its meeting can be opened. */
        opens: Type.Boolean(),
      }),
    ),
  }),
})
export const myTasksFile = listFile(myTasks, { name: 'bodies.myTasksFile', path: '/api/work/body-tasks/file' })
