// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const casesFile = call<typeof contract.casesFile>('surveys.listFile', 'GET', '/api/rounds/:roundId/cases/file', 'document')
export const listCases = call<typeof contract.listCases>('surveys.list', 'GET', '/api/rounds/:roundId/cases')
