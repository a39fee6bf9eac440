// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '#features/reviews/contract.ts'

export const addToList = call<typeof contract.addToList>('reviews.addToList', 'POST', '/api/rounds/:roundId/list')
export const assign = call<typeof contract.assign>('reviews.assign', 'POST', '/api/rounds/:roundId/assign')
export const cancelRound = call<typeof contract.cancelRound>('reviews.cancel', 'POST', '/api/rounds/:roundId/cancel')
export const createRound = call<typeof contract.createRound>('reviews.create', 'POST', '/api/rounds')
export const drawList = call<typeof contract.drawList>('reviews.drawList', 'POST', '/api/rounds/:roundId/list/draw')
export const finishStep = call<typeof contract.finishStep>('reviews.finishStep', 'POST', '/api/rounds/:roundId/finish')
export const listEnumerators = call<typeof contract.listEnumerators>('reviews.enumerators', 'GET', '/api/rounds/:roundId/enumerators')
export const listRounds = call<typeof contract.listRounds>('reviews.list', 'GET', '/api/areas/:areaId/rounds')
export const removeFromList = call<typeof contract.removeFromList>('reviews.removeFromList', 'POST', '/api/rounds/:roundId/list/remove')
export const reopenChecking = call<typeof contract.reopenChecking>('reviews.reopenChecking', 'POST', '/api/rounds/:roundId/reopen')
export const roundFigures = call<typeof contract.roundFigures>('reviews.figures', 'GET', '/api/rounds/:roundId/figures')
export const showRound = call<typeof contract.showRound>('reviews.show', 'GET', '/api/rounds/:roundId')
export const skipStep = call<typeof contract.skipStep>('reviews.skipStep', 'POST', '/api/rounds/:roundId/skip')
export const work = call<typeof contract.work>('reviews.work', 'GET', '/api/work')
