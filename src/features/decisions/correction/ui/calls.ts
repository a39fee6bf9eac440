// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const correctionDocx = call<typeof contract.correctionDocx>('corrections.docx', 'GET', '/api/corrections/:correctionId/dinh-chinh.docx', 'document')
export const correctionPdf = call<typeof contract.correctionPdf>('corrections.pdf', 'GET', '/api/corrections/:correctionId/dinh-chinh.pdf', 'document')
export const correctionScan = call<typeof contract.correctionScan>('corrections.scan', 'GET', '/api/corrections/:correctionId/ban-ky', 'document')
export const correctionWork = call<typeof contract.correctionWork>('corrections.work', 'GET', '/api/work/corrections')
export const draftCorrection = call<typeof contract.draftCorrection>('corrections.draft', 'POST', '/api/decisions/:decisionId/households/:householdId/correction')
export const enforceCorrection = call<typeof contract.enforceCorrection>('corrections.enforce', 'POST', '/api/corrections/:correctionId/enforce', 'upload')
export const findByNumber = call<typeof contract.findByNumber>('decisions.find', 'GET', '/api/decisions')
export const proposeCorrection = call<typeof contract.proposeCorrection>('corrections.propose', 'GET', '/api/decisions/:decisionId/households/:householdId/correction')
export const showCorrection = call<typeof contract.showCorrection>('corrections.show', 'GET', '/api/corrections/:correctionId')
export const withdrawCorrection = call<typeof contract.withdrawCorrection>('corrections.withdraw', 'POST', '/api/corrections/:correctionId/withdraw')
