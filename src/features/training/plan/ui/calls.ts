// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const addLine = call<typeof contract.addLine>('plans.addLine', 'POST', '/api/training-plans/:trainingPlanId/lines')
export const approvePlan = call<typeof contract.approvePlan>('plans.approve', 'POST', '/api/training-plans/:trainingPlanId/approve')
export const beginPlan = call<typeof contract.beginPlan>('plans.begin', 'POST', '/api/training-plans')
export const changeLine = call<typeof contract.changeLine>('plans.changeLine', 'POST', '/api/plan-lines/:planLineId/change')
export const changePlan = call<typeof contract.changePlan>('plans.change', 'POST', '/api/training-plans/:trainingPlanId/change')
export const dropLine = call<typeof contract.dropLine>('plans.dropLine', 'POST', '/api/plan-lines/:planLineId/drop')
export const dropPlan = call<typeof contract.dropPlan>('plans.drop', 'POST', '/api/training-plans/:trainingPlanId/drop')
export const dropSeat = call<typeof contract.dropSeat>('plans.dropSeat', 'POST', '/api/plan-seats/:planSeatId/drop')
export const linesFile = call<typeof contract.linesFile>('plans.linesFile', 'GET', '/api/training-plans/:trainingPlanId/lines/file', 'document')
export const listPlans = call<typeof contract.listPlans>('plans.list', 'GET', '/api/training-plans')
export const listSeats = call<typeof contract.listSeats>('plans.seats', 'GET', '/api/training-plans/:trainingPlanId/seats')
export const moneyFile = call<typeof contract.moneyFile>('plans.moneyFile', 'GET', '/api/training-plans/:trainingPlanId/money/file', 'document')
export const plansFile = call<typeof contract.plansFile>('plans.listFile', 'GET', '/api/training-plans/file', 'document')
export const recallPlan = call<typeof contract.recallPlan>('plans.recall', 'POST', '/api/training-plans/:trainingPlanId/recall')
export const repricePlan = call<typeof contract.repricePlan>('plans.reprice', 'POST', '/api/training-plans/:trainingPlanId/reprice')
export const searchPlans = call<typeof contract.searchPlans>('plans.search', 'GET', '/api/training-plans/search')
export const searchTopics = call<typeof contract.searchTopics>('plans.topics', 'GET', '/api/training-plans/:trainingPlanId/topics')
export const seatsFile = call<typeof contract.seatsFile>('plans.seatsFile', 'GET', '/api/training-plans/:trainingPlanId/seats/file', 'document')
export const showPlan = call<typeof contract.showPlan>('plans.show', 'GET', '/api/training-plans/:trainingPlanId')
export const submitPlan = call<typeof contract.submitPlan>('plans.submit', 'POST', '/api/training-plans/:trainingPlanId/submit')
