/** The code on the screen of a session, who comes by it, and who came without a seat. */
import { type Static, Type } from 'typebox'
import { IdOf } from '#kernel/ids.ts'
import { Nullable } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'
import { MarkSchema } from '../attendance/model.ts'

/** A code is another every so many seconds, and is taken for so many. */
export const codeSeconds = 5
export const oldestSeconds = 15
export const codeDigits = 8
export const CodeSchema = Type.String({ pattern: '^[0-9]{8}$' })

export const outcomes = {
  in: { vi: 'Đã điểm danh: có mặt.', en: 'You are marked as present.' },
  late: { vi: 'Đã điểm danh: đến muộn (sau giờ bắt đầu).', en: 'You are marked as late: after it began.' },
  already: { vi: 'Bạn đã được ghi từ trước.', en: 'You were recorded before.' },
  walk_in: {
    vi: 'Bạn không có tên trong lớp này. Nếu vẫn đến học, hãy báo để người tổ chức ghi thêm.',
    en: 'You have no seat in this class. If you came all the same, say so, and who holds it will add you.',
  },
} as const satisfies Record<string, Said>
export type Outcome = keyof typeof outcomes

export const walkInStates = {
  offered: { vi: 'Chưa báo', en: 'Not answered' },
  taken: { vi: 'Chờ ghép', en: 'To be matched' },
  matched: { vi: 'Đã ghép', en: 'Matched' },
  undone: { vi: 'Đã bỏ', en: 'Undone' },
} as const satisfies Record<string, Said>
export type WalkInState = keyof typeof walkInStates

export const WalkInRow = Type.Object({
  classWalkInId: IdOf<'class_walk_in'>(),
  name: Type.String(),
  state: Type.Unsafe<WalkInState>(Type.Enum(Object.keys(walkInStates) as WalkInState[])),
  /** Whom of the roster they are, or may be: the official of their account. */
  officialId: Nullable(IdOf<'official'>()),
  officialName: Nullable(Type.String()),
  byCode: Type.Boolean(),
  /** They are, or may be, who asks: somebody else matches them. */
  own: Type.Boolean(),
  at: Type.String(),
  settledBy: Nullable(Type.String()),
  because: Type.String(),
})
export type WalkIn = Static<typeof WalkInRow>

export const MySession = Type.Object({
  classSessionId: IdOf<'class_session'>(),
  title: Type.String(),
  from: Type.String(),
  until: Type.String(),
  place: Type.String(),
  role: Type.Unsafe<'trainer' | 'learner'>(Type.Enum(['trainer', 'learner'])),
  mark: Nullable(MarkSchema),
  closed: Type.Boolean(),
  /** Whether its code is shown and taken now. */
  code: Type.Boolean(),
})
export type MySession = Static<typeof MySession>
