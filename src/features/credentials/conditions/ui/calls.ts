// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const endRule = call<typeof contract.endRule>('credentialRules.end', 'POST', '/api/credential-rules/:credentialRuleId/end')
export const enterRule = call<typeof contract.enterRule>('credentialRules.enter', 'POST', '/api/credential-rules')
export const followRule = call<typeof contract.followRule>('credentialRules.follow', 'POST', '/api/credential-rules/:credentialRuleId/next')
export const listRules = call<typeof contract.listRules>('credentialRules.list', 'GET', '/api/credential-rules')
export const rulesFile = call<typeof contract.rulesFile>('credentialRules.listFile', 'GET', '/api/credential-rules/file', 'document')
export const withdrawRule = call<typeof contract.withdrawRule>('credentialRules.withdraw', 'POST', '/api/credential-rules/:credentialRuleId/withdraw')
