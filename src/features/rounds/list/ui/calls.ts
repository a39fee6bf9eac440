// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const addToList = call<typeof contract.addToList>('rounds.addToList', 'POST', '/api/rounds/:roundId/list')
export const assign = call<typeof contract.assign>('rounds.assign', 'POST', '/api/rounds/:roundId/assign')
export const drawList = call<typeof contract.drawList>('rounds.drawList', 'POST', '/api/rounds/:roundId/list/draw')
export const enumeratorsFile = call<typeof contract.enumeratorsFile>('rounds.enumeratorsFile', 'GET', '/api/rounds/:roundId/enumerators/file', 'document')
export const listArrivals = call<typeof contract.listArrivals>('rounds.arrivals', 'GET', '/api/rounds/:roundId/arrivals')
export const listEnumerators = call<typeof contract.listEnumerators>('rounds.enumerators', 'GET', '/api/rounds/:roundId/enumerators')
export const removeFromList = call<typeof contract.removeFromList>('rounds.removeFromList', 'POST', '/api/rounds/:roundId/list/remove')
export const takeVillagesIn = call<typeof contract.takeVillagesIn>('rounds.takeVillagesIn', 'POST', '/api/rounds/:roundId/villages')
