/** The words of this room as types: a household, its members, why they came and left, what happened. */
import { type Static, Type } from 'typebox'
import { BirthSchema, MemberSchema } from '#features/standards/model/facts.ts'
import { relations, sexes } from '#features/standards/model/words.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { type HouseholdId, type Id, IdOf } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'

export type { HouseholdId }
/** One stay of a person in a household; the person keeps the person id when moving on. */
export type MemberId = Id<'member'>

export type Relation = (typeof relations)[number]
export type Sex = (typeof sexes)[number]
export const RelationSchema = Type.Unsafe<Relation>(Type.Enum([...relations]))
const SexSchema = Type.Unsafe<Sex>(Type.Enum([...sexes]))
export const EthnicitySchema = Type.String({ pattern: '^(0[1-9]|[1-4][0-9]|5[0-5])$' })

const { id: _i, name: _n, sex: _s, birth: _b, relation: _r, ethnicity: _e, ...known } = MemberSchema.properties
/** What is known of a member besides who it is, exactly as a survey asks it. Absent means unknown. */
export const MemberFactsSchema = Type.Object(known, { additionalProperties: false })
export type MemberFacts = Static<typeof MemberFactsSchema>

export const joinReasons = ['listed', 'born', 'moved_in', 'split', 'merged', 'married'] as const
export type JoinReason = (typeof joinReasons)[number]
export const leaveReasons = ['died', 'moved_out', 'split', 'merged', 'married', 'entered_by_mistake'] as const
export type LeaveReason = (typeof leaveReasons)[number]
export const endReasons = ['moved_away', 'merged', 'died_out', 'entered_by_mistake'] as const
export type EndReason = (typeof endReasons)[number]
export const eventKinds = [
  'listed',
  'born',
  'died',
  'moved_in',
  'moved_out',
  'split',
  'merged',
  'head_changed',
  'address_changed',
  'facts_changed',
  'ended',
] as const
export type EventKind = (typeof eventKinds)[number]

/** The class a household lawfully holds, in the order from poor upwards. */
export const classes = ['poor', 'near_poor', 'average', 'not_poor'] as const
export type HouseholdClass = (typeof classes)[number]
export const ClassSchema = Type.Unsafe<HouseholdClass>(Type.Enum([...classes]))

/** A person as a form or a list gives it, before it is a member. Citizen id and insurance number in full. */
export const PersonSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 120 }),
    sex: SexSchema,
    birth: BirthSchema,
    ethnicity: EthnicitySchema,
    citizenId: Type.Optional(Type.String({ maxLength: 20 })),
    insuranceNo: Type.Optional(Type.String({ maxLength: 20 })),
    facts: Type.Optional(MemberFactsSchema),
  },
  { additionalProperties: false },
)
export type Person = Static<typeof PersonSchema>

/** A member as shown: the citizen id masked, the insurance number only as held or not. */
export const MemberView = Type.Object({
  memberId: IdOf<'member'>(),
  personId: IdOf<'person'>(),
  name: Type.String(),
  sex: SexSchema,
  birth: BirthSchema,
  relation: RelationSchema,
  ethnicity: Type.String(),
  /** `*********123`; null where none is held. */
  citizenId: Type.Union([Type.String(), Type.Null()]),
  hasInsuranceNo: Type.Boolean(),
  facts: MemberFactsSchema,
  joinedOn: PlainDateSchema,
  joinReason: Type.Unsafe<JoinReason>(Type.Enum([...joinReasons])),
  leftOn: Type.Union([PlainDateSchema, Type.Null()]),
  leaveReason: Type.Union([Type.Unsafe<LeaveReason>(Type.Enum([...leaveReasons])), Type.Null()]),
})
export type Member = Static<typeof MemberView>

/** The birth day in full where it is known to the day, else null. */
export const birthText = ({ year, month, day }: Static<typeof BirthSchema>): string => {
  const two = (n: number) => String(n).padStart(2, '0')
  if (day !== undefined && month !== undefined) return `${two(day)}/${two(month)}/${year}`
  return month === undefined ? String(year) : `${two(month)}/${year}`
}

export const joinWords: Record<JoinReason, Said> = {
  listed: { vi: 'Có trong danh sách ban đầu', en: 'On the first list' },
  born: { vi: 'Mới sinh', en: 'Born' },
  moved_in: { vi: 'Chuyển đến', en: 'Moved in' },
  split: { vi: 'Tách hộ', en: 'Split off' },
  merged: { vi: 'Nhập hộ', en: 'Merged in' },
  married: { vi: 'Kết hôn về', en: 'Married in' },
}
export const leaveWords: Record<LeaveReason, Said> = {
  died: { vi: 'Đã mất', en: 'Died' },
  moved_out: { vi: 'Chuyển đi', en: 'Moved out' },
  split: { vi: 'Tách hộ', en: 'Split off' },
  merged: { vi: 'Nhập hộ khác', en: 'Merged into another' },
  married: { vi: 'Kết hôn, chuyển đi', en: 'Married and left' },
  entered_by_mistake: { vi: 'Ghi nhầm', en: 'Entered by mistake' },
}
export const endWords: Record<EndReason, Said> = {
  moved_away: { vi: 'Cả hộ chuyển đi', en: 'The whole household moved away' },
  merged: { vi: 'Đã nhập vào hộ khác', en: 'Merged into another' },
  died_out: { vi: 'Không còn ai', en: 'Nobody left' },
  entered_by_mistake: { vi: 'Ghi nhầm', en: 'Entered by mistake' },
}
