/** The calls about areas. Every reading names the day it speaks of; today where the day is left out. */
import { Type } from 'typebox'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { PrintableText, ToldSchema } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import {
  AreaBody,
  AreaSchema,
  Count,
  DeclaredTotalSchema,
  EventKindSchema,
  Nullable,
  Relation,
  StatusRow,
  StatusSchema,
  Told,
} from './model/views.ts'
import { ChangeSchema, LevelSchema } from './model.ts'

const Day = Type.Optional(PlainDateSchema)

export const searchAreas = endpoint({
  name: 'areas.search',
  method: 'GET',
  path: '/api/areas/search',
  right: 'signed_in',
  says: { vi: 'Tìm đơn vị theo tên hoặc mã', en: 'Find units by name or code' },
  input: Type.Object({
    q: Type.String({ maxLength: 100 }),
    day: Day,
    level: Type.Optional(LevelSchema),
    under: Type.Optional(IdOf<'area'>()),
  }),
  output: Type.Object({
    day: PlainDateSchema,
    areas: Type.Array(
      Type.Object({
        areaId: IdOf<'area'>(),
        name: Type.String(),
        level: LevelSchema,
        code: Nullable(Type.String()),
        within: Type.String(),
        /** Of one of several of one name in one unit, where it was before. */
        formerly: Nullable(Type.String()),
        /** Found by these names of other days: of itself, of what it came from or has become. Null: by its name of that day. */
        otherwise: Nullable(Type.String()),
        /** Found by these former districts, in which it lay. */
        lay: Nullable(Type.String()),
        /** Of a unit that the actor works for, or below it. */
        own: Type.Boolean(),
      }),
    ),
    /** True where more units match than are listed. */
    more: Type.Boolean(),
  }),
})

export const rootArea = endpoint({
  name: 'areas.root',
  method: 'GET',
  path: '/api/areas/root',
  right: 'signed_in',
  says: { vi: 'Đơn vị trên cùng của cây', en: 'The root of the tree' },
  input: Type.Object({ day: Day }),
  output: Type.Object({ day: PlainDateSchema, area: AreaSchema }),
})

/** What is offered at a unit. `keep`: its register of households, their declared totals, its imports. */
export const areaButtons = {
  change: { right: 'area.write' },
  keep: { right: 'household.write' },
} as const satisfies Buttons

export const showArea = endpoint({
  name: 'areas.show',
  method: 'GET',
  path: '/api/areas/:areaId',
  right: 'signed_in',
  says: { vi: 'Một đơn vị trong một ngày', en: 'A unit on a day' },
  input: Type.Object({ areaId: IdOf<'area'>(), day: Day }),
  output: Type.Object({
    day: PlainDateSchema,
    /** Null where the unit does not stand on that day; its history says when it did. */
    area: Nullable(AreaSchema),
    name: Type.String(),
    /** What stood on its ground that day, and since when it stands, where it was not there yet or is no longer. */
    stood: Type.Array(
      Type.Object({ areaId: IdOf<'area'>(), name: Type.String(), within: Type.String(), since: PlainDateSchema }),
    ),
    crumbs: Type.Array(Type.Object({ areaId: IdOf<'area'>(), name: Type.String(), level: LevelSchema })),
    statuses: Type.Array(StatusRow),
    declared: Type.Array(DeclaredTotalSchema),
    can: CanSchema(areaButtons),
  }),
})

export const areaChildren = endpoint({
  name: 'areas.children',
  method: 'GET',
  path: '/api/areas/:areaId/children',
  right: 'signed_in',
  says: { vi: 'Các đơn vị trực thuộc trong một ngày', en: 'The units directly below on a day' },
  input: Type.Object({ areaId: IdOf<'area'>(), day: Day }),
  output: Type.Object({
    day: PlainDateSchema,
    /** `formerly`: of one of several of one name, where it was before. */
    areas: Type.Array(Type.Object({ ...AreaBody, below: Type.Integer(), formerly: Nullable(Type.String()) })),
  }),
})

