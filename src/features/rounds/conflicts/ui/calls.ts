// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const conflictsFile = call<typeof contract.conflictsFile>('conflicts.listFile', 'GET', '/api/rounds/:roundId/conflicts/file', 'document')
export const listConflicts = call<typeof contract.listConflicts>('conflicts.list', 'GET', '/api/rounds/:roundId/conflicts')
