/** The calls of the register: finding, reading, revealing. What changes a household stands in the second half. */
import { Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { PrintableLine, SaidSchema, seenOf, ToldSchema, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import {
  EndedSchema,
  FoundHousehold,
  HouseholdView,
  JoiningSchema,
  LeavingSchema,
  LeftOutSchema,
  ListClass,
  ListedRow,
  ListView,
  NumbersView,
  PlacingSchema,
} from './model/views.ts'
import {
  ActSchema,
  EnteredSchema,
  MemberView,
  mostMoved,
  PersonSchema,
  personPatch,
  RelationSchema,
  RelationsSchema,
  SeenMember,
  TakeableSchema,
} from './model.ts'

const HouseholdNumber = PrintableLine(40)
const Address = PrintableLine(300)
/** By which the household is called; empty where none is known. */
const Phone = PrintableLine(40)
const path = { householdId: IdOf<'household'>() }
/** Why it is entered although the register has somebody or a household alike (`household.double`). */
const Sure = { sure: Type.Optional(Words(500)) }
/** The head to whom relations were said, and what they would be to another, once that was shown. */
const SeenHead = Type.Object({ headId: IdOf<'member'>(), relation: RelationSchema, relations: RelationsSchema })
/** The head who was to be followed by another. */
const SeenAsHead = Type.Object({ newHeadId: IdOf<'member'>() })
const Done = Type.Object({ householdId: IdOf<'household'>() })
const reads = { method: 'GET', right: 'household.read' } as const
const writes = { method: 'POST', right: 'household.write' } as const

export const searchHouseholds = endpoint({
  name: 'households.search',
  ...reads,
  path: '/api/households/search',
  says: {
    vi: 'Tìm hộ theo tên thành viên, số hộ, địa chỉ, số điện thoại',
    en: 'Find households by member, number, address, phone',
  },
  input: Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }), areaId: Type.Optional(IdOf<'area'>()) }),
  output: Type.Object({ households: Type.Array(FoundHousehold), more: Type.Boolean() }),
})

export const listHouseholds = endpoint({
  name: 'households.list',
  ...reads,
  path: '/api/households',
  says: { vi: 'Danh sách hộ của một đơn vị trong một ngày', en: 'Households of an area on a day' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    day: Type.Optional(PlainDateSchema),
    /** By the map of another day: who lived there on `day`, as the area stood on this one. */
    units: Type.Optional(PlainDateSchema),
    class: Type.Optional(ListClass),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    /** The last household of the page before this one, or the first of the next: so long lists are gone through. */
    after: Type.Optional(IdOf<'household'>()),
    before: Type.Optional(IdOf<'household'>()),
    /** All are counted, however long it takes. */
    count: Type.Optional(Type.Unsafe<'all'>(Type.Enum(['all']))),
  }),
  output: ListView,
})

export const showHousehold = endpoint({
  name: 'households.show',
  ...reads,
  path: '/api/households/:householdId',
  says: { vi: 'Một hộ: thành viên, diễn biến, nơi ở', en: 'One household: members, timeline, residence' },
  input: Type.Object({ ...path, day: Type.Optional(PlainDateSchema) }),
  output: HouseholdView,
})

export const householdsFile = listFile(listHouseholds, { name: 'households.listFile', path: '/api/households/file' })
/** `gone`: those who left before the day or came after it. */
export const membersFile = listFile(
  { ...showHousehold, input: Type.Object({ ...showHousehold.input.properties, gone: Type.Optional(Type.Boolean()) }) },
  { name: 'households.membersFile', path: '/api/households/:householdId/members/file' },
)

export const revealMember = endpoint({
  name: 'households.reveal',
  method: 'POST',
  path: '/api/households/:householdId/members/:memberId/reveal',
  right: 'household.reveal',
  says: { vi: 'Xem đầy đủ số CCCD và số bảo hiểm (có ghi nhật ký)', en: 'See the full numbers (audited)' },
  input: Type.Object({ ...path, memberId: IdOf<'member'>() }),
  output: NumbersView,
})

export const findByCitizenId = endpoint({
  name: 'households.findByCitizenId',
  method: 'POST',
  path: '/api/households/by-citizen-id',
  right: 'household.read',
  says: { vi: 'Tìm hộ theo đúng số CCCD (có ghi nhật ký)', en: 'Find by the exact citizen id (audited)' },
  input: Type.Object({ citizenId: Type.String({ minLength: 12, maxLength: 40 }) }),
  output: Type.Object({ household: Type.Union([ListedRow, Type.Null()]) }),
})

