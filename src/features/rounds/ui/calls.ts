// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const cancelRound = call<typeof contract.cancelRound>('rounds.cancel', 'POST', '/api/rounds/:roundId/cancel')
export const createRound = call<typeof contract.createRound>('rounds.create', 'POST', '/api/rounds')
export const extendRound = call<typeof contract.extendRound>('rounds.extend', 'POST', '/api/rounds/:roundId/extend')
export const finishStep = call<typeof contract.finishStep>('rounds.finishStep', 'POST', '/api/rounds/:roundId/finish')
export const handOver = call<typeof contract.handOver>('rounds.handOver', 'POST', '/api/rounds/:roundId/hand-over')
export const listRounds = call<typeof contract.listRounds>('rounds.list', 'GET', '/api/areas/:areaId/rounds')
export const listRoundsFile = call<typeof contract.listRoundsFile>('rounds.listFile', 'GET', '/api/areas/:areaId/rounds/file', 'document')
export const reopenChecking = call<typeof contract.reopenChecking>('rounds.reopenChecking', 'POST', '/api/rounds/:roundId/reopen')
export const roundTouched = call<typeof contract.roundTouched>('rounds.touched', 'GET', '/api/rounds/:roundId/touched')
export const searchRounds = call<typeof contract.searchRounds>('rounds.search', 'GET', '/api/rounds/search')
export const showRound = call<typeof contract.showRound>('rounds.show', 'GET', '/api/rounds/:roundId')
export const skipStep = call<typeof contract.skipStep>('rounds.skipStep', 'POST', '/api/rounds/:roundId/skip')
export const villagesFile = call<typeof contract.villagesFile>('rounds.villagesFile', 'GET', '/api/rounds/:roundId/villages/file', 'document')
