// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const previewRemark = call<typeof contract.previewRemark>('remark.preview', 'GET', '/api/class-tests/:classTestId/remark')
export const remarkFile = call<typeof contract.remarkFile>('remark.previewFile', 'GET', '/api/class-tests/:classTestId/remark/file', 'document')
export const remarkTest = call<typeof contract.remarkTest>('remark.mark', 'POST', '/api/class-tests/:classTestId/remark')
