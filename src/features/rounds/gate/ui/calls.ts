// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const closeGate = call<typeof contract.closeGate>('rounds.closeGate', 'POST', '/api/gate-overrides/:gateOverrideId/close')
export const gatePeopleFile = call<typeof contract.gatePeopleFile>('rounds.gatePeopleFile', 'GET', '/api/rounds/:roundId/gate/file', 'document')
export const listOverrides = call<typeof contract.listOverrides>('rounds.overrides', 'GET', '/api/areas/:areaId/gate-overrides')
export const openGate = call<typeof contract.openGate>('rounds.openGate', 'POST', '/api/rounds/:roundId/gate/open')
export const overridesFile = call<typeof contract.overridesFile>('rounds.overridesFile', 'GET', '/api/areas/:areaId/gate-overrides/file', 'document')
export const showGate = call<typeof contract.showGate>('rounds.gate', 'GET', '/api/rounds/:roundId/gate')
