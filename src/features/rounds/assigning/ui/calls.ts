// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const assignVillages = call<typeof contract.assignVillages>('rounds.assignVillages', 'POST', '/api/rounds/:roundId/assign/villages')
export const proposeVillages = call<typeof contract.proposeVillages>('rounds.proposeVillages', 'GET', '/api/rounds/:roundId/assign/villages')
