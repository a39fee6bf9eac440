// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const checkQuestions = call<typeof contract.checkQuestions>('questions.checkImport', 'POST', '/api/questions/import/check', 'upload')
export const faultyQuestions = call<typeof contract.faultyQuestions>('questions.importFaults', 'POST', '/api/questions/import/faults', 'document')
export const importQuestions = call<typeof contract.importQuestions>('questions.import', 'POST', '/api/questions/import', 'upload')
export const questionTemplate = call<typeof contract.questionTemplate>('questions.importTemplate', 'GET', '/api/questions/import/template', 'document')
