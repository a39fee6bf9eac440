// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const certificatesPdf = call<typeof contract.certificatesPdf>('reviews.certificatesPdf', 'GET', '/api/decisions/:decisionId/giay-chung-nhan.pdf', 'document')
export const decisionDocx = call<typeof contract.decisionDocx>('reviews.decisionDocx', 'GET', '/api/decisions/:decisionId/quyet-dinh.docx', 'document')
export const decisionPdf = call<typeof contract.decisionPdf>('reviews.decisionPdf', 'GET', '/api/decisions/:decisionId/quyet-dinh.pdf', 'document')
export const decisionScan = call<typeof contract.decisionScan>('reviews.decisionScan', 'GET', '/api/decisions/:decisionId/ban-ky', 'document')
export const draftDecision = call<typeof contract.draftDecision>('reviews.draftDecision', 'POST', '/api/rounds/:roundId/decision')
export const enforceDecision = call<typeof contract.enforceDecision>('reviews.enforceDecision', 'POST', '/api/decisions/:decisionId/enforce', 'upload')
export const householdListPdf = call<typeof contract.householdListPdf>('reviews.householdListPdf', 'GET', '/api/decisions/:decisionId/danh-sach.pdf', 'document')
export const householdListXlsx = call<typeof contract.householdListXlsx>('reviews.householdListXlsx', 'GET', '/api/decisions/:decisionId/danh-sach.xlsx', 'document')
export const householdReview = call<typeof contract.householdReview>('reviews.household', 'GET', '/api/households/:householdId/review')
export const printDecision = call<typeof contract.printDecision>('reviews.printDecision', 'POST', '/api/decisions/:decisionId/print')
export const showDecision = call<typeof contract.showDecision>('reviews.showDecision', 'GET', '/api/decisions/:decisionId')
export const withdrawDecision = call<typeof contract.withdrawDecision>('reviews.withdrawDecision', 'POST', '/api/decisions/:decisionId/withdraw')
