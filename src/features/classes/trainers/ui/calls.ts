// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const changeTrainer = call<typeof contract.changeTrainer>('trainers.change', 'POST', '/api/trainers/:trainerId/change')
export const endTrainer = call<typeof contract.endTrainer>('trainers.end', 'POST', '/api/trainers/:trainerId/end')
export const enterTrainer = call<typeof contract.enterTrainer>('trainers.enter', 'POST', '/api/trainers')
export const listTrainers = call<typeof contract.listTrainers>('trainers.list', 'GET', '/api/areas/:areaId/trainers')
export const trainersFile = call<typeof contract.trainersFile>('trainers.listFile', 'GET', '/api/areas/:areaId/trainers/file', 'document')
