// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const changeTest = call<typeof contract.changeTest>('classTests.change', 'POST', '/api/class-tests/:classTestId/change')
export const draftTest = call<typeof contract.draftTest>('classTests.draft', 'POST', '/api/class-tests')
export const dropTest = call<typeof contract.dropTest>('classTests.drop', 'POST', '/api/class-tests/:classTestId/drop')
export const listTests = call<typeof contract.listTests>('classTests.list', 'GET', '/api/areas/:areaId/class-tests')
export const showTest = call<typeof contract.showTest>('classTests.show', 'GET', '/api/class-tests/:classTestId')
export const stepTest = call<typeof contract.stepTest>('classTests.step', 'POST', '/api/class-tests/:classTestId/step')
export const testItemsFile = call<typeof contract.testItemsFile>('classTests.itemsFile', 'GET', '/api/class-tests/:classTestId/questions/file', 'document')
export const testPdf = call<typeof contract.testPdf>('classTests.pdf', 'GET', '/api/class-tests/:classTestId/pdf', 'document')
export const testsFile = call<typeof contract.testsFile>('classTests.listFile', 'GET', '/api/areas/:areaId/class-tests/file', 'document')
