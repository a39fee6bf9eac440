// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const addBody = call<typeof contract.addBody>('bodies.add', 'POST', '/api/bodies')
export const addMember = call<typeof contract.addMember>('bodies.addMember', 'POST', '/api/bodies/:bodyId/members')
export const allMembersFile = call<typeof contract.allMembersFile>('bodies.allMembersFile', 'GET', '/api/areas/:areaId/body-members/file', 'document')
export const bodiesFile = call<typeof contract.bodiesFile>('bodies.listFile', 'GET', '/api/areas/:areaId/bodies/file', 'document')
export const changeBody = call<typeof contract.changeBody>('bodies.change', 'POST', '/api/bodies/:bodyId/change')
export const correctDissolution = call<typeof contract.correctDissolution>('bodies.correctDissolution', 'POST', '/api/bodies/:bodyId/dissolve/correct')
export const correctEnd = call<typeof contract.correctEnd>('bodies.correctEnd', 'POST', '/api/body-members/:bodyMemberId/correct-end')
export const dissolveBody = call<typeof contract.dissolveBody>('bodies.dissolve', 'POST', '/api/bodies/:bodyId/dissolve')
export const endMember = call<typeof contract.endMember>('bodies.endMember', 'POST', '/api/body-members/:bodyMemberId/end')
export const listBodies = call<typeof contract.listBodies>('bodies.list', 'GET', '/api/areas/:areaId/bodies')
export const listMembers = call<typeof contract.listMembers>('bodies.members', 'GET', '/api/areas/:areaId/body-members')
export const meetingsFile = call<typeof contract.meetingsFile>('bodies.meetingsFile', 'GET', '/api/bodies/:bodyId/meetings/file', 'document')
export const membersFile = call<typeof contract.membersFile>('bodies.membersFile', 'GET', '/api/bodies/:bodyId/members/file', 'document')
export const owedFile = call<typeof contract.owedFile>('bodies.owedFile', 'GET', '/api/officials/:officialId/bodies/tasks/file', 'document')
export const searchBodies = call<typeof contract.searchBodies>('bodies.search', 'GET', '/api/bodies/search')
export const seatsFile = call<typeof contract.seatsFile>('bodies.seatsFile', 'GET', '/api/officials/:officialId/bodies/file', 'document')
export const showBody = call<typeof contract.showBody>('bodies.show', 'GET', '/api/bodies/:bodyId')
export const showSeats = call<typeof contract.showSeats>('bodies.ofOfficial', 'GET', '/api/officials/:officialId/bodies')
export const tasksFile = call<typeof contract.tasksFile>('bodies.tasksFile', 'GET', '/api/bodies/:bodyId/tasks/file', 'document')
