// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const handOver = call<typeof contract.handOver>('handover.give', 'POST', '/api/officials/hand-over')
export const handoversFile = call<typeof contract.handoversFile>('handover.listFile', 'GET', '/api/areas/:areaId/handovers/file', 'document')
export const leftFile = call<typeof contract.leftFile>('handover.leftFile', 'GET', '/api/areas/:areaId/records-left/file', 'document')
export const listHandovers = call<typeof contract.listHandovers>('handover.list', 'GET', '/api/areas/:areaId/handovers')
export const listLeft = call<typeof contract.listLeft>('handover.left', 'GET', '/api/areas/:areaId/records-left')
export const refuseRecord = call<typeof contract.refuseRecord>('handover.refuse', 'POST', '/api/handovers/:handoverId/refuse')
export const takeRecord = call<typeof contract.takeRecord>('handover.take', 'POST', '/api/handovers/:handoverId/take')
export const withdrawRecord = call<typeof contract.withdrawRecord>('handover.withdraw', 'POST', '/api/handovers/:handoverId/withdraw')
