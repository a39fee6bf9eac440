// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const addTopic = call<typeof contract.addTopic>('frameworks.addTopic', 'POST', '/api/frameworks/:frameworkId/topics')
export const approveFramework = call<typeof contract.approveFramework>('frameworks.approve', 'POST', '/api/frameworks/:frameworkId/approve')
export const beginFramework = call<typeof contract.beginFramework>('frameworks.begin', 'POST', '/api/frameworks')
export const changeFramework = call<typeof contract.changeFramework>('frameworks.change', 'POST', '/api/frameworks/:frameworkId/change')
export const changeTopic = call<typeof contract.changeTopic>('frameworks.changeTopic', 'POST', '/api/framework-topics/:frameworkTopicId/change')
export const correctFrameworkDecision = call<typeof contract.correctFrameworkDecision>('frameworks.correctDecision', 'POST', '/api/frameworks/:frameworkId/correct-decision')
export const dropFramework = call<typeof contract.dropFramework>('frameworks.drop', 'POST', '/api/frameworks/:frameworkId/drop')
export const dropTopic = call<typeof contract.dropTopic>('frameworks.dropTopic', 'POST', '/api/framework-topics/:frameworkTopicId/drop')
export const frameworksFile = call<typeof contract.frameworksFile>('frameworks.listFile', 'GET', '/api/frameworks/file', 'document')
export const listFrameworks = call<typeof contract.listFrameworks>('frameworks.list', 'GET', '/api/frameworks')
export const newVersion = call<typeof contract.newVersion>('frameworks.newVersion', 'POST', '/api/frameworks/:frameworkId/versions')
export const searchFrameworks = call<typeof contract.searchFrameworks>('frameworks.search', 'GET', '/api/frameworks/search')
export const showFramework = call<typeof contract.showFramework>('frameworks.show', 'GET', '/api/frameworks/:frameworkId')
export const topicsFile = call<typeof contract.topicsFile>('frameworks.topicsFile', 'GET', '/api/frameworks/:frameworkId/topics/file', 'document')
