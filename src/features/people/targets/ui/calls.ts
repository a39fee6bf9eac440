// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const changeTarget = call<typeof contract.changeTarget>('targets.change', 'POST', '/api/move-targets/:moveTargetId/change')
export const endTarget = call<typeof contract.endTarget>('targets.end', 'POST', '/api/move-targets/:moveTargetId/end')
export const listTargets = call<typeof contract.listTargets>('targets.list', 'GET', '/api/areas/:areaId/move-targets')
export const setTarget = call<typeof contract.setTarget>('targets.set', 'POST', '/api/areas/:areaId/move-targets')
export const targetsFile = call<typeof contract.targetsFile>('targets.listFile', 'GET', '/api/areas/:areaId/move-targets/file', 'document')
