// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const addWalkIn = call<typeof contract.addWalkIn>('checkin.addWalkIn', 'POST', '/api/class-sessions/:classSessionId/walk-ins')
export const checkIn = call<typeof contract.checkIn>('checkin.checkIn', 'POST', '/api/work/check-in')
export const comeAllTheSame = call<typeof contract.comeAllTheSame>('checkin.walkIn', 'POST', '/api/work/walk-ins/:classWalkInId/take')
export const listWalkIns = call<typeof contract.listWalkIns>('checkin.walkIns', 'GET', '/api/class-sessions/:classSessionId/walk-ins')
export const matchWalkIn = call<typeof contract.matchWalkIn>('checkin.matchWalkIn', 'POST', '/api/walk-ins/:classWalkInId/match')
export const mySessions = call<typeof contract.mySessions>('checkin.mine', 'GET', '/api/work/class-sessions')
export const showCode = call<typeof contract.showCode>('checkin.code', 'GET', '/api/class-sessions/:classSessionId/code')
export const showTaughtCode = call<typeof contract.showTaughtCode>('checkin.taughtCode', 'GET', '/api/work/class-sessions/:classSessionId/code')
export const undoWalkIn = call<typeof contract.undoWalkIn>('checkin.undoWalkIn', 'POST', '/api/walk-ins/:classWalkInId/undo')
export const walkInsFile = call<typeof contract.walkInsFile>('checkin.walkInsFile', 'GET', '/api/class-sessions/:classSessionId/walk-ins/file', 'document')
