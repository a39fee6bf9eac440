/** The calls of the targets of moves into especially difficult units: what is aimed at, set, put right, ended. */
import { Type } from 'typebox'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, seenOf, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { SeenEnd } from '../norms/model.ts'
import { Target, TargetLine, TargetParticulars } from './model.ts'

const reads = { method: 'GET', right: 'roster.read' } as const
const writes = { method: 'POST', right: 'roster.target' } as const
const ofTarget = { moveTargetId: IdOf<'move_target'>() }
const Done = Type.Object(ofTarget)

export const targetButtons = { write: { right: 'roster.target' } } as const satisfies Buttons

export const listTargets = endpoint({
  name: 'targets.list',
  ...reads,
  path: '/api/areas/:areaId/move-targets',
  says: {
    vi: 'Chỉ tiêu luân chuyển, biệt phái đến nơi đặc biệt khó khăn, và đã thực hiện',
    en: 'Targets of moves into especially difficult units, and what was reached',
  },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    day: Type.Optional(PlainDateSchema),
    /** Those of all days, the ended ones among them. */
    all: Type.Optional(Type.Boolean()),
    /** Those that begin after the day, alone. */
    coming: Type.Optional(Type.Boolean()),
  }),
  output: Type.Object({
    day: PlainDateSchema,
    areaName: Type.String(),
    rows: Type.Array(TargetLine),
    /** Offered at a province alone: targets are its own. */
    can: CanSchema(targetButtons),
  }),
})
export const targetsFile = listFile(listTargets, {
  name: 'targets.listFile',
  path: '/api/areas/:areaId/move-targets/file',
})

export const setTarget = endpoint({
  name: 'targets.set',
  ...writes,
  path: '/api/areas/:areaId/move-targets',
  says: {
    vi: 'Ghi chỉ tiêu của một năm; chỉ tiêu trước hết vào ngày ấy',
    en: 'Set the target of a year; the one before ends that day',
  },
  input: Type.Object({ areaId: IdOf<'area'>(), ...ofTarget, ...Target, from: PlainDateSchema }),
  output: Done,
})

export const changeTarget = endpoint({
  name: 'targets.change',
  ...writes,
  path: '/api/move-targets/:moveTargetId/change',
  says: { vi: 'Sửa một chỉ tiêu ghi sai', en: 'Put a target right that was entered wrongly' },
  input: Type.Object({ ...ofTarget, ...Type.Partial(TargetParticulars).properties, ...seenOf(TargetParticulars) }),
  output: Done,
})

export const endTarget = endpoint({
  name: 'targets.end',
  ...writes,
  path: '/api/move-targets/:moveTargetId/end',
  says: { vi: 'Ghi chỉ tiêu thôi áp dụng', en: 'Record the end of a target' },
  /** Without a last day it was entered by mistake, and never held. `seen`: the first day without it, where that was written wrongly. */
  input: Type.Object({ ...ofTarget, last: Nullable(PlainDateSchema), seen: SeenEnd, because: Words(500) }),
  output: Done,
})
