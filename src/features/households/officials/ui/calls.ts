// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const homeOfOfficial = call<typeof contract.homeOfOfficial>('officials.home', 'GET', '/api/officials/:officialId/household')
