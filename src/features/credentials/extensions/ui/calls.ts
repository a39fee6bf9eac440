// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const correctExtension = call<typeof contract.correctExtension>('extensions.correct', 'POST', '/api/credential-extensions/:credentialExtensionId/correct')
export const extend = call<typeof contract.extend>('extensions.decide', 'POST', '/api/credential-extensions')
export const extensionsFile = call<typeof contract.extensionsFile>('extensions.listFile', 'GET', '/api/credential-extensions/file', 'document')
export const listExtensions = call<typeof contract.listExtensions>('extensions.list', 'GET', '/api/credential-extensions')
export const withdrawExtension = call<typeof contract.withdrawExtension>('extensions.withdraw', 'POST', '/api/credential-extensions/:credentialExtensionId/withdraw')
