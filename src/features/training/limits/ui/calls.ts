// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const endLimit = call<typeof contract.endLimit>('limits.end', 'POST', '/api/training-limits/:trainingLimitId/end')
export const enterLimit = call<typeof contract.enterLimit>('limits.enter', 'POST', '/api/training-limits')
export const followLimit = call<typeof contract.followLimit>('limits.follow', 'POST', '/api/training-limits/:trainingLimitId/next')
export const limitsFile = call<typeof contract.limitsFile>('limits.listFile', 'GET', '/api/training-limits/file', 'document')
export const listLimits = call<typeof contract.listLimits>('limits.list', 'GET', '/api/training-limits')
export const withdrawLimit = call<typeof contract.withdrawLimit>('limits.withdraw', 'POST', '/api/training-limits/:trainingLimitId/withdraw')
