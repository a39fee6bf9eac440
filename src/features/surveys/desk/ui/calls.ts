// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const acceptCase = call<typeof contract.acceptCase>('surveys.accept', 'POST', '/api/households/:householdId/cases/:caseId/accept')
export const chooseSurvey = call<typeof contract.chooseSurvey>('surveys.choose', 'POST', '/api/households/:householdId/cases/:caseId/choose')
export const explainApart = call<typeof contract.explainApart>('surveys.explain', 'POST', '/api/households/:householdId/cases/:caseId/explain')
export const returnCase = call<typeof contract.returnCase>('surveys.return', 'POST', '/api/households/:householdId/cases/:caseId/return')
export const settleDay = call<typeof contract.settleDay>('surveys.settleDay', 'POST', '/api/households/:householdId/cases/:caseId/day')
export const showCase = call<typeof contract.showCase>('surveys.show', 'GET', '/api/households/:householdId/cases/:caseId')
