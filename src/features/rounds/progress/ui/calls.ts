// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const myProgress = call<typeof contract.myProgress>('rounds.myProgress', 'GET', '/api/work/progress')
export const progressFile = call<typeof contract.progressFile>('rounds.progressFile', 'GET', '/api/progress/file', 'document')
export const roundProgress = call<typeof contract.roundProgress>('rounds.progress', 'GET', '/api/progress')
export const roundWork = call<typeof contract.roundWork>('rounds.work', 'GET', '/api/work/rounds')
