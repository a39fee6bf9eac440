// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const changeNorm = call<typeof contract.changeNorm>('money.change', 'POST', '/api/spending-norms/:spendingNormId/change')
export const endNorm = call<typeof contract.endNorm>('money.end', 'POST', '/api/spending-norms/:spendingNormId/end')
export const enterNorm = call<typeof contract.enterNorm>('money.enter', 'POST', '/api/spending-norms')
export const listNorms = call<typeof contract.listNorms>('money.norms', 'GET', '/api/spending-norms')
export const normsFile = call<typeof contract.normsFile>('money.normsFile', 'GET', '/api/spending-norms/file', 'document')
export const raiseNorm = call<typeof contract.raiseNorm>('money.raise', 'POST', '/api/spending-norms/:spendingNormId/next')
export const showNorm = call<typeof contract.showNorm>('money.norm', 'GET', '/api/spending-norms/:spendingNormId')
export const valuesFile = call<typeof contract.valuesFile>('money.valuesFile', 'GET', '/api/spending-norms/:spendingNormId/values/file', 'document')
