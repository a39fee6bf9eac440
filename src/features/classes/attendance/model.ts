/** Who was in which session, how many heads were counted there, and what that means for a turn. */
import { type Static, Type } from 'typebox'
import { CanSchema } from '#kernel/buttons.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'
import { Slot } from '../sessions/model.ts'

/** `key`: what is typed for it in the grid; `there`: whether a head is counted; `halves`: of a session, for a share. */
export const marks = {
  present: { vi: 'Có mặt', en: 'Present', key: 'c', short: { vi: 'C', en: 'P' }, there: true, halves: 2 },
  late: { vi: 'Đến muộn', en: 'Late', key: 'm', short: { vi: 'M', en: 'L' }, there: true, halves: 2 },
  half: { vi: 'Nửa buổi', en: 'Half of it', key: 'n', short: { vi: '½', en: '½' }, there: true, halves: 1 },
  excused: {
    vi: 'Vắng có phép',
    en: 'Absent with leave',
    key: 'p',
    short: { vi: 'P', en: 'A' },
    there: false,
    halves: 0,
  },
  unexcused: {
    ...{ vi: 'Vắng không phép', en: 'Absent without leave', key: 'k', short: { vi: 'K', en: 'X' } },
    ...{ there: false, halves: 0 },
  },
} as const satisfies Record<string, Said & { key: string; short: Said; there: boolean; halves: 0 | 1 | 2 }>
export type Mark = keyof typeof marks
export const markNames = Object.keys(marks) as Mark[]
export const MarkSchema = Type.Unsafe<Mark>(Type.Enum(markNames))

export const ways = {
  paper: { vi: 'theo tờ điểm danh', en: 'from the signed sheet' },
  code: { vi: 'bằng mã', en: 'by the code' },
  hand: { vi: 'ghi tay', en: 'by hand' },
  match: { vi: 'ghép người đến thêm', en: 'a walk-in, matched' },
} as const satisfies Record<string, Said>
export type Way = keyof typeof ways
export const WaySchema = Type.Unsafe<Way>(Type.Enum(Object.keys(ways) as Way[]))
/** What is typed here: by the code people come themselves, and who came without a seat is matched. */
export const TypedWaySchema = Type.Unsafe<'paper' | 'hand'>(Type.Enum(['paper', 'hand']))

/** `code`: it is shown, from a little before the session begins until it ends. */
export const attendanceButtons = {
  mark: { right: 'class.manage' },
  count: { right: 'class.manage' },
  code: { right: 'class.manage' },
  reopen: { right: 'class.manage' },
} as const
export type AttendanceDeed = keyof typeof attendanceButtons

const Made = {
  mark: Nullable(MarkSchema),
  how: WaySchema,
  by: Type.String(),
  at: Type.String(),
  because: Type.String(),
}
export const LearnerRow = Type.Object({
  officialId: IdOf<'official'>(),
  /** It is who asks: somebody else marks them. */
  own: Type.Boolean(),
  name: Type.String(),
  fromName: Type.String(),
  /** Null: nobody has said anything yet. */
  mark: Nullable(MarkSchema),
  how: Nullable(WaySchema),
  by: Nullable(Type.String()),
  at: Nullable(Type.String()),
  /** They came by the code when the heads had been counted. */
  afterCount: Type.Boolean(),
  because: Type.String(),
  /** What was said of them before, the first first. */
  earlier: Type.Array(Type.Object(Made)),
  /** They came into the class at a later session than this one. */
  notYet: Type.Boolean(),
})
export type Learner = Static<typeof LearnerRow>

export const SessionStanding = Type.Object({
  classSessionId: IdOf<'class_session'>(),
  ...Slot,
  begun: Type.Boolean(),
  /** Whether people can be marked as being there: from a little before it begins. */
  opens: Type.Boolean(),
  /** Heads as they were counted; null: not counted. */
  heads: Nullable(Count),
  closed: Type.Boolean(),
  /** Why heads and marks differ, or why it was opened again. */
  because: Type.String(),
  /** Who are marked as being there, and of whom nothing is said. */
  there: Count,
  unmarked: Count,
})
export type SessionStanding = Static<typeof SessionStanding>

/** What a province lays down for a turn; null: nothing. */
export const ShareView = Nullable(Type.Object({ value: Count, legalReference: Type.String() }))
export type Share = Static<typeof ShareView>

export const ClassLearner = Type.Object({
  officialId: IdOf<'official'>(),
  name: Type.String(),
  fromName: Type.String(),
  /** By session, in the order of the class. */
  marks: Type.Array(Nullable(MarkSchema)),
  /** At which of the sessions they came into the class: 0, or later where they came without a seat. */
  since: Count,
  /** Of whom the sessions so far are enough; null while a session is not closed. */
  fulfils: Nullable(Type.Boolean()),
})
export type ClassLearner = Static<typeof ClassLearner>

/** A page of the signed sheet, scanned or photographed. */
export const SignedPage = Type.Object({
  fileId: IdOf<'file'>(),
  note: Type.String(),
  by: Type.String(),
  at: Type.String(),
  /** Why it counts no more; null: it does. */
  outBecause: Nullable(Type.String()),
})
export type SignedPage = Static<typeof SignedPage>

export const SheetView = Type.Object({
  ...SessionStanding.properties,
  trainingClassId: IdOf<'training_class'>(),
  title: Type.String(),
  learners: Type.Array(LearnerRow),
  can: CanSchema(attendanceButtons),
})
