// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const idleFile = call<typeof contract.idleFile>('field.idleFile', 'GET', '/api/areas/:areaId/phone-idle-times/file', 'document')
export const listIdle = call<typeof contract.listIdle>('field.idle', 'GET', '/api/areas/:areaId/phone-idle-times')
export const setIdle = call<typeof contract.setIdle>('field.setIdle', 'POST', '/api/areas/:areaId/phone-idle-times')
export const withdrawIdle = call<typeof contract.withdrawIdle>('field.withdrawIdle', 'POST', '/api/phone-idle-times/:phoneIdleTimeId/withdraw')
