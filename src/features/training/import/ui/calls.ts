// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const checkTopics = call<typeof contract.checkTopics>('frameworks.checkImport', 'POST', '/api/frameworks/import/check', 'upload')
export const faultyTopics = call<typeof contract.faultyTopics>('frameworks.importFaults', 'POST', '/api/frameworks/import/faults', 'document')
export const importTopics = call<typeof contract.importTopics>('frameworks.import', 'POST', '/api/frameworks/import', 'upload')
export const topicTemplate = call<typeof contract.topicTemplate>('frameworks.importTemplate', 'GET', '/api/frameworks/import/template', 'document')
