// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const addMember = call<typeof contract.addMember>('households.addMember', 'POST', '/api/households/:householdId/members')
export const changeHead = call<typeof contract.changeHead>('households.changeHead', 'POST', '/api/households/:householdId/head')
export const changeMember = call<typeof contract.changeMember>('households.changeMember', 'POST', '/api/households/:householdId/members/:memberId/change')
export const createHousehold = call<typeof contract.createHousehold>('households.create', 'POST', '/api/households')
export const endHousehold = call<typeof contract.endHousehold>('households.end', 'POST', '/api/households/:householdId/end')
export const findByCitizenId = call<typeof contract.findByCitizenId>('households.findByCitizenId', 'POST', '/api/households/by-citizen-id')
export const householdTouched = call<typeof contract.householdTouched>('households.touched', 'GET', '/api/households/:householdId/touched')
export const householdsFile = call<typeof contract.householdsFile>('households.listFile', 'GET', '/api/households/file', 'document')
export const joinPersons = call<typeof contract.joinPersons>('households.joinPersons', 'POST', '/api/households/:householdId/members/:memberId/join')
export const listHouseholds = call<typeof contract.listHouseholds>('households.list', 'GET', '/api/households')
export const memberLeaves = call<typeof contract.memberLeaves>('households.memberLeaves', 'POST', '/api/households/:householdId/members/:memberId/leave')
export const membersFile = call<typeof contract.membersFile>('households.membersFile', 'GET', '/api/households/:householdId/members/file', 'document')
export const mergeHousehold = call<typeof contract.mergeHousehold>('households.merge', 'POST', '/api/households/:householdId/merge')
export const moveHousehold = call<typeof contract.moveHousehold>('households.move', 'POST', '/api/households/:householdId/residence')
export const revealMember = call<typeof contract.revealMember>('households.reveal', 'POST', '/api/households/:householdId/members/:memberId/reveal')
export const searchHouseholds = call<typeof contract.searchHouseholds>('households.search', 'GET', '/api/households/search')
export const showHousehold = call<typeof contract.showHousehold>('households.show', 'GET', '/api/households/:householdId')
export const showUndoing = call<typeof contract.showUndoing>('households.undoing', 'GET', '/api/households/:householdId/events/:eventId/undoing')
export const splitHousehold = call<typeof contract.splitHousehold>('households.split', 'POST', '/api/households/:householdId/split')
export const undoEvent = call<typeof contract.undoEvent>('households.undo', 'POST', '/api/households/:householdId/events/:eventId/undo')
