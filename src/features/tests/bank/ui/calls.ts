// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const changeQuestion = call<typeof contract.changeQuestion>('questions.change', 'POST', '/api/questions/:questionId/change')
export const enterQuestion = call<typeof contract.enterQuestion>('questions.enter', 'POST', '/api/questions')
export const getQuestion = call<typeof contract.getQuestion>('questions.get', 'GET', '/api/questions/:questionId')
export const listQuestions = call<typeof contract.listQuestions>('questions.list', 'GET', '/api/areas/:areaId/questions')
export const questionsFile = call<typeof contract.questionsFile>('questions.listFile', 'GET', '/api/areas/:areaId/questions/file', 'document')
export const useQuestion = call<typeof contract.useQuestion>('questions.use', 'POST', '/api/questions/:questionId/use')
