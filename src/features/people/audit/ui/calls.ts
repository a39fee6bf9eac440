// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const auditFile = call<typeof contract.auditFile>('people.auditFile', 'GET', '/api/areas/:areaId/audit/file', 'document')
export const auditWords = call<typeof contract.auditWords>('people.audit_words', 'GET', '/api/audit/words')
export const readAudit = call<typeof contract.readAudit>('people.audit', 'GET', '/api/areas/:areaId/audit')
