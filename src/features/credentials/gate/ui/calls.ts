// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const listSettings = call<typeof contract.listSettings>('gate.list', 'GET', '/api/gate-settings')
export const setGate = call<typeof contract.setGate>('gate.set', 'POST', '/api/gate-settings')
export const settingsFile = call<typeof contract.settingsFile>('gate.listFile', 'GET', '/api/gate-settings/file', 'document')
export const withdrawGate = call<typeof contract.withdrawGate>('gate.withdraw', 'POST', '/api/gate-settings/:gateSettingId/withdraw')
