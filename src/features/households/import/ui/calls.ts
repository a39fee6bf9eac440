// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const checkImport = call<typeof contract.checkImport>('households.checkImport', 'POST', '/api/households/import/check', 'upload')
export const faultyRows = call<typeof contract.faultyRows>('households.importFaults', 'POST', '/api/households/import/faults', 'document')
export const importHouseholds = call<typeof contract.importHouseholds>('households.import', 'POST', '/api/households/import', 'upload')
export const importTemplate = call<typeof contract.importTemplate>('households.importTemplate', 'GET', '/api/households/import/template', 'document')
