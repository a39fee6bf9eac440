// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const credentialsFile = call<typeof contract.credentialsFile>('credentials.listFile', 'GET', '/api/areas/:areaId/credentials/file', 'document')
export const enterCredential = call<typeof contract.enterCredential>('credentials.enter', 'POST', '/api/credentials')
export const getCredential = call<typeof contract.getCredential>('credentials.get', 'GET', '/api/credentials/:credentialId')
export const issueNow = call<typeof contract.issueNow>('credentials.issueNow', 'POST', '/api/areas/:areaId/credentials/issue')
export const listCredentials = call<typeof contract.listCredentials>('credentials.list', 'GET', '/api/areas/:areaId/credentials')
export const myCredentials = call<typeof contract.myCredentials>('credentials.mine', 'GET', '/api/own/credentials')
export const myCredentialsFile = call<typeof contract.myCredentialsFile>('credentials.mineFile', 'GET', '/api/own/credentials/file', 'document')
export const reissueCredential = call<typeof contract.reissueCredential>('credentials.reissue', 'POST', '/api/credentials/:credentialId/reissue')
export const restoreCredential = call<typeof contract.restoreCredential>('credentials.restore', 'POST', '/api/credentials/:credentialId/restore')
export const revokeCredentials = call<typeof contract.revokeCredentials>('credentials.revoke', 'POST', '/api/credentials/revoke')
