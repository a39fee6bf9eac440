/** The calls of handing records over: given, taken, refused, withdrawn; and which have no keeper any more. */
import { Type } from 'typebox'
import { CanSchema } from '#kernel/buttons.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { rosterButtons } from '../roster/contract.ts'
import { HandoverRow, HandoverStateSchema, LeftRow } from './model.ts'

const reads = { method: 'GET', right: 'roster.read' } as const
const writes = { method: 'POST', right: 'roster.write' } as const
const ofArea = { areaId: IdOf<'area'>() }
const path = { handoverId: IdOf<'official_handover'>() }
const Done = Type.Object(path)
const page = Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 }))

export const listHandovers = endpoint({
  name: 'handover.list',
  ...reads,
  path: '/api/areas/:areaId/handovers',
  says: { vi: 'Bàn giao hồ sơ cán bộ', en: 'Records handed over' },
  input: Type.Object({ ...ofArea, state: Type.Optional(HandoverStateSchema), page }),
  output: Type.Object({ areaName: Type.String(), total: Count, rows: Type.Array(HandoverRow) }),
})
export const handoversFile = listFile(listHandovers, {
  name: 'handover.listFile',
  path: '/api/areas/:areaId/handovers/file',
})

export const listLeft = endpoint({
  name: 'handover.left',
  ...reads,
  path: '/api/areas/:areaId/records-left',
  says: { vi: 'Hồ sơ do đơn vị đã hết giữ', en: 'Records kept by units that have ended' },
  input: Type.Object({ ...ofArea, page }),
  output: Type.Object({
    areaName: Type.String(),
    total: Count,
    rows: Type.Array(LeftRow),
    can: CanSchema(rosterButtons),
  }),
})
export const leftFile = listFile(listLeft, { name: 'handover.leftFile', path: '/api/areas/:areaId/records-left/file' })

export const handOver = endpoint({
  name: 'handover.give',
  ...writes,
  path: '/api/officials/hand-over',
  says: {
    vi: 'Bàn giao hồ sơ cho đơn vị khác; người có quyền ở cả hai nơi bàn giao xong ngay',
    en: 'Hand records over to another unit; done at once by who may at both',
  },
  input: Type.Object({
    officialIds: Type.Array(IdOf<'official'>(), { minItems: 1, maxItems: 200, uniqueItems: true }),
    toId: IdOf<'area'>(),
    because: Words(500),
  }),
  /** How many are kept there now, and how many wait to be taken. */
  output: Type.Object({ taken: Count, asked: Count }),
})

export const takeRecord = endpoint({
  name: 'handover.take',
  ...writes,
  path: '/api/handovers/:handoverId/take',
  says: { vi: 'Nhận bàn giao hồ sơ', en: 'Take a record over' },
  input: Type.Object(path),
  output: Done,
})

const reason = Type.Object({ ...path, because: Words(500) })

export const refuseRecord = endpoint({
  name: 'handover.refuse',
  ...writes,
  path: '/api/handovers/:handoverId/refuse',
  says: { vi: 'Không nhận bàn giao hồ sơ', en: 'Not take a record over' },
  input: reason,
  output: Done,
})

export const withdrawRecord = endpoint({
  name: 'handover.withdraw',
  ...writes,
  path: '/api/handovers/:handoverId/withdraw',
  says: { vi: 'Rút đề nghị bàn giao hồ sơ', en: 'Withdraw the handing over of a record' },
  input: reason,
  output: Done,
})
