// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const auditFile = call<typeof contract.auditFile>('people.auditFile', 'GET', '/api/areas/:areaId/audit/file', 'document')
export const auditPeople = call<typeof contract.auditPeople>('people.audit_people', 'GET', '/api/areas/:areaId/audit/people')
export const auditWords = call<typeof contract.auditWords>('people.audit_words', 'GET', '/api/audit/words')
export const listMyNews = call<typeof contract.listMyNews>('people.myNews', 'GET', '/api/work/news')
export const listNews = call<typeof contract.listNews>('people.news', 'GET', '/api/news')
export const myNewsFile = call<typeof contract.myNewsFile>('people.myNewsFile', 'GET', '/api/work/news/file', 'document')
export const newsFile = call<typeof contract.newsFile>('people.newsFile', 'GET', '/api/news/file', 'document')
export const readAudit = call<typeof contract.readAudit>('people.audit', 'GET', '/api/areas/:areaId/audit')
