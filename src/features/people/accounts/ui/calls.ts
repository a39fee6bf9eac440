// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const accountOfOfficial = call<typeof contract.accountOfOfficial>('accounts.ofOfficial', 'GET', '/api/officials/:officialId/account')
export const accountsToJoin = call<typeof contract.accountsToJoin>('accounts.accountsToJoin', 'GET', '/api/accounts-to-join')
export const joinAccount = call<typeof contract.joinAccount>('accounts.join', 'POST', '/api/officials/:officialId/account')
export const officialOfAccount = call<typeof contract.officialOfAccount>('accounts.ofAccount', 'GET', '/api/accounts/:accountId/official')
export const officialsToJoin = call<typeof contract.officialsToJoin>('accounts.officialsToJoin', 'GET', '/api/officials-to-join')
export const partAccount = call<typeof contract.partAccount>('accounts.part', 'POST', '/api/officials/:officialId/account/part')
