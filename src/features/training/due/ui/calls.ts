// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const dueSeatsFile = call<typeof contract.dueSeatsFile>('due.seatsFile', 'GET', '/api/officials/:officialId/training/file', 'document')
export const dueWishesFile = call<typeof contract.dueWishesFile>('due.wishesFile', 'GET', '/api/officials/:officialId/training/wishes/file', 'document')
export const mySeats = call<typeof contract.mySeats>('due.mine', 'GET', '/api/work/training')
export const showDue = call<typeof contract.showDue>('due.show', 'GET', '/api/officials/:officialId/training')
