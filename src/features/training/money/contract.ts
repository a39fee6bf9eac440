/** The calls of the norms of spending: what stands in them, one entered, put right, followed by a new value, ended. */
import { Type } from 'typebox'
import { SeenEnd } from '#features/people/norms/model.ts'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableLine, PrintableText, seenOf, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { CountedBySchema, DongSchema, NormRow, NormStateSchema, ValueMarkSchema } from './model.ts'

const reads = { method: 'GET', right: 'training.read' } as const
const writes = { method: 'POST', right: 'training.norm' } as const
const path = { spendingNormId: IdOf<'spending_norm'>() }
const Done = Type.Object(path)

export const normButtons = {
  change: { right: 'training.norm', of: 'any' },
  raise: { right: 'training.norm', of: 'open' },
  /** Or its end is put right. */
  end: { right: 'training.norm', of: 'last' },
} as const satisfies Buttons<{ of: 'any' | 'open' | 'last' }>

export const listNorms = endpoint({
  name: 'money.norms',
  ...reads,
  path: '/api/spending-norms',
  says: { vi: 'Định mức chi đào tạo, bồi dưỡng', en: 'Norms of spending on training' },
  input: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 100 })),
    state: Type.Optional(NormStateSchema),
    countedBy: Type.Optional(CountedBySchema),
    areaId: Type.Optional(IdOf<'area'>()),
    /** Those whose value is that of the day. */
    day: Type.Optional(PlainDateSchema),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    total: Count,
    rows: Type.Array(NormRow),
    /** The provinces that have norms, to choose one. */
    provinces: Type.Array(Type.Object({ areaId: IdOf<'area'>(), name: Type.String() })),
    /** Those for which the actor may enter one. */
    mayEnterAt: Type.Array(Type.Object({ areaId: IdOf<'area'>(), name: Type.String() })),
  }),
})
export const normsFile = listFile(listNorms, { name: 'money.normsFile', path: '/api/spending-norms/file' })

export const showNorm = endpoint({
  name: 'money.norm',
  ...reads,
  path: '/api/spending-norms/:spendingNormId',
  says: { vi: 'Một định mức chi: các mức theo thời gian', en: 'One norm of spending: its values over time' },
  input: Type.Object(path),
  output: Type.Object({
    ...NormRow.properties,
    note: Type.String(),
    /** Whether it took the place of another on its first day. */
    follows: Type.Boolean(),
    /** All values of the item, the latest first. */
    values: Type.Array(NormRow),
    can: CanSchema(normButtons),
  }),
})
export const valuesFile = listFile(showNorm, {
  name: 'money.valuesFile',
  path: '/api/spending-norms/:spendingNormId/values/file',
})

const Value = {
  dong: DongSchema,
  from: PlainDateSchema,
  legalReference: PrintableText(300),
  mark: ValueMarkSchema,
}
const Particulars = { item: PrintableText(200), countedBy: CountedBySchema, ...Value, note: PrintableLine(1000) }
export const NormParticulars = Type.Object(Particulars)

export const enterNorm = endpoint({
  name: 'money.enter',
  ...writes,
  path: '/api/spending-norms',
  says: { vi: 'Ghi một định mức chi', en: 'Enter a norm of spending' },
  input: Type.Object({ ...path, areaId: IdOf<'area'>(), ...Particulars }),
  output: Done,
})

export const changeNorm = endpoint({
  name: 'money.change',
  ...writes,
  path: '/api/spending-norms/:spendingNormId/change',
  says: { vi: 'Sửa một định mức ghi sai', en: 'Put a norm right that was entered wrongly' },
  input: Type.Object({ ...path, ...Type.Partial(NormParticulars).properties, ...seenOf(NormParticulars) }),
  output: Done,
})

export const raiseNorm = endpoint({
  name: 'money.raise',
  ...writes,
  path: '/api/spending-norms/:spendingNormId/next',
  says: {
    vi: 'Ghi mức mới từ một ngày; mức cũ hết vào ngày ấy',
    en: 'Enter a new value; the one before ends that day',
  },
  input: Type.Object({ ...path, nextId: IdOf<'spending_norm'>(), ...Value }),
  output: Done,
})

export const endNorm = endpoint({
  name: 'money.end',
  ...writes,
  path: '/api/spending-norms/:spendingNormId/end',
  says: { vi: 'Ghi định mức hết hiệu lực', en: 'Record the end of a norm' },
  /** Without a last day it was entered by mistake and never held: what it followed goes on. `seen`: the first day without it, where that was written wrongly. */
  input: Type.Object({ ...path, last: Nullable(PlainDateSchema), seen: SeenEnd, because: Words(500) }),
  output: Done,
})
