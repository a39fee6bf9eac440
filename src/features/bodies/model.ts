/** The words of bodies: which there are, who is what in one, where a member of a supervision board comes from. */
import { type Static, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, PrintableLine, PrintableText, SaidSchema } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

export const bodyKinds = ['steering', 'supervision'] as const
export type BodyKind = (typeof bodyKinds)[number]
export const BodyKindSchema = Type.Unsafe<BodyKind>(Type.Enum([...bodyKinds]))
export const bodyKindWords: Readonly<Record<BodyKind, Said>> = {
  steering: { vi: 'Ban Chỉ đạo', en: 'Steering committee' },
  supervision: { vi: 'Ban Giám sát đầu tư của cộng đồng', en: 'Community investment supervision board' },
}

export const memberRoles = ['head', 'standing_deputy', 'deputy', 'member', 'secretary'] as const
export type MemberRole = (typeof memberRoles)[number]
export const MemberRoleSchema = Type.Unsafe<MemberRole>(Type.Enum([...memberRoles]))
export const memberRoleWords: Readonly<Record<MemberRole, Said>> = {
  head: { vi: 'Trưởng ban', en: 'Head' },
  standing_deputy: { vi: 'Phó Trưởng ban thường trực', en: 'Standing deputy head' },
  deputy: { vi: 'Phó Trưởng ban', en: 'Deputy head' },
  member: { vi: 'Thành viên', en: 'Member' },
  secretary: { vi: 'Thư ký', en: 'Secretary' },
}

export const origins = ['front', 'inspectorate', 'residents'] as const
export type Origin = (typeof origins)[number]
export const OriginSchema = Type.Unsafe<Origin>(Type.Enum([...origins]))
export const originWords: Readonly<Record<Origin, Said>> = {
  front: { vi: 'Mặt trận Tổ quốc cấp xã', en: "The commune's Front" },
  inspectorate: { vi: 'Ban Thanh tra nhân dân', en: "People's inspectorate" },
  residents: { vi: 'Đại diện người dân', en: 'Residents' },
}

/** A body as its founding decision names it. */
export const Founding = {
  name: PrintableText(200),
  /** Of a supervision board alone: the programme or project, and its code. */
  watches: PrintableLine(300),
  watchesCode: PrintableLine(60),
  decisionNumber: PrintableText(60),
  decidedOn: PlainDateSchema,
  decidedBy: PrintableText(200),
  until: Nullable(PlainDateSchema),
}

export const BodyRuleView = Type.Object({
  rule: Type.String(),
  said: SaidSchema,
  legalBasis: Type.String(),
  mark: Type.String(),
  /** Of a rule that counts: how many it finds, where that is not as it should be. */
  broken: Nullable(SaidSchema),
})

export const MemberView = Type.Object({
  bodyMemberId: IdOf<'body_member'>(),
  officialId: IdOf<'official'>(),
  name: Type.String(),
  role: MemberRoleSchema,
  comesFrom: Nullable(OriginSchema),
  from: PlainDateSchema,
  until: Nullable(PlainDateSchema),
  because: Nullable(Type.String()),
  /** The first day after their death, where the membership goes on past it. */
  died: Nullable(PlainDateSchema),
})
export type BodyMember = Static<typeof MemberView>

const Seat = {
  bodyMemberId: IdOf<'body_member'>(),
  bodyId: IdOf<'body'>(),
  kind: BodyKindSchema,
  bodyName: Type.String(),
  unitName: Type.String(),
  role: MemberRoleSchema,
  comesFrom: Nullable(OriginSchema),
  from: PlainDateSchema,
  until: Nullable(PlainDateSchema),
}
/** Somebody in a body of an area. */
export const SittingLine = Type.Object({
  ...Seat,
  officialId: IdOf<'official'>(),
  name: Type.String(),
  birthYear: Type.Integer(),
  keptBy: Type.String(),
})
export type SittingLine = Static<typeof SittingLine>
/** A place of one person. */
export const SeatLine = Type.Object({ ...Seat, because: Nullable(Type.String()) })
export type SeatLine = Static<typeof SeatLine>
