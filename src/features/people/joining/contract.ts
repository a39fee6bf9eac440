/** The calls of joining two records of one person: who may stand twice, what stands against it, and doing it. */
import { Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, PrintableText } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { AgainstView, type Differing, DoubleRow, differing, FormerRow } from './model.ts'

const reads = { method: 'GET', right: 'roster.read' } as const
const path = { officialId: IdOf<'official'>() }

export const listDoubles = endpoint({
  name: 'joining.doubles',
  ...reads,
  path: '/api/areas/:areaId/officials/doubles',
  says: { vi: 'Hồ sơ cán bộ có thể trùng', en: 'Records that may be of one person' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({ areaName: Type.String(), total: Count, rows: Type.Array(DoubleRow) }),
})
export const doublesFile = listFile(listDoubles, {
  name: 'joining.doublesFile',
  path: '/api/areas/:areaId/officials/doubles/file',
})

export const compareRecords = endpoint({
  name: 'joining.compare',
  method: 'GET',
  right: 'roster.write',
  path: '/api/officials/:officialId/join/:formerId',
  says: { vi: 'Gộp hai hồ sơ được không, vì sao', en: 'Whether two records can be joined, and why not' },
  input: Type.Object({ ...path, formerId: IdOf<'official'>() }),
  output: Type.Object({
    faults: Type.Array(AgainstView),
    /** The particulars that differ, by name: those of the record that stays are kept. */
    differs: Type.Array(Type.Unsafe<Differing>(Type.Enum([...differing]))),
  }),
})

export const joinRecords = endpoint({
  name: 'joining.join',
  method: 'POST',
  right: 'roster.write',
  path: '/api/officials/:officialId/join',
  says: {
    vi: 'Gộp hồ sơ khác của cùng một người vào hồ sơ này',
    en: 'Join another record of the same person into this',
  },
  input: Type.Object({ ...path, formerId: IdOf<'official'>(), because: PrintableText(500) }),
  output: Type.Object(path),
})

export const listFormer = endpoint({
  name: 'joining.former',
  ...reads,
  path: '/api/officials/:officialId/former-records',
  says: { vi: 'Các hồ sơ đã gộp vào hồ sơ này', en: 'The records that went into this one' },
  input: Type.Object(path),
  output: Type.Object({ rows: Type.Array(Type.Object({ ...FormerRow.properties, on: PlainDateSchema })) }),
})
