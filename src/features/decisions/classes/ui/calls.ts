// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const classFigures = call<typeof contract.classFigures>('decisions.classFigures', 'GET', '/api/areas/:areaId/class-figures')
export const classFiguresFile = call<typeof contract.classFiguresFile>('decisions.classFiguresFile', 'GET', '/api/areas/:areaId/class-figures/file', 'document')
