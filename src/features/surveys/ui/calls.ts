// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const caseForm = call<typeof contract.caseForm>('surveys.form', 'GET', '/api/households/:householdId/cases/:caseId/form')
export const mySurveys = call<typeof contract.mySurveys>('surveys.mine', 'GET', '/api/my-surveys')
export const submitSurvey = call<typeof contract.submitSurvey>('surveys.submit', 'POST', '/api/households/:householdId/cases/:caseId/surveys')
export const surveyWork = call<typeof contract.surveyWork>('surveys.work', 'GET', '/api/work/surveys')
