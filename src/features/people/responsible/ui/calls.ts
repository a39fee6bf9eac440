// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const listResponsible = call<typeof contract.listResponsible>('responsible.list', 'GET', '/api/areas/:areaId/responsible')
export const responsibleFile = call<typeof contract.responsibleFile>('responsible.listFile', 'GET', '/api/areas/:areaId/responsible/file', 'document')
