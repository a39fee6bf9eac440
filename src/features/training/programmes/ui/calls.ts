// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const addGoal = call<typeof contract.addGoal>('programmes.addGoal', 'POST', '/api/programmes/:programmeId/goals')
export const addProgramme = call<typeof contract.addProgramme>('programmes.add', 'POST', '/api/programmes')
export const changeProgramme = call<typeof contract.changeProgramme>('programmes.change', 'POST', '/api/programmes/:programmeId/change')
export const dropGoal = call<typeof contract.dropGoal>('programmes.dropGoal', 'POST', '/api/programme-goals/:programmeGoalId/drop')
export const dropProgramme = call<typeof contract.dropProgramme>('programmes.drop', 'POST', '/api/programmes/:programmeId/drop')
export const goalsFile = call<typeof contract.goalsFile>('programmes.goalsFile', 'GET', '/api/programmes/:programmeId/goals/file', 'document')
export const listProgrammes = call<typeof contract.listProgrammes>('programmes.list', 'GET', '/api/programmes')
export const meetGoal = call<typeof contract.meetGoal>('programmes.meetGoal', 'POST', '/api/programme-goals/:programmeGoalId/meet')
export const programmesFile = call<typeof contract.programmesFile>('programmes.listFile', 'GET', '/api/programmes/file', 'document')
export const reopenGoal = call<typeof contract.reopenGoal>('programmes.reopenGoal', 'POST', '/api/programme-goals/:programmeGoalId/reopen')
export const searchProgrammes = call<typeof contract.searchProgrammes>('programmes.search', 'GET', '/api/programmes/search')
export const showProgramme = call<typeof contract.showProgramme>('programmes.show', 'GET', '/api/programmes/:programmeId')
