// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const checkOfficials = call<typeof contract.checkOfficials>('roster.checkImport', 'POST', '/api/officials/import/check', 'upload')
export const faultyOfficials = call<typeof contract.faultyOfficials>('roster.importFaults', 'POST', '/api/officials/import/faults', 'document')
export const importOfficials = call<typeof contract.importOfficials>('roster.import', 'POST', '/api/officials/import', 'upload')
export const officialTemplate = call<typeof contract.officialTemplate>('roster.importTemplate', 'GET', '/api/officials/import/template', 'document')
