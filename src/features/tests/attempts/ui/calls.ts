// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const answerTest = call<typeof contract.answerTest>('attempts.answer', 'POST', '/api/work/test-attempts/:testAttemptId/answers')
export const beginTest = call<typeof contract.beginTest>('attempts.begin', 'POST', '/api/work/class-tests/:classTestId/begin')
export const correctPaper = call<typeof contract.correctPaper>('attempts.correctPaper', 'POST', '/api/test-attempts/:testAttemptId/correct')
export const enterPaper = call<typeof contract.enterPaper>('attempts.enterPaper', 'POST', '/api/class-tests/:classTestId/papers')
export const gainFile = call<typeof contract.gainFile>('attempts.gainFile', 'GET', '/api/training-classes/:trainingClassId/test-gain/file', 'document')
export const listGain = call<typeof contract.listGain>('attempts.gain', 'GET', '/api/training-classes/:trainingClassId/test-gain')
export const listResults = call<typeof contract.listResults>('attempts.results', 'GET', '/api/class-tests/:classTestId/results')
export const myTests = call<typeof contract.myTests>('attempts.mine', 'GET', '/api/work/class-tests')
export const myTestsFile = call<typeof contract.myTestsFile>('attempts.mineFile', 'GET', '/api/work/class-tests/file', 'document')
export const resultsFile = call<typeof contract.resultsFile>('attempts.resultsFile', 'GET', '/api/class-tests/:classTestId/results/file', 'document')
export const sendTest = call<typeof contract.sendTest>('attempts.send', 'POST', '/api/work/test-attempts/:testAttemptId/send')
export const showAttempt = call<typeof contract.showAttempt>('attempts.show', 'GET', '/api/test-attempts/:testAttemptId')
export const takeTest = call<typeof contract.takeTest>('attempts.take', 'GET', '/api/work/test-attempts/:testAttemptId')
