// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const certificatesPdf = call<typeof contract.certificatesPdf>('decisions.certificatesPdf', 'GET', '/api/decisions/:decisionId/giay-chung-nhan.pdf', 'document')
export const decisionDocx = call<typeof contract.decisionDocx>('decisions.docx', 'GET', '/api/decisions/:decisionId/quyet-dinh.docx', 'document')
export const decisionPdf = call<typeof contract.decisionPdf>('decisions.pdf', 'GET', '/api/decisions/:decisionId/quyet-dinh.pdf', 'document')
export const decisionScan = call<typeof contract.decisionScan>('decisions.scan', 'GET', '/api/decisions/:decisionId/ban-ky', 'document')
export const draftDecision = call<typeof contract.draftDecision>('decisions.draft', 'POST', '/api/rounds/:roundId/decision')
export const enforceDecision = call<typeof contract.enforceDecision>('decisions.enforce', 'POST', '/api/decisions/:decisionId/enforce', 'upload')
export const entriesFile = call<typeof contract.entriesFile>('decisions.entriesFile', 'GET', '/api/decisions/:decisionId/entries/file', 'document')
export const householdListPdf = call<typeof contract.householdListPdf>('decisions.householdListPdf', 'GET', '/api/decisions/:decisionId/danh-sach.pdf', 'document')
export const householdListXlsx = call<typeof contract.householdListXlsx>('decisions.householdListXlsx', 'GET', '/api/decisions/:decisionId/danh-sach.xlsx', 'document')
export const householdReview = call<typeof contract.householdReview>('decisions.household', 'GET', '/api/households/:householdId/review')
export const listSigners = call<typeof contract.listSigners>('decisions.signers', 'GET', '/api/decisions/:decisionId/signers')
export const printDecision = call<typeof contract.printDecision>('decisions.print', 'POST', '/api/decisions/:decisionId/print')
export const redraftDecision = call<typeof contract.redraftDecision>('decisions.redraft', 'POST', '/api/decisions/:decisionId/redraft')
export const showDecision = call<typeof contract.showDecision>('decisions.show', 'GET', '/api/decisions/:decisionId')
export const withdrawDecision = call<typeof contract.withdrawDecision>('decisions.withdraw', 'POST', '/api/decisions/:decisionId/withdraw')
