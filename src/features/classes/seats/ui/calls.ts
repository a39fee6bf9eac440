// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const addPeople = call<typeof contract.addPeople>('seats.add', 'POST', '/api/training-classes/:trainingClassId/learners')
export const answerOffer = call<typeof contract.answerOffer>('seats.answer', 'POST', '/api/class-seats/:classSeatId/answer')
export const approveSeats = call<typeof contract.approveSeats>('seats.approve', 'POST', '/api/training-classes/:trainingClassId/seats/approve')
export const listCandidates = call<typeof contract.listCandidates>('seats.candidates', 'GET', '/api/training-classes/:trainingClassId/candidates')
export const listOpenClasses = call<typeof contract.listOpenClasses>('seats.open', 'GET', '/api/work/open-classes')
export const listSeats = call<typeof contract.listSeats>('seats.list', 'GET', '/api/training-classes/:trainingClassId/seats')
export const myClasses = call<typeof contract.myClasses>('seats.mine', 'GET', '/api/work/my-classes')
export const myClassesFile = call<typeof contract.myClassesFile>('seats.myFile', 'GET', '/api/work/my-classes/file', 'document')
export const namePeople = call<typeof contract.namePeople>('seats.name', 'POST', '/api/training-classes/:trainingClassId/nominations')
export const offerSeats = call<typeof contract.offerSeats>('seats.offer', 'POST', '/api/training-classes/:trainingClassId/seats/offer')
export const openClassesFile = call<typeof contract.openClassesFile>('seats.openFile', 'GET', '/api/work/open-classes/file', 'document')
export const plannedQuotas = call<typeof contract.plannedQuotas>('seats.plannedQuotas', 'GET', '/api/training-classes/:trainingClassId/planned-quotas')
export const refuseSeats = call<typeof contract.refuseSeats>('seats.refuse', 'POST', '/api/training-classes/:trainingClassId/seats/refuse')
export const seatsFile = call<typeof contract.seatsFile>('seats.listFile', 'GET', '/api/training-classes/:trainingClassId/seats/file', 'document')
export const setQuotas = call<typeof contract.setQuotas>('seats.setQuotas', 'POST', '/api/training-classes/:trainingClassId/quotas')
export const sheetFile = call<typeof contract.sheetFile>('seats.sheetFile', 'GET', '/api/training-classes/:trainingClassId/seats/sheet', 'document')
export const substituteSeat = call<typeof contract.substituteSeat>('seats.substitute', 'POST', '/api/class-seats/:classSeatId/substitute')
export const withdrawSeat = call<typeof contract.withdrawSeat>('seats.withdraw', 'POST', '/api/class-seats/:classSeatId/withdraw')
