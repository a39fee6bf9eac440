// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const accessFile = call<typeof contract.accessFile>('people.accessFile', 'GET', '/api/areas/:areaId/access/file', 'document')
export const changePassword = call<typeof contract.changePassword>('people.changePassword', 'POST', '/api/password')
export const createAccount = call<typeof contract.createAccount>('people.createAccount', 'POST', '/api/accounts')
export const demoAccounts = call<typeof contract.demoAccounts>('people.demoAccounts', 'GET', '/api/demo-accounts')
export const endGrant = call<typeof contract.endGrant>('people.endGrant', 'POST', '/api/grants/:grantId/end')
export const endSession = call<typeof contract.endSession>('people.endSession', 'POST', '/api/me/sessions/:sessionId/end')
export const giveGrant = call<typeof contract.giveGrant>('people.giveGrant', 'POST', '/api/accounts/:accountId/grants')
export const grantTouched = call<typeof contract.grantTouched>('people.grantTouched', 'GET', '/api/grants/:grantId/touched')
export const me = call<typeof contract.me>('people.me', 'GET', '/api/me')
export const mySessions = call<typeof contract.mySessions>('people.mySessions', 'GET', '/api/me/sessions')
export const resetPassword = call<typeof contract.resetPassword>('people.resetPassword', 'POST', '/api/accounts/:accountId/reset-password')
export const setUp = call<typeof contract.setUp>('people.setUp', 'POST', '/api/set-up')
export const signIn = call<typeof contract.signIn>('people.signIn', 'POST', '/api/sign-in')
export const signOut = call<typeof contract.signOut>('people.signOut', 'POST', '/api/sign-out')
export const whoHasAccess = call<typeof contract.whoHasAccess>('people.whoHasAccess', 'GET', '/api/areas/:areaId/access')
