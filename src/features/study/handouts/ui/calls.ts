// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const handoutChoices = call<typeof contract.handoutChoices>('handouts.choices', 'GET', '/api/areas/:areaId/handouts/choices')
export const handoutSumsFile = call<typeof contract.handoutSumsFile>('handouts.sumsFile', 'GET', '/api/areas/:areaId/handouts/sums/file', 'document')
export const handoutsFile = call<typeof contract.handoutsFile>('handouts.listFile', 'GET', '/api/areas/:areaId/handouts/file', 'document')
export const listHandouts = call<typeof contract.listHandouts>('handouts.list', 'GET', '/api/areas/:areaId/handouts')
export const recordHandout = call<typeof contract.recordHandout>('handouts.record', 'POST', '/api/handouts')
export const sumHandouts = call<typeof contract.sumHandouts>('handouts.sums', 'GET', '/api/areas/:areaId/handouts/sums')
export const takeHandoutBack = call<typeof contract.takeHandoutBack>('handouts.takeBack', 'POST', '/api/handouts/:handoutId/take-back')
