// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const listTurns = call<typeof contract.listTurns>('turns.list', 'GET', '/api/areas/:areaId/turns')
export const officialTurns = call<typeof contract.officialTurns>('turns.ofOfficial', 'GET', '/api/officials/:officialId/turns')
export const officialTurnsFile = call<typeof contract.officialTurnsFile>('turns.ofOfficialFile', 'GET', '/api/officials/:officialId/turns/file', 'document')
export const turnFigures = call<typeof contract.turnFigures>('turns.figures', 'GET', '/api/areas/:areaId/turns/figures')
export const turnFiguresFile = call<typeof contract.turnFiguresFile>('turns.figuresFile', 'GET', '/api/areas/:areaId/turns/figures/file', 'document')
export const turnsFile = call<typeof contract.turnsFile>('turns.listFile', 'GET', '/api/areas/:areaId/turns/file', 'document')
