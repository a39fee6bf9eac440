/** The calls of the gate of a round: who is kept back, letting somebody survey all the same, and where that was done. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { OverrideRow, RoundGate } from './model.ts'

const path = { gateOverrideId: IdOf<'gate_override'>() }
const Done = Type.Object(path)

export const showGate = endpoint({
  name: 'rounds.gate',
  method: 'GET',
  right: 'gate.open',
  path: '/api/rounds/:roundId/gate',
  says: { vi: 'Ai của kỳ chưa có chứng nhận còn hạn', en: 'Who of a round holds no valid credential' },
  input: Type.Object({ roundId: IdOf<'round'>() }),
  output: RoundGate,
})

export const gatePeopleFile = listFile(showGate, {
  name: 'rounds.gatePeopleFile',
  path: '/api/rounds/:roundId/gate/file',
})

export const listOverrides = endpoint({
  name: 'rounds.overrides',
  method: 'GET',
  right: 'round.read',
  path: '/api/areas/:areaId/gate-overrides',
  says: {
    vi: 'Những lần cho phép khảo sát khi chưa có chứng nhận',
    en: 'Where somebody was let survey without a credential',
  },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    roundId: Type.Optional(IdOf<'round'>()),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({ areaName: Type.String(), total: Count, rows: Type.Array(OverrideRow) }),
})
export const overridesFile = listFile(listOverrides, {
  name: 'rounds.overridesFile',
  path: '/api/areas/:areaId/gate-overrides/file',
})

export const openGate = endpoint({
  name: 'rounds.openGate',
  method: 'POST',
  right: 'gate.open',
  path: '/api/rounds/:roundId/gate/open',
  says: {
    vi: 'Cho một người khảo sát trong kỳ khi chưa có chứng nhận, kèm lý do',
    en: 'Let somebody survey in a round without a credential, with the reason',
  },
  input: Type.Object({
    ...path,
    roundId: IdOf<'round'>(),
    accountId: IdOf<'account'>(),
    ruleId: IdOf<'credential_rule'>(),
    because: Words(500),
  }),
  output: Done,
})

export const closeGate = endpoint({
  name: 'rounds.closeGate',
  method: 'POST',
  right: 'gate.open',
  path: '/api/gate-overrides/:gateOverrideId/close',
  says: {
    vi: 'Rút việc cho phép khảo sát khi chưa có chứng nhận',
    en: 'Take back that somebody may survey without a credential',
  },
  input: Type.Object({ ...path, because: Words(500) }),
  output: Done,
})
