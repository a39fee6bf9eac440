// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const askedFile = call<typeof contract.askedFile>('required.askedFile', 'GET', '/api/areas/:areaId/unmet-requirements/lines/file', 'document')
export const askedOfFile = call<typeof contract.askedOfFile>('required.ofOfficialFile', 'GET', '/api/officials/:officialId/requirements/file', 'document')
export const endRequirement = call<typeof contract.endRequirement>('required.end', 'POST', '/api/post-requirements/:requirementId/end')
export const enterRequirement = call<typeof contract.enterRequirement>('required.enter', 'POST', '/api/post-requirements')
export const followRequirement = call<typeof contract.followRequirement>('required.follow', 'POST', '/api/post-requirements/:requirementId/next')
export const listRequirements = call<typeof contract.listRequirements>('required.rules', 'GET', '/api/post-requirements')
export const listUnmet = call<typeof contract.listUnmet>('required.unmet', 'GET', '/api/areas/:areaId/unmet-requirements')
export const requirementsFile = call<typeof contract.requirementsFile>('required.rulesFile', 'GET', '/api/post-requirements/file', 'document')
export const showAsked = call<typeof contract.showAsked>('required.ofOfficial', 'GET', '/api/officials/:officialId/requirements')
export const unmetFile = call<typeof contract.unmetFile>('required.unmetFile', 'GET', '/api/areas/:areaId/unmet-requirements/file', 'document')
