// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const enterBySlip = call<typeof contract.enterBySlip>('slips.enter', 'POST', '/api/sign-in/slip')
export const giveSlips = call<typeof contract.giveSlips>('slips.give', 'POST', '/api/areas/:areaId/slips')
export const listSlips = call<typeof contract.listSlips>('slips.list', 'GET', '/api/areas/:areaId/slips')
export const slipsFile = call<typeof contract.slipsFile>('slips.listFile', 'GET', '/api/areas/:areaId/slips/file', 'document')
export const slipsPdf = call<typeof contract.slipsPdf>('slips.pdf', 'GET', '/api/areas/:areaId/slips/pdf', 'document')
export const withdrawSlip = call<typeof contract.withdrawSlip>('slips.withdraw', 'POST', '/api/slips/:slipId/withdraw')
