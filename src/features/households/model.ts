/** The words of this room as types: a household, its members, why they came and left, what happened. */
import { type Static, Type } from 'typebox'
import { MemberSchema } from '#features/standards/model/facts.ts'
import { relations } from '#features/standards/model/words.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { BirthSchema, EthnicitySchema, SexSchema } from '#kernel/persons.ts'
import { PrintableText } from '#kernel/schema.ts'

export type Relation = (typeof relations)[number]
export const RelationSchema = Type.Unsafe<Relation>(Type.Enum([...relations]))

const { id: _i, name: _n, sex: _s, birth: _b, relation: _r, ethnicity: _e, ...known } = MemberSchema.properties
/** What is known of a member besides who it is, exactly as a survey asks it. Absent means unknown. */
export const MemberFactsSchema = Type.Object(known, { additionalProperties: false })
export type MemberFacts = Static<typeof MemberFactsSchema>

/** What one of two records of a person may know and the other lack. */
export type Takeable = 'birth' | 'citizenId' | 'insuranceNo' | `facts.${keyof MemberFacts & string}`
const factNames = Object.keys(known) as (keyof MemberFacts & string)[]
export const TakeableSchema = Type.Unsafe<Takeable>(
  Type.Enum(['birth', 'citizenId', 'insuranceNo', ...factNames.map((name): Takeable => `facts.${name}`)]),
)

export const joinReasons = ['listed', 'born', 'moved_in', 'split', 'merged', 'married'] as const
export type JoinReason = (typeof joinReasons)[number]
export const leaveReasons = ['died', 'moved_out', 'split', 'merged', 'married', 'entered_by_mistake'] as const
export type LeaveReason = (typeof leaveReasons)[number]
export const endReasons = ['moved_away', 'merged', 'died_out', 'entered_by_mistake'] as const
export type EndReason = (typeof endReasons)[number]
/** What is asked about before it is done, by the events that it leaves. */
const acts = [
  'household.ended',
  'household.moved',
  'household.merged',
  'household.split',
  'household.head_changed',
  'household.member_joined',
  'household.member_left',
  'household.member_changed',
  'household.persons_joined',
  'household.undone',
] as const
export type HouseholdAct = (typeof acts)[number]
export const ActSchema = Type.Unsafe<HouseholdAct>(Type.Enum([...acts]))

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
  'persons_joined',
  'ended',
  'undone',
] as const
export type EventKind = (typeof eventKinds)[number]

/** The class a household lawfully holds, in the order from poor upwards. */
export const classes = ['poor', 'near_poor', 'average', 'not_poor'] as const
export type HouseholdClass = (typeof classes)[number]
export const ClassSchema = Type.Unsafe<HouseholdClass>(Type.Enum([...classes]))

/** What each member is to the head. */
export const RelationsSchema = Type.Array(Type.Object({ memberId: IdOf<'member'>(), relation: RelationSchema }), {
  maxItems: 100,
})

/** A person as a form or a list gives it, before it is a member. Citizen id and insurance number in full. */
export const PersonSchema = Type.Object(
  {
    name: PrintableText(120),
    sex: SexSchema,
    birth: BirthSchema,
    ethnicity: EthnicitySchema,
    citizenId: Type.Optional(Type.String({ maxLength: 40 })),
    insuranceNo: Type.Optional(Type.String({ maxLength: 40 })),
    facts: Type.Optional(MemberFactsSchema),
  },
  { additionalProperties: false },
)
export type Person = Static<typeof PersonSchema>

/** What may change of a member; what is absent stays. */
export const personPatch = {
  name: Type.Optional(PersonSchema.properties.name),
  sex: Type.Optional(PersonSchema.properties.sex),
  birth: Type.Optional(PersonSchema.properties.birth),
  ethnicity: Type.Optional(EthnicitySchema),
  /** Not to and not from `head`: that is a change of head. */
  relation: Type.Optional(RelationSchema),
  /** Empty takes the number away. */
  citizenId: Type.Optional(Type.String({ maxLength: 40 })),
  insuranceNo: Type.Optional(Type.String({ maxLength: 40 })),
  /** Replaces all facts. */
  facts: Type.Optional(MemberFactsSchema),
}

/** What of a number stands in `was`: a mark of the cell as it was seen, since the number itself is hidden. */
const MarkSchema = Type.Union([Type.String({ maxLength: 40 }), Type.Null()])

/** A member as the one who changes it saw it. Looser than what may be entered: older values stand as they were written. */
export const SeenMember = Type.Object({
  name: Type.String({ maxLength: 200 }),
  sex: SexSchema,
  birth: BirthSchema,
  ethnicity: Type.String({ maxLength: 10 }),
  relation: RelationSchema,
  citizenId: MarkSchema,
  insuranceNo: MarkSchema,
  facts: Type.Record(Type.String({ maxLength: 60 }), Type.Unknown(), { maxProperties: 60 }),
})

/** Of one household at once. */
export const mostMembers = 60

/** Households in one act: some seconds of work, in which nobody else changes them. */
export const mostMoved = 200

/** Why many households get another village: it became several and they belong to another part, or they moved. */
export const placings = ['unit_changed', 'moved'] as const
export type Placing = (typeof placings)[number]

/** The people of a household that is entered. */
export const EnteredSchema = Type.Array(
  Type.Object({ memberId: IdOf<'member'>(), relation: RelationSchema, person: PersonSchema }),
  { minItems: 1, maxItems: mostMembers },
)

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
  /** Of the cells in which the numbers lie, for a later change: another mark, another number. */
  marks: Type.Object({ citizenId: MarkSchema, insuranceNo: MarkSchema }),
  facts: MemberFactsSchema,
  joinedOn: PlainDateSchema,
  joinReason: Type.Unsafe<JoinReason>(Type.Enum([...joinReasons])),
  leftOn: Type.Union([PlainDateSchema, Type.Null()]),
  leaveReason: Type.Union([Type.Unsafe<LeaveReason>(Type.Enum([...leaveReasons])), Type.Null()]),
})
export type Member = Static<typeof MemberView>
