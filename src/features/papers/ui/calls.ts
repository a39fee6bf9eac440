// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const checkPaper = call<typeof contract.checkPaper>('papers.check', 'GET', '/api/public/papers/:paperId')
export const checkScan = call<typeof contract.checkScan>('papers.checkScan', 'POST', '/api/papers/scans/check', 'upload')
export const publicKeys = call<typeof contract.publicKeys>('papers.keys', 'GET', '/api/public/keys')
