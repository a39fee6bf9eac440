// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const endNorm = call<typeof contract.endNorm>('bodies.endNorm', 'POST', '/api/body-norms/:bodyNormId/end')
export const enterNorm = call<typeof contract.enterNorm>('bodies.enterNorm', 'POST', '/api/body-norms')
export const followNorm = call<typeof contract.followNorm>('bodies.followNorm', 'POST', '/api/body-norms/:bodyNormId/next')
export const gapsFile = call<typeof contract.gapsFile>('bodies.gapsFile', 'GET', '/api/areas/:areaId/body-norm/file', 'document')
export const listNorms = call<typeof contract.listNorms>('bodies.norms', 'GET', '/api/body-norms')
export const normFile = call<typeof contract.normFile>('bodies.normFile', 'GET', '/api/areas/:areaId/body-norm/lines/file', 'document')
export const normsFile = call<typeof contract.normsFile>('bodies.normsFile', 'GET', '/api/body-norms/file', 'document')
export const showNorm = call<typeof contract.showNorm>('bodies.norm', 'GET', '/api/areas/:areaId/body-norm')
