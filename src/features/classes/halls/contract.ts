/** The calls of halls: listed, entered, put right, given up. */
import { Type } from 'typebox'
import { SeenEnd } from '#features/people/norms/model.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableLine, PrintableText, seenOf, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { HallRow, HallStateSchema, SeatsSchema } from './model.ts'

const writes = { method: 'POST', right: 'class.manage' } as const
const path = { classHallId: IdOf<'class_hall'>() }
const Done = Type.Object(path)

const Said = {
  name: PrintableText(200),
  address: PrintableLine(300),
  seats: SeatsSchema,
  equipment: PrintableLine(300),
}
export const HallParticulars = Type.Object(Said)

export const listHalls = endpoint({
  name: 'halls.list',
  method: 'GET',
  right: 'training.read',
  path: '/api/areas/:areaId/class-halls',
  says: { vi: 'Hội trường, phòng học', en: 'Halls and rooms' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    state: Type.Optional(HallStateSchema),
    /** With room for so many. */
    seats: Type.Optional(SeatsSchema),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    areaName: Type.String(),
    total: Count,
    rows: Type.Array(HallRow),
    /** Whether the actor may enter halls here. */
    mayWrite: Type.Boolean(),
  }),
})
export const hallsFile = listFile(listHalls, { name: 'halls.listFile', path: '/api/areas/:areaId/class-halls/file' })

export const enterHall = endpoint({
  name: 'halls.enter',
  ...writes,
  path: '/api/class-halls',
  says: { vi: 'Ghi một hội trường, phòng học', en: 'Enter a hall or room' },
  input: Type.Object({ ...path, areaId: IdOf<'area'>(), ...Said, from: PlainDateSchema }),
  output: Done,
})

export const changeHall = endpoint({
  name: 'halls.change',
  ...writes,
  path: '/api/class-halls/:classHallId/change',
  says: { vi: 'Sửa hội trường, phòng học', en: 'Change a hall or room' },
  input: Type.Object({ ...path, ...Type.Partial(HallParticulars).properties, ...seenOf(HallParticulars) }),
  output: Done,
})

export const closeHall = endpoint({
  name: 'halls.close',
  ...writes,
  path: '/api/class-halls/:classHallId/close',
  says: { vi: 'Ghi hội trường thôi dùng', en: 'Record that a hall is given up' },
  /** Without a last day it was entered by mistake, and never was one. `seen`: the first day without it, where that was written wrongly. */
  input: Type.Object({ ...path, last: Nullable(PlainDateSchema), seen: SeenEnd, because: Words(500) }),
  output: Done,
})
