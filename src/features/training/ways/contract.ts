/** The calls of places of classes and of ways to them. */
import { Type } from 'typebox'
import { SeenEnd } from '#features/people/norms/model.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableLine, seenOf, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { NormStateSchema } from '../money/model.ts'
import { KmSchema, PlaceRow, WayRow } from './model.ts'

const reads = { method: 'GET', right: 'training.read' } as const
const writes = { method: 'POST', right: 'training.manage' } as const
const placePath = { classPlaceId: IdOf<'class_place'>() }
const wayPath = { trainingWayId: IdOf<'training_way'>() }
const Page = Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 }))

export const listPlaces = endpoint({
  name: 'ways.places',
  ...reads,
  path: '/api/areas/:areaId/class-places',
  says: { vi: 'Nơi được mở lớp', en: 'Places of classes' },
  input: Type.Object({ areaId: IdOf<'area'>(), state: Type.Optional(NormStateSchema) }),
  output: Type.Object({
    areaName: Type.String(),
    rows: Type.Array(PlaceRow),
    /** Whether the actor may open places here and enter ways. */
    mayWrite: Type.Boolean(),
  }),
})
export const placesFile = listFile(listPlaces, {
  name: 'ways.placesFile',
  path: '/api/areas/:areaId/class-places/file',
})

export const openPlace = endpoint({
  name: 'ways.openPlace',
  ...writes,
  path: '/api/class-places',
  says: { vi: 'Ghi một nơi được mở lớp', en: 'Enter a place of classes' },
  input: Type.Object({ ...placePath, areaId: IdOf<'area'>(), hall: PrintableLine(200), from: PlainDateSchema }),
  output: Type.Object(placePath),
})

export const closePlace = endpoint({
  name: 'ways.closePlace',
  ...writes,
  path: '/api/class-places/:classPlaceId/close',
  says: { vi: 'Ghi nơi thôi mở lớp', en: 'Record that a place holds no more classes' },
  /** Without a last day it was entered by mistake, and never was one. `seen`: the first day without it, where that was written wrongly. */
  input: Type.Object({ ...placePath, last: Nullable(PlainDateSchema), seen: SeenEnd, because: Words(500) }),
  output: Type.Object(placePath),
})

export const listWays = endpoint({
  name: 'ways.list',
  ...reads,
  path: '/api/areas/:areaId/training-ways',
  says: { vi: 'Đường từ xã đến nơi mở lớp', en: 'Ways from communes to places of classes' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    /** Either end. */
    placeId: Type.Optional(IdOf<'area'>()),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    page: Page,
  }),
  output: Type.Object({
    areaName: Type.String(),
    total: Count,
    rows: Type.Array(WayRow),
    /** Communes from which no way to a place of today is known, by name. */
    missing: Type.Array(Type.String()),
  }),
})
export const waysFile = listFile(listWays, { name: 'ways.listFile', path: '/api/areas/:areaId/training-ways/file' })

export const enterWay = endpoint({
  name: 'ways.enter',
  ...writes,
  path: '/api/training-ways',
  says: { vi: 'Ghi đường đi giữa hai đơn vị', en: 'Enter how far it is between two units' },
  input: Type.Object({ ...wayPath, fromId: IdOf<'area'>(), toId: IdOf<'area'>(), km: KmSchema }),
  output: Type.Object(wayPath),
})

const Km = Type.Object({ km: KmSchema })
export const changeWay = endpoint({
  name: 'ways.change',
  ...writes,
  path: '/api/training-ways/:trainingWayId/change',
  says: { vi: 'Sửa số km của một đường', en: 'Change how far a way is' },
  input: Type.Object({ ...wayPath, km: KmSchema, ...seenOf(Km) }),
  output: Type.Object(wayPath),
})

export const dropWay = endpoint({
  name: 'ways.drop',
  ...writes,
  path: '/api/training-ways/:trainingWayId/drop',
  says: { vi: 'Bỏ một đường ghi nhầm', en: 'Drop a way entered wrongly' },
  input: Type.Object({ ...wayPath, because: Words(500) }),
  output: Type.Object(wayPath),
})
