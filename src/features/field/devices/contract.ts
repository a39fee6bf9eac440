/** The calls of phones: the key of what lies there kept for its owner, what waits on which, and the word of the office. */
import { Type } from 'typebox'
import type { Instant } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { DeviceRow, DeviceStateSchema } from './model.ts'

const Promised = {
  idleMinutes: Count,
  /** What finished forms are sealed with. */
  delivery: Type.Object({ id: Type.String(), point: Type.String() }),
}
const path = { deviceId: IdOf<'field_device'>() }
const most = 100_000

export const keepDevice = endpoint({
  name: 'field.keepDevice',
  method: 'POST',
  path: '/api/field/devices',
  right: 'signed_in',
  says: {
    vi: 'Giữ khóa dữ liệu của một điện thoại cho chủ tài khoản',
    en: 'Keep the data key of a phone for its owner',
  },
  input: Type.Object({
    ...path,
    /** 32 bytes, base64url. */
    dataKey: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
  }),
  output: Type.Object({ ...path, ...Promised }),
})

export const deviceKey = endpoint({
  name: 'field.deviceKey',
  method: 'POST',
  reads: true,
  path: '/api/field/devices/:deviceId/key',
  right: 'signed_in',
  says: { vi: 'Lấy lại khóa dữ liệu của điện thoại mình', en: 'The data key of the own phone' },
  input: Type.Object(path),
  output: Type.Object({ dataKey: Type.String() }),
})

export const deviceSaid = endpoint({
  name: 'field.deviceSaid',
  method: 'GET',
  path: '/api/field/devices/:deviceId',
  right: 'public',
  says: { vi: 'Cơ quan nói gì về một điện thoại', en: 'What the office said of a phone' },
  input: Type.Object(path),
  output: Type.Object({
    /** Null: not known here. */
    state: Nullable(DeviceStateSchema),
    ...Promised,
  }),
})

export const tellWaits = endpoint({
  name: 'field.tellWaits',
  method: 'POST',
  reads: true,
  path: '/api/field/devices/:deviceId/waits',
  right: 'signed_in',
  says: { vi: 'Điện thoại báo còn gì chưa gửi', en: 'A phone tells what it has not sent' },
  input: Type.Object({
    ...path,
    waiting: Type.Integer({ minimum: 0, maximum: most }),
    begun: Type.Integer({ minimum: 0, maximum: most }),
    /** When the oldest of them was made. */
    oldestAt: Nullable(Type.Unsafe<Instant>(Type.String({ format: 'date-time', maxLength: 40 }))),
  }),
  output: Type.Object({}),
})

export const listDevices = endpoint({
  name: 'field.devices',
  method: 'GET',
  path: '/api/areas/:areaId/devices',
  right: 'survey.check',
  says: { vi: 'Điện thoại khảo sát và những gì còn chờ trên đó', en: 'Phones and what waits on them' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    state: Type.Optional(DeviceStateSchema),
    /** The name or sign-in name of who uses it, where they work, or what tells the phone apart (`deviceMark`). */
    q: Type.Optional(Type.String({ maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: most })),
  }),
  output: Type.Object({
    areaName: Type.String(),
    total: Count,
    /** On how many of them something waits. */
    waits: Count,
    rows: Type.Array(DeviceRow),
  }),
})
export const devicesFile = listFile(listDevices, { name: 'field.devicesFile', path: '/api/areas/:areaId/devices/file' })

export const sayOfDevice = endpoint({
  name: 'field.sayOfDevice',
  method: 'POST',
  path: '/api/field/devices/:deviceId/state',
  right: 'survey.check',
  says: { vi: 'Ghi điện thoại đã trả hoặc bị mất', en: 'Record that a phone was given back or lost' },
  input: Type.Object({
    ...path,
    state: Type.Unsafe<'returned' | 'lost'>(Type.Enum(['returned', 'lost'])),
    because: Words(500),
  }),
  output: Type.Object(path),
})
