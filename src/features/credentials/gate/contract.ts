/** The calls of the gate to the survey: what provinces laid down, a new setting, one withdrawn. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { SettingRow, SettingSaid } from './model.ts'

const writes = { method: 'POST', right: 'credential.rule' } as const
const path = { gateSettingId: IdOf<'gate_setting'>() }
const Done = Type.Object(path)

export const listSettings = endpoint({
  name: 'gate.list',
  method: 'GET',
  right: 'training.read',
  path: '/api/gate-settings',
  says: {
    vi: 'Tỉnh quy định kiểm tra chứng nhận khi giao việc khảo sát ra sao',
    en: 'How provinces ask for credentials where surveys are given out',
  },
  input: Type.Object({
    areaId: Type.Optional(IdOf<'area'>()),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    total: Count,
    rows: Type.Array(SettingRow),
    /** The provinces for which the actor may lay it down. */
    mayEnterAt: Type.Array(Type.Object({ areaId: IdOf<'area'>(), name: Type.String() })),
  }),
})
export const settingsFile = listFile(listSettings, { name: 'gate.listFile', path: '/api/gate-settings/file' })

export const setGate = endpoint({
  name: 'gate.set',
  ...writes,
  path: '/api/gate-settings',
  says: {
    vi: 'Quy định kiểm tra chứng nhận cho các kỳ rà soát mở từ một ngày',
    en: 'Lay down whether credentials are asked for in rounds opened from a day on',
  },
  input: Type.Object({ ...path, areaId: IdOf<'area'>(), ...SettingSaid.properties }),
  output: Done,
})

export const withdrawGate = endpoint({
  name: 'gate.withdraw',
  ...writes,
  path: '/api/gate-settings/:gateSettingId/withdraw',
  says: { vi: 'Rút quy định kiểm tra chứng nhận ghi nhầm', en: 'Withdraw a setting entered by mistake' },
  input: Type.Object({ ...path, because: Words(500) }),
  output: Done,
})
