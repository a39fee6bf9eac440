// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const trainingNeeds = call<typeof contract.trainingNeeds>('training.needs', 'GET', '/api/areas/:areaId/training-needs')
