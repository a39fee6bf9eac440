/** The calls of what a province lays down for its classes: read, entered, followed by a further value, ended, withdrawn. */
import { Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableText, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { ValueMarkSchema } from '../money/model.ts'
import { LimitKindSchema, LimitRow, LimitSaysFields, LimitStateSchema } from './model.ts'

const writes = { method: 'POST', right: 'training.norm' } as const
const path = { trainingLimitId: IdOf<'training_limit'>() }
const Done = Type.Object(path)
const Provinces = Type.Array(Type.Object({ areaId: IdOf<'area'>(), name: Type.String() }))

export const listLimits = endpoint({
  name: 'limits.list',
  method: 'GET',
  right: 'training.read',
  path: '/api/training-limits',
  says: { vi: 'Giới hạn mở lớp, đi học của các tỉnh', en: 'What provinces lay down for classes' },
  input: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 100 })),
    kind: Type.Optional(LimitKindSchema),
    state: Type.Optional(LimitStateSchema),
    areaId: Type.Optional(IdOf<'area'>()),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    total: Count,
    rows: Type.Array(LimitRow),
    /** The provinces that lay something down, to choose one. */
    provinces: Provinces,
    /** Those for which the actor may enter it. */
    mayEnterAt: Provinces,
  }),
})
export const limitsFile = listFile(listLimits, { name: 'limits.listFile', path: '/api/training-limits/file' })

const Said = {
  ...LimitSaysFields,
  what: Nullable(PrintableText(200)),
  from: PlainDateSchema,
  legalReference: PrintableText(300),
  mark: ValueMarkSchema,
}

export const enterLimit = endpoint({
  name: 'limits.enter',
  ...writes,
  path: '/api/training-limits',
  says: { vi: 'Ghi một giới hạn mở lớp', en: 'Enter what is laid down for classes' },
  input: Type.Object({ ...path, areaId: IdOf<'area'>(), kind: LimitKindSchema, ...Said }),
  output: Done,
})

export const followLimit = endpoint({
  name: 'limits.follow',
  ...writes,
  path: '/api/training-limits/:trainingLimitId/next',
  says: {
    vi: 'Ghi giá trị mới từ một ngày; giá trị cũ hết vào ngày ấy',
    en: 'Enter a new value; the one before ends that day',
  },
  input: Type.Object({ ...path, nextId: IdOf<'training_limit'>(), ...Said }),
  output: Done,
})

export const endLimit = endpoint({
  name: 'limits.end',
  ...writes,
  path: '/api/training-limits/:trainingLimitId/end',
  says: { vi: 'Ghi giới hạn hết hiệu lực', en: 'Record the end of a limit' },
  input: Type.Object({ ...path, last: PlainDateSchema, because: Words(500) }),
  output: Done,
})

/** It was never so: it counts nowhere, and what it followed goes on. */
export const withdrawLimit = endpoint({
  name: 'limits.withdraw',
  ...writes,
  path: '/api/training-limits/:trainingLimitId/withdraw',
  says: { vi: 'Rút giới hạn ghi nhầm', en: 'Withdraw a limit entered by mistake' },
  input: Type.Object({ ...path, because: Words(500) }),
  output: Done,
})
