// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const addManyToList = call<typeof contract.addManyToList>('rounds.addManyToList', 'POST', '/api/rounds/:roundId/list/many')
export const findForList = call<typeof contract.findForList>('rounds.findForList', 'POST', '/api/rounds/:roundId/list/find', 'read')
