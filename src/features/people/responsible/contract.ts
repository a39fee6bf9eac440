/** Who is responsible at a unit on a day: who holds a post there, and at the units above it that the actor sees. */
import { type Static, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, SaidSchema } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { ActsForView, LevelSchema, StandingSchema } from '../roster/model.ts'

export const ResponsibleLine = Type.Object({
  appointmentId: IdOf<'appointment'>(),
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  level: LevelSchema,
  said: SaidSchema,
  standing: StandingSchema,
  actsFor: Nullable(ActsForView),
  officialId: IdOf<'official'>(),
  name: Type.String(),
  from: PlainDateSchema,
  until: Nullable(PlainDateSchema),
  /** The first day without its unit, where that has ended by today and nobody has said what becomes of who works there. */
  unplacedFrom: Nullable(PlainDateSchema),
  decisionNumber: Nullable(Type.String()),
})
export type ResponsibleLine = Static<typeof ResponsibleLine>

export const listResponsible = endpoint({
  name: 'responsible.list',
  method: 'GET',
  right: 'roster.read',
  path: '/api/areas/:areaId/responsible',
  says: {
    vi: 'Ai phụ trách ở một đơn vị trong một ngày: tại đơn vị ấy và các cấp trên',
    en: 'Who is responsible at a unit on a day: there and at the units above',
  },
  input: Type.Object({ areaId: IdOf<'area'>(), day: Type.Optional(PlainDateSchema) }),
  output: Type.Object({
    day: PlainDateSchema,
    areaName: Type.String(),
    /** Whether the unit stands on the day; where not, nobody was responsible there. */
    stands: Type.Boolean(),
    rows: Type.Array(ResponsibleLine),
  }),
})
export const responsibleFile = listFile(listResponsible, {
  name: 'responsible.listFile',
  path: '/api/areas/:areaId/responsible/file',
})
