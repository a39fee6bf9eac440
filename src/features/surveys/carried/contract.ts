/**
 * The calls by which an official takes the register of a commune to the phone: which communes, the taking itself (a line of
 * the audit), its villages with their versions, and a village in parts. A part is given only under a taking of the day.
 */
import { Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count } from '#kernel/schema.ts'
import { CarriedHousehold } from './model.ts'

const path = { areaId: IdOf<'area'>() }
/** The command by which it was begun. */
const under = { takingId: IdOf<'command'>() }
const right = 'household.carry'
const most = 10_000

export const carriableCommunes = endpoint({
  name: 'surveys.carriable',
  method: 'GET',
  path: '/api/carried',
  right,
  says: { vi: 'Các xã được mang cả sổ hộ về điện thoại', en: 'Communes whose register may be taken to the phone' },
  input: Type.Object({}),
  output: Type.Object({
    communes: Type.Array(Type.Object({ areaId: IdOf<'area'>(), name: Type.String(), households: Count })),
  }),
})

export const carryCommune = endpoint({
  name: 'surveys.carry',
  method: 'POST',
  path: '/api/carried/:areaId',
  right,
  says: { vi: 'Lấy sổ hộ của cả xã về điện thoại (có ghi nhật ký)', en: 'Take the register of a commune (audited)' },
  input: Type.Object(path),
  output: Type.Object({ areaId: IdOf<'area'>(), day: PlainDateSchema, households: Count }),
})

export const carriedVillages = endpoint({
  name: 'surveys.carriedVillages',
  method: 'GET',
  path: '/api/carried/:areaId/villages',
  right,
  says: {
    vi: 'Các thôn của xã, sổ hộ mỗi thôn đang là bản nào',
    en: 'Villages and the version of the register of each',
  },
  input: Type.Object({ ...path, ...under }),
  output: Type.Object({
    name: Type.String(),
    day: PlainDateSchema,
    villages: Type.Array(
      Type.Object({
        villageId: IdOf<'area'>(),
        name: Type.String(),
        households: Count,
        persons: Count,
        parts: Count,
        version: Type.String(),
      }),
    ),
  }),
})

export const carriedPart = endpoint({
  name: 'surveys.carriedPart',
  method: 'GET',
  path: '/api/carried/:areaId/villages/:villageId',
  right,
  says: { vi: 'Một phần sổ hộ của một thôn', en: 'A part of the register of a village' },
  input: Type.Object({
    ...path,
    ...under,
    villageId: IdOf<'area'>(),
    /** Counted from 0. */
    part: Type.Integer({ minimum: 0, maximum: most }),
  }),
  output: Type.Object({
    day: PlainDateSchema,
    /** Of the whole village as this part was read. */
    version: Type.String(),
    households: Type.Array(CarriedHousehold),
  }),
})
