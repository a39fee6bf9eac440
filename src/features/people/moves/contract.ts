/** The calls of rotation and secondment: who is away from where, and who is due back. */
import { Type } from 'typebox'
import { CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableLine, seenOf, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { rosterButtons } from '../roster/contract.ts'
import { PostCode, StandingSchema } from '../roster/model.ts'
import { MoveFilterSchema, MoveKindSchema, MoveView, Planned } from './model.ts'

const reads = { method: 'GET', right: 'roster.read' } as const
const writes = { method: 'POST', right: 'roster.write' } as const
const ofOfficial = { officialId: IdOf<'official'>() }
const ofMove = { moveId: IdOf<'official_move'>() }
const Done = Type.Object(ofOfficial)

export const listMoves = endpoint({
  name: 'moves.list',
  ...reads,
  path: '/api/areas/:areaId/moves',
  says: { vi: 'Luân chuyển, biệt phái của một đơn vị', en: 'Rotation and secondment of a unit' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    day: Type.Optional(PlainDateSchema),
    /** `away` has those who are due too; `begun` all but who is to go. */
    state: Type.Optional(MoveFilterSchema),
    kind: Type.Optional(MoveKindSchema),
    /** Into units that were especially difficult on the first day, as far as that is recorded. */
    difficult: Type.Optional(Type.Boolean()),
    /** The year in which it began. */
    year: Type.Optional(Type.Integer({ minimum: 1990, maximum: 2100 })),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    day: PlainDateSchema,
    areaName: Type.String(),
    total: Count,
    /** One may be moved twice. */
    people: Count,
    rows: Type.Array(MoveView),
    can: CanSchema(rosterButtons),
  }),
})
export const movesFile = listFile(listMoves, { name: 'moves.listFile', path: '/api/areas/:areaId/moves/file' })

export const showMoves = endpoint({
  name: 'moves.ofOfficial',
  ...reads,
  path: '/api/officials/:officialId/moves',
  says: { vi: 'Luân chuyển, biệt phái của một cán bộ', en: 'Rotation and secondment of an official' },
  input: Type.Object(ofOfficial),
  output: Type.Object({ name: Type.String(), moves: Type.Array(MoveView) }),
})
export const officialMovesFile = listFile(showMoves, {
  name: 'moves.ofOfficialFile',
  path: '/api/officials/:officialId/moves/file',
})

export const moveOfficial = endpoint({
  name: 'moves.move',
  ...writes,
  path: '/api/officials/:officialId/moves',
  says: { vi: 'Ghi luân chuyển, biệt phái', en: 'Record a rotation or secondment' },
  input: Type.Object({
    ...ofOfficial,
    ...ofMove,
    ...Planned,
    /** The post that is left, or kept meanwhile. */
    leftId: IdOf<'appointment'>(),
    /** The post there. */
    appointmentId: IdOf<'appointment'>(),
    /** Given although the norm is filled: whoever appoints was asked. */
    also: Type.Optional(Type.Boolean()),
    post: PostCode,
    areaId: IdOf<'area'>(),
    standing: StandingSchema,
    from: PlainDateSchema,
    decisionNumber: PrintableLine(60),
    decidedOn: Nullable(PlainDateSchema),
    /** Of a move that is over by now: the last day there, and what came of it. */
    over: Type.Optional(Type.Object({ last: PlainDateSchema, outcome: Words(1000) })),
  }),
  output: Done,
})

export const changeMove = endpoint({
  name: 'moves.change',
  ...writes,
  path: '/api/moves/:moveId/change',
  says: { vi: 'Sửa một lần luân chuyển, biệt phái', en: 'Change a rotation or secondment' },
  input: Type.Object({
    ...ofMove,
    ...Type.Partial(Type.Object(Planned)).properties,
    ...seenOf(Type.Object(Planned)),
  }),
  output: Done,
})

export const endMove = endpoint({
  name: 'moves.end',
  ...writes,
  path: '/api/moves/:moveId/end',
  says: { vi: 'Ghi kết thúc luân chuyển, biệt phái', en: 'Record the end of a rotation or secondment' },
  input: Type.Object({
    ...ofMove,
    last: PlainDateSchema,
    outcome: Words(1000),
    /** Whether the post there is held on. */
    stays: Type.Optional(Type.Boolean()),
  }),
  output: Done,
})

export const correctMoveEnd = endpoint({
  name: 'moves.correctEnd',
  ...writes,
  path: '/api/moves/:moveId/correct-end',
  says: { vi: 'Sửa kết thúc luân chuyển, biệt phái ghi sai', en: 'Correct the end of a rotation or secondment' },
  input: Type.Object({
    ...ofMove,
    last: PlainDateSchema,
    outcome: Words(1000),
    stays: Type.Boolean(),
    because: Words(500),
    /** As the end was when it was looked at. */
    was: Type.Object({ last: Nullable(PlainDateSchema), outcome: Nullable(Type.String()), stays: Type.Boolean() }),
  }),
  output: Done,
})

export const takeMoveAway = endpoint({
  name: 'moves.takeAway',
  ...writes,
  path: '/api/moves/:moveId/take-away',
  says: { vi: 'Bỏ một lần luân chuyển, biệt phái ghi nhầm', en: 'Take a wrong rotation or secondment away' },
  input: Type.Object({ ...ofMove, because: Words(500) }),
  output: Done,
})
