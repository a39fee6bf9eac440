// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const certificatesPdf = call<typeof contract.certificatesPdf>('decisions.certificatesPdf', 'GET', '/api/decisions/:decisionId/giay-chung-nhan.pdf', 'document')
export const decisionDocx = call<typeof contract.decisionDocx>('decisions.docx', 'GET', '/api/decisions/:decisionId/quyet-dinh.docx', 'document')
export const decisionPdf = call<typeof contract.decisionPdf>('decisions.pdf', 'GET', '/api/decisions/:decisionId/quyet-dinh.pdf', 'document')
export const decisionScan = call<typeof contract.decisionScan>('decisions.scan', 'GET', '/api/decisions/:decisionId/ban-ky', 'document')
export const householdListPdf = call<typeof contract.householdListPdf>('decisions.householdListPdf', 'GET', '/api/decisions/:decisionId/danh-sach.pdf', 'document')
export const householdListXlsx = call<typeof contract.householdListXlsx>('decisions.householdListXlsx', 'GET', '/api/decisions/:decisionId/danh-sach.xlsx', 'document')