export const areaHistory = endpoint({
  name: 'areas.history',
  method: 'GET',
  path: '/api/areas/:areaId/history',
  right: 'signed_in',
  says: { vi: 'Lịch sử, đơn vị trước và đơn vị kế thừa', en: 'History, predecessors and successors' },
  input: Type.Object({ areaId: IdOf<'area'>() }),
  output: Type.Object({
    versions: Type.Array(
      Type.Object({
        ...AreaBody,
        parentName: Nullable(Type.String()),
        eventId: Nullable(IdOf<'area_event'>()),
        untilEventId: Nullable(IdOf<'area_event'>()),
      }),
    ),
    events: Type.Array(Told),
    /** Events of the unit that were undone, the last first, with the reason. */
    undone: Type.Array(
      Type.Object({
        eventId: IdOf<'area_event'>(),
        kind: EventKindSchema,
        happenedOn: Nullable(PlainDateSchema),
        legalBasis: Nullable(Type.String()),
        undoneOn: PlainDateSchema,
        because: Type.String(),
      }),
    ),
    /** Events that the actor may undo, as far as the tree and the rights know. */
    undoable: Type.Array(IdOf<'area_event'>()),
    predecessors: Type.Array(Relation),
    successors: Type.Array(Relation),
  }),
})

export const declareTotal = endpoint({
  name: 'areas.declareTotal',
  method: 'POST',
  path: '/api/areas/:areaId/declared-totals',
  right: 'household.write',
  says: { vi: 'Ghi tổng số hộ do địa phương khai báo', en: 'Enter a declared total' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    day: PlainDateSchema,
    households: Count,
    persons: Nullable(Count),
    kinhHouseholds: Nullable(Count),
    dttsHouseholds: Nullable(Count),
    source: PrintableText(300),
    /** Of a correction: the total of that day that it replaces. */
    replaces: Type.Optional(Nullable(IdOf<'declared_total'>())),
    /** Needed of a correction, and where the total is far from what is known. */
    because: Type.Optional(Nullable(PrintableText(300))),
  }),
  output: Type.Object({ id: IdOf<'declared_total'>() }),
})

export const giveStatus = endpoint({
  name: 'areas.giveStatus',
  method: 'POST',
  path: '/api/areas/:areaId/statuses',
  right: 'area.write',
  says: { vi: 'Ghi diện của đơn vị theo quyết định', en: 'Enter the status of a unit by decision' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    status: StatusSchema,
    from: PlainDateSchema,
    until: Nullable(PlainDateSchema),
    decision: PrintableText(300),
  }),
  output: Type.Object({ id: IdOf<'area_status'>() }),
})

export const recordAreaEvent = endpoint({
  name: 'areas.recordEvent',
  method: 'POST',
  path: '/api/area-events',
  right: 'area.write',
  says: { vi: 'Ghi một thay đổi đơn vị hành chính', en: 'Record what happened to units' },
  input: Type.Object({
    change: ChangeSchema,
    day: PlainDateSchema,
    legalBasis: PrintableText(300),
    mark: Type.Unsafe<'text' | 'secondary' | 'recalled'>(Type.Enum(['text', 'secondary', 'recalled'])),
    note: Type.Optional(Nullable(PrintableText(1000))),
  }),
  output: Type.Object({ eventId: IdOf<'area_event'>(), began: Type.Array(IdOf<'area'>()) }),
})

export const areaTouched = endpoint({
  name: 'areas.touched',
  method: 'GET',
  path: '/api/areas/:areaId/touched',
  right: 'area.write',
  says: { vi: 'Những gì gắn với một đơn vị, xem trước khi thay đổi', en: 'What hangs on a unit, seen before a change' },
  input: Type.Object({ areaId: IdOf<'area'>(), kind: EventKindSchema, day: Day }),
  output: ToldSchema,
})

export const declaredFile = listFile(showArea, { name: 'areas.declaredFile', path: '/api/areas/:areaId/declared/file' })
export const childrenFile = listFile(areaChildren, {
  name: 'areas.childrenFile',
  path: '/api/areas/:areaId/children/file',
})
