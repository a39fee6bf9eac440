// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const acceptCase = call<typeof contract.acceptCase>('surveys.accept', 'POST', '/api/households/:householdId/cases/:caseId/accept')
export const caseForm = call<typeof contract.caseForm>('surveys.form', 'GET', '/api/households/:householdId/cases/:caseId/form')
export const casesFile = call<typeof contract.casesFile>('surveys.listFile', 'GET', '/api/rounds/:roundId/cases/file', 'document')
export const chooseSurvey = call<typeof contract.chooseSurvey>('surveys.choose', 'POST', '/api/households/:householdId/cases/:caseId/choose')
export const explainApart = call<typeof contract.explainApart>('surveys.explain', 'POST', '/api/households/:householdId/cases/:caseId/explain')
export const listCases = call<typeof contract.listCases>('surveys.list', 'GET', '/api/rounds/:roundId/cases')
export const mySurveys = call<typeof contract.mySurveys>('surveys.mine', 'GET', '/api/my-surveys')
export const returnCase = call<typeof contract.returnCase>('surveys.return', 'POST', '/api/households/:householdId/cases/:caseId/return')
export const showCase = call<typeof contract.showCase>('surveys.show', 'GET', '/api/households/:householdId/cases/:caseId')
export const submitSurvey = call<typeof contract.submitSurvey>('surveys.submit', 'POST', '/api/households/:householdId/cases/:caseId/surveys')
export const surveyWork = call<typeof contract.surveyWork>('surveys.work', 'GET', '/api/work/surveys')