export const createHousehold = endpoint({
  name: 'households.create',
  ...writes,
  path: '/api/households',
  says: { vi: 'Ghi hộ mới', en: 'Enter a household' },
  input: Type.Object({
    ...path,
    villageId: IdOf<'area'>(),
    number: HouseholdNumber,
    address: Address,
    phone: Type.Optional(Phone),
    on: PlainDateSchema,
    reason: Type.Unsafe<'listed' | 'moved_in'>(Type.Enum(['listed', 'moved_in'])),
    members: EnteredSchema,
    ...Sure,
  }),
  output: Done,
})

export const addMember = endpoint({
  name: 'households.addMember',
  ...writes,
  path: '/api/households/:householdId/members',
  says: { vi: 'Thêm thành viên: mới sinh, chuyển đến, kết hôn về', en: 'A member is born, moves in, marries in' },
  input: Type.Object({
    ...path,
    memberId: IdOf<'member'>(),
    on: PlainDateSchema,
    reason: JoiningSchema,
    relation: RelationSchema,
    person: PersonSchema,
    ...seenOf(SeenHead),
    ...Sure,
  }),
  output: Done,
})

export const changeMember = endpoint({
  name: 'households.changeMember',
  ...writes,
  path: '/api/households/:householdId/members/:memberId/change',
  says: { vi: 'Sửa thông tin thành viên', en: 'Change what is known of a member' },
  input: Type.Object({
    ...path,
    memberId: IdOf<'member'>(),
    ...personPatch,
    ...seenOf(Type.Object({ ...SeenMember.properties, headId: IdOf<'member'>() })),
    ...Sure,
  }),
  output: MemberView,
})

export const memberLeaves = endpoint({
  name: 'households.memberLeaves',
  ...writes,
  path: '/api/households/:householdId/members/:memberId/leave',
  says: { vi: 'Thành viên rời hộ: mất, chuyển đi, kết hôn, ghi nhầm', en: 'A member dies, moves out, was a mistake' },
  input: Type.Object({
    ...path,
    memberId: IdOf<'member'>(),
    on: PlainDateSchema,
    reason: LeavingSchema,
    /** Needed where the head leaves and others stay. */
    newHeadId: Type.Optional(IdOf<'member'>()),
    ...seenOf(SeenAsHead),
    ...Sure,
  }),
  output: Done,
})

export const changeHead = endpoint({
  name: 'households.changeHead',
  ...writes,
  path: '/api/households/:householdId/head',
  says: { vi: 'Thay chủ hộ', en: 'Change the head' },
  input: Type.Object({
    ...path,
    on: PlainDateSchema,
    newHeadId: IdOf<'member'>(),
    /** To the new head; who is left out gets the likely one. */
    relations: Type.Optional(RelationsSchema),
    /** The head that was seen. */
    ...seenOf(SeenAsHead),
    ...Sure,
  }),
  output: Done,
})

export const moveHousehold = endpoint({
  name: 'households.move',
  ...writes,
  path: '/api/households/:householdId/residence',
  says: { vi: 'Đổi thôn, địa chỉ, số hộ, số điện thoại', en: 'Change village, address, number, phone' },
  input: Type.Object({
    ...path,
    on: PlainDateSchema,
    villageId: IdOf<'area'>(),
    address: Address,
    number: HouseholdNumber,
    /** Left out: it stays as it is. */
    phone: Type.Optional(Phone),
    ...seenOf(
      Type.Object({
        villageId: IdOf<'area'>(),
        address: Type.String({ maxLength: 300 }),
        number: Type.String({ maxLength: 40 }),
        phone: Type.String({ maxLength: 40 }),
      }),
    ),
    ...Sure,
  }),
  output: Done,
})

