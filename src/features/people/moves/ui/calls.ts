// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const changeMove = call<typeof contract.changeMove>('moves.change', 'POST', '/api/moves/:moveId/change')
export const correctMoveEnd = call<typeof contract.correctMoveEnd>('moves.correctEnd', 'POST', '/api/moves/:moveId/correct-end')
export const endMove = call<typeof contract.endMove>('moves.end', 'POST', '/api/moves/:moveId/end')
export const listMoves = call<typeof contract.listMoves>('moves.list', 'GET', '/api/areas/:areaId/moves')
export const moveOfficial = call<typeof contract.moveOfficial>('moves.move', 'POST', '/api/officials/:officialId/moves')
export const movesFile = call<typeof contract.movesFile>('moves.listFile', 'GET', '/api/areas/:areaId/moves/file', 'document')
export const officialMovesFile = call<typeof contract.officialMovesFile>('moves.ofOfficialFile', 'GET', '/api/officials/:officialId/moves/file', 'document')
export const showMoves = call<typeof contract.showMoves>('moves.ofOfficial', 'GET', '/api/officials/:officialId/moves')
export const takeMoveAway = call<typeof contract.takeMoveAway>('moves.takeAway', 'POST', '/api/moves/:moveId/take-away')
