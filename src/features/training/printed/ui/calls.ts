// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const planDocx = call<typeof contract.planDocx>('plans.paperDocx', 'GET', '/api/training-plans/:trainingPlanId/ke-hoach.docx', 'document')
export const planPdf = call<typeof contract.planPdf>('plans.paperPdf', 'GET', '/api/training-plans/:trainingPlanId/ke-hoach.pdf', 'document')
export const planXlsx = call<typeof contract.planXlsx>('plans.annexXlsx', 'GET', '/api/training-plans/:trainingPlanId/phu-luc.xlsx', 'document')
