// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const draftDecision = call<typeof contract.draftDecision>('decisions.draft', 'POST', '/api/rounds/:roundId/decision')
export const enforceDecision = call<typeof contract.enforceDecision>('decisions.enforce', 'POST', '/api/decisions/:decisionId/enforce', 'upload')
export const entriesFile = call<typeof contract.entriesFile>('decisions.entriesFile', 'GET', '/api/decisions/:decisionId/entries/file', 'document')
export const listSigners = call<typeof contract.listSigners>('decisions.signers', 'GET', '/api/decisions/:decisionId/signers')
export const printDecision = call<typeof contract.printDecision>('decisions.print', 'POST', '/api/decisions/:decisionId/print')
export const redraftDecision = call<typeof contract.redraftDecision>('decisions.redraft', 'POST', '/api/decisions/:decisionId/redraft')
export const showDecision = call<typeof contract.showDecision>('decisions.show', 'GET', '/api/decisions/:decisionId')
export const withdrawDecision = call<typeof contract.withdrawDecision>('decisions.withdraw', 'POST', '/api/decisions/:decisionId/withdraw')
