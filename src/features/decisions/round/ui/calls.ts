// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const decisionWork = call<typeof contract.decisionWork>('decisions.work', 'GET', '/api/work/decisions')
export const figuresFile = call<typeof contract.figuresFile>('decisions.roundFiguresFile', 'GET', '/api/rounds/:roundId/figures/file', 'document')
export const roundDecision = call<typeof contract.roundDecision>('decisions.ofRound', 'GET', '/api/rounds/:roundId/decision')
export const roundFigures = call<typeof contract.roundFigures>('decisions.roundFigures', 'GET', '/api/rounds/:roundId/figures')
export const takeGivenOut = call<typeof contract.takeGivenOut>('decisions.takeGivenOut', 'POST', '/api/rounds/:roundId/class-given')
