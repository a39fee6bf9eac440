// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const checkMembers = call<typeof contract.checkMembers>('bodies.checkImport', 'POST', '/api/body-members/import/check', 'upload')
export const faultyMembers = call<typeof contract.faultyMembers>('bodies.importFaults', 'POST', '/api/body-members/import/faults', 'document')
export const importMembers = call<typeof contract.importMembers>('bodies.import', 'POST', '/api/body-members/import', 'upload')
export const memberTemplate = call<typeof contract.memberTemplate>('bodies.importTemplate', 'GET', '/api/body-members/import/template', 'document')
