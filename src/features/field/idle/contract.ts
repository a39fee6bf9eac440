/** The calls of the idle time of phones: what holds, what a province lays down, and what it takes back as a mistake. */
import { Type } from 'typebox'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { IdleRow, Laid } from './model.ts'

const right = 'account.manage'
const path = { phoneIdleTimeId: IdOf<'phone_idle_time'>() }
const Done = Type.Object(path)

export const idleButtons = { write: { right } } as const satisfies Buttons

export const listIdle = endpoint({
  name: 'field.idle',
  method: 'GET',
  path: '/api/areas/:areaId/phone-idle-times',
  right,
  says: { vi: 'Thời gian điện thoại tự khóa', en: 'After how long phones lock' },
  input: Type.Object({ areaId: IdOf<'area'>() }),
  output: Type.Object({
    day: PlainDateSchema,
    areaName: Type.String(),
    /** What holds at the area today, by its province or the program. */
    minutes: Count,
    rows: Type.Array(IdleRow),
    /** Offered at a province alone: it is its own to say. */
    can: CanSchema(idleButtons),
  }),
})
export const idleFile = listFile(listIdle, { name: 'field.idleFile', path: '/api/areas/:areaId/phone-idle-times/file' })

export const setIdle = endpoint({
  name: 'field.setIdle',
  method: 'POST',
  path: '/api/areas/:areaId/phone-idle-times',
  right,
  says: { vi: 'Đặt thời gian điện thoại tự khóa', en: 'Lay down after how long phones lock' },
  input: Type.Object({ areaId: IdOf<'area'>(), ...path, ...Laid }),
  output: Done,
})

export const withdrawIdle = endpoint({
  name: 'field.withdrawIdle',
  method: 'POST',
  path: '/api/phone-idle-times/:phoneIdleTimeId/withdraw',
  right,
  says: { vi: 'Bỏ thời gian tự khóa ghi nhầm', en: 'Take back an idle time entered by mistake' },
  input: Type.Object({ ...path, because: Words(500) }),
  output: Done,
})
