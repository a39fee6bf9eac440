/** How many households hold which class on a day, unit by unit as the units were on another day. No names. */

import { Type } from 'typebox'
import { LevelSchema, MarkSchema } from '#features/areas/model.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'

const Row = Type.Object({
  areaId: IdOf<'area'>(),
  name: Type.String(),
  level: LevelSchema,
  poor: Count,
  nearPoor: Count,
  average: Count,
  notPoor: Count,
  /** Households of the register on the day. */
  register: Count,
  /** The latest declared total up to the day, with where it is from. */
  declared: Nullable(Type.Object({ households: Count, day: PlainDateSchema, source: Type.String(), mark: MarkSchema })),
})

export const classFigures = endpoint({
  name: 'decisions.classFigures',
  method: 'GET',
  path: '/api/areas/:areaId/class-figures',
  right: 'figure.read',
  says: {
    vi: 'Số hộ theo phân loại, tại ngày và theo đơn vị của ngày',
    en: 'Households by class, on a day, by the units of a day',
  },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    /** Facts as at. */
    day: PlainDateSchema,
    /** Units as at. */
    units: PlainDateSchema,
  }),
  output: Type.Object({ whole: Row, parts: Type.Array(Row) }),
})

export const classFiguresFile = listFile(classFigures, {
  name: 'decisions.classFiguresFile',
  path: '/api/areas/:areaId/class-figures/file',
})
