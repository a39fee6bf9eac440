// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const areaPersonnel = call<typeof contract.areaPersonnel>('personnel.ofArea', 'GET', '/api/areas/:areaId/officials/personnel.xlsx', 'document')
export const officialPersonnel = call<typeof contract.officialPersonnel>('personnel.ofOfficial', 'GET', '/api/officials/:officialId/personnel.xlsx', 'document')
