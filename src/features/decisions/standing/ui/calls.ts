// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const householdReview = call<typeof contract.householdReview>('decisions.household', 'GET', '/api/households/:householdId/review')
