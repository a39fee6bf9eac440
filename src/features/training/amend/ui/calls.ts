// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const beginAmendment = call<typeof contract.beginAmendment>('amend.begin', 'POST', '/api/training-plans/:trainingPlanId/amendments')
export const changesFile = call<typeof contract.changesFile>('amend.changesFile', 'GET', '/api/training-plans/:trainingPlanId/changes/file', 'document')
export const showAmendments = call<typeof contract.showAmendments>('amend.show', 'GET', '/api/training-plans/:trainingPlanId/amendments')
export const versionsFile = call<typeof contract.versionsFile>('amend.versionsFile', 'GET', '/api/training-plans/:trainingPlanId/amendments/file', 'document')
