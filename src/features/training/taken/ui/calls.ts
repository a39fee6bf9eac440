// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const carryOver = call<typeof contract.carryOver>('plans.carryOver', 'POST', '/api/training-plans/:trainingPlanId/carry-over')
export const linesAbove = call<typeof contract.linesAbove>('plans.above', 'GET', '/api/training-plans/:trainingPlanId/above')
export const takeAbove = call<typeof contract.takeAbove>('plans.takeAbove', 'POST', '/api/training-plans/:trainingPlanId/take-above')
export const takeLines = call<typeof contract.takeLines>('plans.takeLines', 'POST', '/api/training-plans/:trainingPlanId/take-lines')