export const moveHouseholds = endpoint({
  name: 'households.moveMany',
  ...writes,
  path: '/api/households/residence',
  says: { vi: 'Chuyển nhiều hộ sang thôn khác một lần', en: 'Move many households to another village at once' },
  input: Type.Object({
    householdIds: Type.Array(IdOf<'household'>(), { minItems: 1, maxItems: mostMoved, uniqueItems: true }),
    villageId: IdOf<'area'>(),
    on: PlainDateSchema,
    why: PlacingSchema,
    because: Words(500),
    /** In which village each was seen. */
    ...seenOf(
      Type.Object({
        homes: Type.Array(Type.Object({ householdId: IdOf<'household'>(), villageId: IdOf<'area'>() }), {
          maxItems: mostMoved,
        }),
      }),
    ),
    ...Sure,
  }),
  output: Type.Object({ moved: Type.Array(IdOf<'household'>()), left: Type.Array(LeftOutSchema) }),
})

export const splitHousehold = endpoint({
  name: 'households.split',
  ...writes,
  path: '/api/households/:householdId/split',
  says: { vi: 'Tách hộ', en: 'Some members found a new household' },
  input: Type.Object({
    ...path,
    newHouseholdId: IdOf<'household'>(),
    on: PlainDateSchema,
    villageId: IdOf<'area'>(),
    address: Address,
    number: HouseholdNumber,
    /** Of the new household; the other keeps its own. */
    phone: Type.Optional(Phone),
    /** Those who go, with their relation to the new head. */
    members: RelationsSchema,
    newHeadId: Type.Optional(IdOf<'member'>()),
    ...seenOf(SeenAsHead),
    ...Sure,
  }),
  output: Done,
})

export const mergeHousehold = endpoint({
  name: 'households.merge',
  ...writes,
  path: '/api/households/:householdId/merge',
  says: { vi: 'Nhập vào hộ khác', en: 'Merge into another household' },
  input: Type.Object({
    ...path,
    intoHouseholdId: IdOf<'household'>(),
    on: PlainDateSchema,
    /** To the head of the household that takes them in. */
    relations: RelationsSchema,
    ...seenOf(SeenHead),
    ...Sure,
  }),
  output: Done,
})

export const joinPersons = endpoint({
  name: 'households.joinPersons',
  ...writes,
  path: '/api/households/:householdId/members/:memberId/join',
  says: { vi: 'Hai người trong sổ là một người', en: 'Two persons of the register are one' },
  /** The other stands twice where it is in the same household on one day: that stay then holds no day. */
  input: Type.Object({
    ...path,
    memberId: IdOf<'member'>(),
    otherHouseholdId: IdOf<'household'>(),
    otherMemberId: IdOf<'member'>(),
    /** What the one who is kept takes over from the other, of what it lacks; left out: all of it. */
    taken: Type.Optional(Type.Array(TakeableSchema, { uniqueItems: true, maxItems: 40 })),
    because: Words(500),
  }),
  output: Done,
})

export const endHousehold = endpoint({
  name: 'households.end',
  ...writes,
  path: '/api/households/:householdId/end',
  says: { vi: 'Cả hộ chuyển đi, hoặc ghi nhầm', en: 'The whole household moved away, or was a mistake' },
  input: Type.Object({ ...path, on: PlainDateSchema, reason: EndedSchema, ...Sure }),
  output: Done,
})

const actPath = { ...path, eventId: IdOf<'household_event'>() }

export const showUndoing = endpoint({
  name: 'households.undoing',
  ...reads,
  right: 'household.write',
  path: '/api/households/:householdId/events/:eventId/undoing',
  says: { vi: 'Những gì trở lại nếu hoàn tác một việc', en: 'What comes back where an event is undone' },
  input: Type.Object(actPath),
  output: Type.Object({
    ...ToldSchema.properties,
    /** What comes back, a sentence each. */
    back: Type.Array(SaidSchema),
  }),
})

export const undoEvent = endpoint({
  name: 'households.undo',
  ...writes,
  path: '/api/households/:householdId/events/:eventId/undo',
  says: { vi: 'Hoàn tác một việc đã ghi', en: 'Undo an event' },
  input: Type.Object({ ...actPath, because: Words(500), ...Sure }),
  output: Done,
})

export const householdTouched = endpoint({
  name: 'households.touched',
  method: 'GET',
  path: '/api/households/:householdId/touched',
  right: 'household.write',
  says: {
    vi: 'Những gì gắn với một hộ, xem trước khi thay đổi',
    en: 'What hangs on a household, seen before a change',
  },
  input: Type.Object({ ...path, act: ActSchema, day: Type.Optional(PlainDateSchema) }),
  output: ToldSchema,
})
