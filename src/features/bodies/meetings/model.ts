/** What a meeting says: its invitation, its minutes, what it gave to do. */
import { type Static, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, PrintableLine, PrintableText } from '#kernel/schema.ts'

/** What is typed a line each: how many letters a line has, and how many lines there are. */
export const agendaAtMost = { letters: 300, lines: 20 }
export const conclusionsAtMost = { letters: 1000, lines: 50 }
const linesOf = ({ letters, lines }: typeof agendaAtMost, minItems: number) =>
  Type.Array(PrintableText(letters), { minItems, maxItems: lines })

/** An invitation. */
export const Calling = {
  on: PlainDateSchema,
  time: Nullable(Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' })),
  place: PrintableText(200),
  agenda: linesOf(agendaAtMost, 1),
}
/** When and where a meeting was to be before it was moved. */
export const Moved = Type.Object({ on: Calling.on, time: Calling.time, place: Type.String() })
export type Moved = Static<typeof Moved>

/** Minutes: members by their ids in the roster, others by name. */
export const Minutes = {
  present: Type.Array(IdOf<'official'>(), { maxItems: 100 }),
  guests: PrintableLine(1000),
  /** Who of those there chaired in the place of the head; null where the head did. */
  chairedBy: Nullable(IdOf<'official'>()),
  /** Point by point. */
  conclusions: linesOf(conclusionsAtMost, 0),
}

/** Minutes as their paper says them, by name. */
export const MinutesSaid = Type.Object({
  /** Of what the paper says; null of minutes that were signed before there was one. */
  fingerprint: Nullable(Type.String()),
  present: Type.Array(Type.String()),
  absent: Type.Array(Type.String()),
  /** Null where it names nobody. */
  chair: Nullable(Type.String()),
  guests: Type.String(),
  conclusions: Type.Array(Type.String()),
  tasks: Type.Array(Type.Object({ name: Type.String(), what: Type.String(), due: PlainDateSchema })),
})
export type MinutesSaid = Static<typeof MinutesSaid>

export const MeetingLine = Type.Object({
  meetingId: IdOf<'body_meeting'>(),
  on: PlainDateSchema,
  time: Nullable(Type.String()),
  place: Type.String(),
  agenda: Type.Array(Type.String()),
  hasMinutes: Type.Boolean(),
  isSigned: Type.Boolean(),
  calledOff: Nullable(Type.String()),
})
export type MeetingLine = Static<typeof MeetingLine>

export const TaskView = Type.Object({
  taskId: IdOf<'body_task'>(),
  meetingId: IdOf<'body_meeting'>(),
  heldOn: PlainDateSchema,
  officialId: IdOf<'official'>(),
  name: Type.String(),
  what: Type.String(),
  due: PlainDateSchema,
  doneOn: Nullable(PlainDateSchema),
  takenBack: Nullable(Type.String()),
  late: Type.Boolean(),
})
export type BodyTask = Static<typeof TaskView>

/** What one person owes, of whatever body. */
export const OwedTask = Type.Object({ ...TaskView.properties, bodyName: Type.String() })
export type OwedTask = Static<typeof OwedTask>

/** A signed page that another has taken the place of: until which day it stood, and why. */
export const EarlierPage = Type.Object({ page: IdOf<'file'>(), until: PlainDateSchema, because: Type.String() })
export type EarlierPage = Static<typeof EarlierPage>
