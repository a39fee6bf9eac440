// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const areaChildren = call<typeof contract.areaChildren>('areas.children', 'GET', '/api/areas/:areaId/children')
export const areaHistory = call<typeof contract.areaHistory>('areas.history', 'GET', '/api/areas/:areaId/history')
export const areaTouched = call<typeof contract.areaTouched>('areas.touched', 'GET', '/api/areas/:areaId/touched')
export const childrenFile = call<typeof contract.childrenFile>('areas.childrenFile', 'GET', '/api/areas/:areaId/children/file', 'document')
export const declareTotal = call<typeof contract.declareTotal>('areas.declareTotal', 'POST', '/api/areas/:areaId/declared-totals')
export const declaredFile = call<typeof contract.declaredFile>('areas.declaredFile', 'GET', '/api/areas/:areaId/declared/file', 'document')
export const giveStatus = call<typeof contract.giveStatus>('areas.giveStatus', 'POST', '/api/areas/:areaId/statuses')
export const recordAreaEvent = call<typeof contract.recordAreaEvent>('areas.recordEvent', 'POST', '/api/area-events')
export const rootArea = call<typeof contract.rootArea>('areas.root', 'GET', '/api/areas/root')
export const searchAreas = call<typeof contract.searchAreas>('areas.search', 'GET', '/api/areas/search')
export const showArea = call<typeof contract.showArea>('areas.show', 'GET', '/api/areas/:areaId')
