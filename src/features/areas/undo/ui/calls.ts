// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const showAreaUndoing = call<typeof contract.showAreaUndoing>('areas.undoing', 'GET', '/api/area-events/:areaEventId/undoing')
export const undoAreaEvent = call<typeof contract.undoAreaEvent>('areas.undo', 'POST', '/api/area-events/:areaEventId/undo')
