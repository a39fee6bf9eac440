/** The calls of bodies: which there are, and who sits in them. */
import { Type } from 'typebox'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, seenOf, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { MeetingLine, OwedTask, TaskView } from './meetings/model.ts'
import {
  BodyKindSchema,
  BodyRuleView,
  Founding,
  MemberRoleSchema,
  MemberView,
  OriginSchema,
  SeatLine,
  SittingLine,
} from './model.ts'

const reads = { method: 'GET', right: 'body.read' } as const
const writes = { method: 'POST', right: 'body.write' } as const
const ofBody = { bodyId: IdOf<'body'>() }
const Done = Type.Object(ofBody)

export const bodyButtons = { write: { right: 'body.write' } } as const satisfies Buttons
/** Of a body that was dissolved the last alone stands, of one that was not the others. */
export const pageButtons = { ...bodyButtons, correct: { right: 'body.write' } } as const satisfies Buttons

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
    /** Those alone of which a member has died whose end is not recorded. */
    gone: Type.Optional(Type.Boolean()),
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
  input: Type.Object({
    ...ofBody,
    day: Type.Optional(PlainDateSchema),
    /** Members of all days, those entered by mistake among them. */
    allMembers: Type.Optional(Type.Boolean()),
  }),
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
    can: CanSchema(pageButtons),
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
    /** Entered although the unit has one of this kind and name in the same time: whoever enters it was asked. */
    also: Type.Optional(Type.Boolean()),
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
  input: Type.Object({
    ...ofBody,
    last: PlainDateSchema,
    because: Words(500),
    /** There never was one: the last day does not count, and nobody ever sat in it. */
    mistaken: Type.Optional(Type.Boolean()),
  }),
  output: Done,
})

export const correctDissolution = endpoint({
  name: 'bodies.correctDissolution',
  ...writes,
  path: '/api/bodies/:bodyId/dissolve/correct',
  says: { vi: 'Sửa việc giải thể đã ghi sai', en: 'Correct a dissolution that was entered wrongly' },
  input: Type.Object({
    ...ofBody,
    /** Null where the body was not dissolved: it goes on as long as its term. */
    last: Nullable(PlainDateSchema),
    because: Words(500),
    /** The first day without it that was seen. */
    seen: PlainDateSchema,
  }),
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

export const correctEnd = endpoint({
  name: 'bodies.correctEnd',
  ...writes,
  path: '/api/body-members/:bodyMemberId/correct-end',
  says: {
    vi: 'Sửa việc thôi là thành viên đã ghi sai',
    en: 'Correct the end of a membership that was entered wrongly',
  },
  input: Type.Object({
    bodyMemberId: IdOf<'body_member'>(),
    /** Null where the membership goes on, as long as its body. */
    last: Nullable(PlainDateSchema),
    because: Words(500),
    /** The end that was seen. */
    seen: Nullable(PlainDateSchema),
  }),
  output: Done,
})

export const listMembers = endpoint({
  name: 'bodies.members',
  ...reads,
  path: '/api/areas/:areaId/body-members',
  says: { vi: 'Thành viên các Ban của một đơn vị trong một ngày', en: 'Members of the bodies of a unit on a day' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    day: Type.Optional(PlainDateSchema),
    kind: Type.Optional(BodyKindSchema),
    role: Type.Optional(MemberRoleSchema),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    day: PlainDateSchema,
    areaName: Type.String(),
    total: Count,
    rows: Type.Array(SittingLine),
    can: CanSchema(bodyButtons),
  }),
})
/** Under the headings of the template: what leaves here comes in again. */
export const allMembersFile = listFile(listMembers, {
  name: 'bodies.allMembersFile',
  path: '/api/areas/:areaId/body-members/file',
})

export const showSeats = endpoint({
  name: 'bodies.ofOfficial',
  ...reads,
  path: '/api/officials/:officialId/bodies',
  says: {
    vi: 'Các Ban mà một cán bộ là thành viên, việc được giao',
    en: 'Bodies in which an official sits, tasks given',
  },
  input: Type.Object({ officialId: IdOf<'official'>() }),
  output: Type.Object({ name: Type.String(), seats: Type.Array(SeatLine), tasks: Type.Array(OwedTask) }),
})
export const seatsFile = listFile(showSeats, {
  name: 'bodies.seatsFile',
  path: '/api/officials/:officialId/bodies/file',
})
export const owedFile = listFile(showSeats, {
  name: 'bodies.owedFile',
  path: '/api/officials/:officialId/bodies/tasks/file',
})
