// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const changeHall = call<typeof contract.changeHall>('halls.change', 'POST', '/api/class-halls/:classHallId/change')
export const closeHall = call<typeof contract.closeHall>('halls.close', 'POST', '/api/class-halls/:classHallId/close')
export const enterHall = call<typeof contract.enterHall>('halls.enter', 'POST', '/api/class-halls')
export const hallsFile = call<typeof contract.hallsFile>('halls.listFile', 'GET', '/api/areas/:areaId/class-halls/file', 'document')
export const listHalls = call<typeof contract.listHalls>('halls.list', 'GET', '/api/areas/:areaId/class-halls')
