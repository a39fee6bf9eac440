// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const askUnsurveyed = call<typeof contract.askUnsurveyed>('unsurveyed.takeBack', 'POST', '/api/rounds/:roundId/unsurveyed/back')
export const recordUnsurveyed = call<typeof contract.recordUnsurveyed>('unsurveyed.record', 'POST', '/api/rounds/:roundId/unsurveyed')
export const unsurveyedRounds = call<typeof contract.unsurveyedRounds>('unsurveyed.rounds', 'GET', '/api/work/unsurveyed')
