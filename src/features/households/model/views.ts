/** Shapes of the answers of this room. */
import { type Static, Type } from 'typebox'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { checkedFile, ofSheet } from '#kernel/imports.ts'
import { SaidSchema } from '#kernel/schema.ts'
import {
  ClassSchema,
  type EndReason,
  type EventKind,
  endReasons,
  eventKinds,
  MemberView,
  type Placing,
  placings,
  RelationSchema,
} from '../model.ts'

const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])
const EndReasonSchema = Type.Unsafe<EndReason>(Type.Enum([...endReasons]))

export const ListClass = Type.Unsafe<Static<typeof ClassSchema> | 'none'>(
  Type.Enum(['poor', 'near_poor', 'average', 'not_poor', 'none']),
)
export const JoiningSchema = Type.Unsafe<'born' | 'moved_in' | 'married' | 'listed'>(
  Type.Enum(['born', 'moved_in', 'married', 'listed']),
)
export const LeavingSchema = Type.Unsafe<'died' | 'moved_out' | 'married' | 'entered_by_mistake'>(
  Type.Enum(['died', 'moved_out', 'married', 'entered_by_mistake']),
)
export const EndedSchema = Type.Unsafe<'moved_away' | 'entered_by_mistake'>(
  Type.Enum(['moved_away', 'entered_by_mistake']),
)

export const PlacingSchema = Type.Unsafe<Placing>(Type.Enum([...placings]))

/** One of many for which an act was not done. `withReason`: it is done where a reason is given. */
export const LeftOutSchema = Type.Object({
  householdId: IdOf<'household'>(),
  number: Type.String(),
  headName: Type.String(),
  said: SaidSchema,
  withReason: Type.Boolean(),
})
export type LeftOut = Static<typeof LeftOutSchema>

/** The numbers in full, for who revealed them. */
export const NumbersView = Type.Object({ citizenId: orNull(Type.String()), insuranceNo: orNull(Type.String()) })

/** A household as a line of a list. */
export const ListedRow = Type.Object({
  householdId: IdOf<'household'>(),
  headName: Type.String(),
  number: Type.String(),
  address: Type.String(),
  villageId: IdOf<'area'>(),
  villageName: Type.String(),
  /** Null where the search did not count them. */
  members: orNull(Type.Integer()),
  class: orNull(ClassSchema),
  endedOn: orNull(PlainDateSchema),
})
export type ListedHousehold = Static<typeof ListedRow>

/** A household that was sought, with what tells it from another. */
export const FoundHousehold = Type.Object({
  ...ListedRow.properties,
  /** "Xã Tam Hồng, Tỉnh Phú Thọ"; empty where the village does not stand today. */
  within: Type.String(),
  /** The year in which the head was born. */
  born: orNull(Type.Integer()),
  /** The member that was sought, where it is not the head. */
  member: orNull(Type.String()),
  /** The telephone number of the household, where that was sought. */
  phone: orNull(Type.String()),
})

const RegisterCountsView = Type.Object({
  households: Type.Integer(),
  persons: Type.Integer(),
  kinh: Type.Integer(),
  dtts: Type.Integer(),
})

const DeclaredView = orNull(
  Type.Object({
    day: PlainDateSchema,
    households: Type.Integer(),
    persons: orNull(Type.Integer()),
    source: Type.String(),
    mark: Type.String(),
  }),
)

/** What is offered at a household, and beside a list of them. */
export const householdButtons = {
  change: { right: 'household.write' },
  reveal: { right: 'household.reveal' },
} as const satisfies Buttons

/** A page of the list with what stands beside it. */
export const ListView = Type.Object({
  day: PlainDateSchema,
  area: Type.Object({ areaId: IdOf<'area'>(), name: Type.String(), level: Type.String() }),
  /** `formerly`: of a village beside which another of the same name stands, where it was before. */
  rows: Type.Array(
    Type.Object({ ...ListedRow.properties, phone: orNull(Type.String()), formerly: orNull(Type.String()) }),
  ),
  total: Type.Integer(),
  /** Whether there are more than `total`, which were not counted. */
  more: Type.Boolean(),
  /** Of an earlier day: how many lived here whom the actor does not reach where they live today; its figure counts them. */
  unseen: Type.Integer(),
  /** What the actor may see of the register under this area; null on an earlier day of a large one, unless asked for. */
  counts: orNull(RegisterCountsView),
  /** The newest total declared of the area on or before the day. */
  declared: DeclaredView,
  can: CanSchema(householdButtons),
})

const EventView = Type.Object({
  id: IdOf<'household_event'>(),
  on: PlainDateSchema,
  kind: Type.Unsafe<EventKind>(Type.Enum([...eventKinds])),
  /** Names, reasons, old and new values, ids of the other household. */
  facts: Type.Record(Type.String(), Type.Unknown()),
  recordedAt: Type.String(),
  by: Type.String(),
  /** The act it belongs to, by its first event; null: it cannot be undone. */
  actId: orNull(IdOf<'household_event'>()),
  /** Whether it was undone. */
  undone: Type.Boolean(),
})

const AreaName = Type.Object({ areaId: IdOf<'area'>(), name: Type.String() })

/** What a member was to the head of the day looked at; null where nothing was kept of it. */
const MemberOnDay = Type.Object({ ...MemberView.properties, relationOnDay: orNull(RelationSchema) })

export const HouseholdView = Type.Object({
  day: PlainDateSchema,
  householdId: IdOf<'household'>(),
  number: Type.String(),
  address: Type.String(),
  /** Of today; empty where none is known. */
  phone: Type.String(),
  headName: Type.String(),
  village: AreaName,
  commune: orNull(AreaName),
  startedOn: PlainDateSchema,
  endedOn: orNull(PlainDateSchema),
  endReason: orNull(EndReasonSchema),
  class: orNull(
    Type.Object({
      class: ClassSchema,
      standardId: Type.String(),
      from: PlainDateSchema,
      until: orNull(PlainDateSchema),
    }),
  ),
  /** Members of the day. */
  members: Type.Array(MemberOnDay),
  /** Those who left before the day or came after it. */
  others: Type.Array(MemberOnDay),
  residences: Type.Array(
    Type.Object({
      id: Type.String(),
      village: AreaName,
      address: Type.String(),
      from: PlainDateSchema,
      until: orNull(PlainDateSchema),
    }),
  ),
  timeline: Type.Array(EventView),
  can: CanSchema(householdButtons),
})

export const ImportFields = {
  /** The commune; villages of the file are found by name within it. */
  areaId: IdOf<'area'>(),
  /** The day the list speaks of: households and members count from it. */
  listedOn: PlainDateSchema,
  ...ofSheet,
} as const

export const Checked = Type.Object({
  households: Type.Integer(),
  members: Type.Integer(),
  villages: Type.Array(
    Type.Object({ areaId: IdOf<'area'>(), name: Type.String(), households: Type.Integer(), members: Type.Integer() }),
  ),
  ...checkedFile,
})
