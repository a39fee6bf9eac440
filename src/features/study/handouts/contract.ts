/** The calls of hand-outs: listed, added up, recorded, taken back. */
import { Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableText, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { GivenClass, Handable, HandoutRow, HandoutStateSchema, HandoutSum, mostCopies } from './model.ts'

const reads = { method: 'GET', right: 'library.manage' } as const
const writes = { method: 'POST', right: 'library.manage' } as const
const path = { handoutId: IdOf<'handout'>() }
const area = { areaId: IdOf<'area'>() }
const Done = Type.Object(path)
const year = Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 }))

export const listHandouts = endpoint({
  name: 'handouts.list',
  ...reads,
  path: '/api/areas/:areaId/handouts',
  says: { vi: 'Bản giấy đã phát', en: 'Copies handed out on paper' },
  /** `here`: handed out by the unit itself and none below. */
  input: Type.Object({
    ...area,
    materialId: Type.Optional(IdOf<'material'>()),
    state: Type.Optional(HandoutStateSchema),
    year,
    here: Type.Optional(Type.Boolean()),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    areaName: Type.String(),
    total: Count,
    /** Of all rows that the filters leave, and that were not taken back. */
    copies: Count,
    rows: Type.Array(HandoutRow),
    mayWrite: Type.Boolean(),
  }),
})
export const handoutsFile = listFile(listHandouts, {
  name: 'handouts.listFile',
  path: '/api/areas/:areaId/handouts/file',
})

export const sumHandouts = endpoint({
  name: 'handouts.sums',
  ...reads,
  path: '/api/areas/:areaId/handouts/sums',
  says: { vi: 'Bản giấy đã phát, cộng theo đơn vị và tài liệu', en: 'Copies handed out, by unit and material' },
  input: Type.Object({ ...area, year }),
  output: Type.Object({ areaName: Type.String(), rows: Type.Array(HandoutSum) }),
})
export const handoutSumsFile = listFile(sumHandouts, {
  name: 'handouts.sumsFile',
  path: '/api/areas/:areaId/handouts/sums/file',
})

/** What can be handed out here, and the classes that can be given it. */
export const handoutChoices = endpoint({
  name: 'handouts.choices',
  ...reads,
  path: '/api/areas/:areaId/handouts/choices',
  says: { vi: 'Tài liệu để phát và lớp của đơn vị', en: 'What can be handed out, and classes of the unit' },
  input: Type.Object(area),
  output: Type.Object({ materials: Type.Array(Handable), classes: Type.Array(GivenClass) }),
})

export const recordHandout = endpoint({
  name: 'handouts.record',
  ...writes,
  path: '/api/handouts',
  says: { vi: 'Ghi phát bản giấy', en: 'Record copies handed out' },
  /** To one of the three: a unit, a class of the unit that hands them out, or whom words name. */
  input: Type.Object({
    ...path,
    ...area,
    materialId: IdOf<'material'>(),
    version: Type.Integer({ minimum: 1, maximum: 30_000 }),
    copies: Type.Integer({ minimum: 1, maximum: mostCopies }),
    toAreaId: Nullable(IdOf<'area'>()),
    toClassId: Nullable(IdOf<'training_class'>()),
    toWords: Nullable(PrintableText(200)),
    on: PlainDateSchema,
  }),
  output: Done,
})

export const takeHandoutBack = endpoint({
  name: 'handouts.takeBack',
  ...writes,
  path: '/api/handouts/:handoutId/take-back',
  says: { vi: 'Rút một lần phát bản giấy đã ghi', en: 'Take a recorded hand-out back' },
  input: Type.Object({ ...path, because: Words(500) }),
  output: Done,
})
