/** The calls about the law: anyone may read it. */
import { Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { listFile } from '#kernel/table.ts'
import { FormSchema } from './model/form.ts'
import { MarkSchema, SaidSchema } from './model/marks.ts'
import { PointsTableSchema } from './model/points.ts'
import { StandardSchema } from './model/standard.ts'

const id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{2,60}$' })
const hash = Type.String({ pattern: '^[0-9a-f]{64}$' })

const StandardSummary = Type.Object({
  id,
  name: SaidSchema,
  from: PlainDateSchema,
  until: PlainDateSchema,
  provinceCode: Type.Union([Type.String(), Type.Null()]),
  hash,
  indicators: Type.Integer(),
  /** Indicators whose threshold is not among the facts. */
  withoutThreshold: Type.Integer(),
  holds: Type.Boolean(),
})

const TableSummary = Type.Object({ id, version: Type.String(), name: SaidSchema, mark: MarkSchema, hash })

export const listStandards = endpoint({
  name: 'standards.list',
  method: 'GET',
  path: '/api/standards',
  right: 'public',
  says: { vi: 'Các chuẩn nghèo và ngày áp dụng', en: 'The poverty standards and the days they hold' },
  /** `day`: which of them holds on it; today where it is left out. */
  input: Type.Object({ day: Type.Optional(PlainDateSchema) }),
  output: Type.Object({ day: PlainDateSchema, standards: Type.Array(StandardSummary) }),
})

export const standardsFile = listFile(
  { ...listStandards, right: 'signed_in' },
  { name: 'standards.listFile', path: '/api/standards/file' },
)

export const getStandard = endpoint({
  name: 'standards.get',
  method: 'GET',
  path: '/api/standards/:standardId',
  right: 'public',
  says: { vi: 'Một chuẩn nghèo, phiếu khảo sát và bảng điểm', en: 'One standard with its form and points tables' },
  input: Type.Object({ standardId: id }),
  output: Type.Object({
    standard: StandardSchema,
    hash,
    /** The newest form that asks for its answers. */
    form: Type.Union([Type.Object({ form: FormSchema, hash }), Type.Null()]),
    pointsTables: Type.Array(TableSummary),
  }),
})

export const getPointsTable = endpoint({
  name: 'standards.points',
  method: 'GET',
  path: '/api/points-tables/:tableId',
  right: 'public',
  says: { vi: 'Một bảng điểm B1', en: 'One B1 points table' },
  input: Type.Object({ tableId: id }),
  output: Type.Object({ table: PointsTableSchema, hash }),
})

export const law = endpoint({
  name: 'standards.law',
  method: 'GET',
  path: '/api/law/:hash',
  lasting: true,
  right: 'signed_in',
  says: {
    vi: 'Văn bản dữ liệu theo mã băm: chuẩn, phiếu, bảng điểm',
    en: 'Law as data by hash: standard, form, points',
  },
  input: Type.Object({ hash: Type.String({ minLength: 1, maxLength: 128 }) }),
  output: Type.Object({
    hash: Type.String(),
    kind: Type.Unsafe<'standard' | 'form' | 'points'>(Type.Enum(['standard', 'form', 'points'])),
    id: Type.String(),
    mark: Type.String(),
    document: Type.Unknown(),
  }),
})
