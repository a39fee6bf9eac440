/** The calls of joining two records of one person: who may stand twice, or is two people; what stands against it; doing it. */
import { Type } from 'typebox'
import { CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, PrintableText, ToldSchema } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { rosterButtons } from '../roster/contract.ts'
import { AgainstView, AlikeRow, ApartRow, type Differing, DoubleRow, differing, FormerRow } from './model.ts'

const reads = { method: 'GET', right: 'roster.read' } as const
const writes = { method: 'POST', right: 'roster.write' } as const
const path = { officialId: IdOf<'official'>() }
const ofPair = { apartId: IdOf<'official_apart'>() }
const ofArea = Type.Object({
  areaId: IdOf<'area'>(),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
})

export const listDoubles = endpoint({
  name: 'joining.doubles',
  ...reads,
  path: '/api/areas/:areaId/officials/doubles',
  says: { vi: 'Hồ sơ cán bộ có thể trùng', en: 'Records that may be of one person' },
  input: ofArea,
  output: Type.Object({
    areaName: Type.String(),
    total: Count,
    rows: Type.Array(DoubleRow),
    can: CanSchema(rosterButtons),
  }),
})
export const doublesFile = listFile(listDoubles, {
  name: 'joining.doublesFile',
  path: '/api/areas/:areaId/officials/doubles/file',
})

export const listApart = endpoint({
  name: 'joining.listApart',
  ...reads,
  path: '/api/areas/:areaId/officials/apart',
  says: { vi: 'Hồ sơ giống nhau đã nói là hai người', en: 'Records that are alike and said to be of two people' },
  input: ofArea,
  output: Type.Object({
    areaName: Type.String(),
    total: Count,
    rows: Type.Array(ApartRow),
    can: CanSchema(rosterButtons),
  }),
})
export const apartFile = listFile(listApart, {
  name: 'joining.apartFile',
  path: '/api/areas/:areaId/officials/apart/file',
})

export const listAlike = endpoint({
  name: 'joining.alike',
  ...reads,
  path: '/api/officials/:officialId/alike',
  says: {
    vi: 'Hồ sơ nào giống hồ sơ này, đã nói là hai người chưa',
    en: 'Records alike to one, and whether they are said to be two people',
  },
  input: Type.Object(path),
  output: Type.Object({ rows: Type.Array(AlikeRow) }),
})

export const sayApart = endpoint({
  name: 'joining.apart',
  ...writes,
  path: '/api/officials/:officialId/apart',
  says: { vi: 'Nói hai hồ sơ giống nhau là hai người', en: 'Say that two records that are alike are two people' },
  input: Type.Object({ ...path, ...ofPair, otherId: IdOf<'official'>(), because: PrintableText(500) }),
  output: Type.Object(ofPair),
})

export const takeApartBack = endpoint({
  name: 'joining.notApart',
  ...writes,
  path: '/api/officials/apart/:apartId/take-back',
  says: { vi: 'Rút lời nói hai hồ sơ là hai người', en: 'Take back that two records are two people' },
  input: Type.Object({ ...ofPair, because: PrintableText(500) }),
  output: Type.Object(ofPair),
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
    /** What hangs on each, of what the actor may see: bodies, tasks, needs ... */
    keptHas: ToldSchema.properties.held,
    formerHas: ToldSchema.properties.held,
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
