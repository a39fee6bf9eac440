// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const endNorm = call<typeof contract.endNorm>('norms.end', 'POST', '/api/post-norms/:postNormId/end')
export const enterNorm = call<typeof contract.enterNorm>('norms.enter', 'POST', '/api/post-norms')
export const followNorm = call<typeof contract.followNorm>('norms.follow', 'POST', '/api/post-norms/:postNormId/next')
export const listNormRules = call<typeof contract.listNormRules>('norms.rules', 'GET', '/api/post-norms')
export const normRulesFile = call<typeof contract.normRulesFile>('norms.rulesFile', 'GET', '/api/post-norms/file', 'document')
