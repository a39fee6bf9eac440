// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const classesFile = call<typeof contract.classesFile>('proposals.classesFile', 'GET', '/api/areas/:areaId/proposal/file', 'document')
export const listSeats = call<typeof contract.listSeats>('proposals.people', 'GET', '/api/areas/:areaId/proposal/people')
export const seatsFile = call<typeof contract.seatsFile>('proposals.peopleFile', 'GET', '/api/areas/:areaId/proposal/people/file', 'document')
export const showProposal = call<typeof contract.showProposal>('proposals.show', 'GET', '/api/areas/:areaId/proposal')
export const topicsFile = call<typeof contract.topicsFile>('proposals.topicsFile', 'GET', '/api/areas/:areaId/proposal/topics/file', 'document')
