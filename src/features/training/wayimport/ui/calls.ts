// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const checkWays = call<typeof contract.checkWays>('ways.checkImport', 'POST', '/api/training-ways/import/check', 'upload')
export const faultyWays = call<typeof contract.faultyWays>('ways.importFaults', 'POST', '/api/training-ways/import/faults', 'document')
export const importWays = call<typeof contract.importWays>('ways.import', 'POST', '/api/training-ways/import', 'upload')
export const wayTemplate = call<typeof contract.wayTemplate>('ways.importTemplate', 'GET', '/api/training-ways/import/template', 'document')
