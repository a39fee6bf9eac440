// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const changeClass = call<typeof contract.changeClass>('classes.change', 'POST', '/api/training-classes/:trainingClassId/change')
export const classSessionsFile = call<typeof contract.classSessionsFile>('classes.sessionsFile', 'GET', '/api/training-classes/:trainingClassId/sessions/file', 'document')
export const classTrainersFile = call<typeof contract.classTrainersFile>('classes.trainersFile', 'GET', '/api/training-classes/:trainingClassId/trainers/file', 'document')
export const classesFile = call<typeof contract.classesFile>('classes.listFile', 'GET', '/api/areas/:areaId/training-classes/file', 'document')
export const listClasses = call<typeof contract.listClasses>('classes.list', 'GET', '/api/areas/:areaId/training-classes')
export const planClass = call<typeof contract.planClass>('classes.plan', 'POST', '/api/training-classes')
export const plannedLines = call<typeof contract.plannedLines>('classes.plannedLines', 'GET', '/api/areas/:areaId/planned-classes')
export const searchClasses = call<typeof contract.searchClasses>('classes.search', 'GET', '/api/training-classes/search')
export const showClass = call<typeof contract.showClass>('classes.show', 'GET', '/api/training-classes/:trainingClassId')
export const stepClass = call<typeof contract.stepClass>('classes.step', 'POST', '/api/training-classes/:trainingClassId/step')
