// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const getPointsTable = call<typeof contract.getPointsTable>('standards.points', 'GET', '/api/points-tables/:tableId')
export const getStandard = call<typeof contract.getStandard>('standards.get', 'GET', '/api/standards/:standardId')
export const law = call<typeof contract.law>('standards.law', 'GET', '/api/law/:hash')
export const listStandards = call<typeof contract.listStandards>('standards.list', 'GET', '/api/standards')
export const standardsFile = call<typeof contract.standardsFile>('standards.listFile', 'GET', '/api/standards/file', 'document')
