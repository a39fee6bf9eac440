// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const apartFile = call<typeof contract.apartFile>('joining.apartFile', 'GET', '/api/areas/:areaId/officials/apart/file', 'document')
export const compareRecords = call<typeof contract.compareRecords>('joining.compare', 'GET', '/api/officials/:officialId/join/:formerId')
export const doublesFile = call<typeof contract.doublesFile>('joining.doublesFile', 'GET', '/api/areas/:areaId/officials/doubles/file', 'document')
export const joinRecords = call<typeof contract.joinRecords>('joining.join', 'POST', '/api/officials/:officialId/join')
export const listAlike = call<typeof contract.listAlike>('joining.alike', 'GET', '/api/officials/:officialId/alike')
export const listApart = call<typeof contract.listApart>('joining.listApart', 'GET', '/api/areas/:areaId/officials/apart')
export const listDoubles = call<typeof contract.listDoubles>('joining.doubles', 'GET', '/api/areas/:areaId/officials/doubles')
export const listFormer = call<typeof contract.listFormer>('joining.former', 'GET', '/api/officials/:officialId/former-records')
export const sayApart = call<typeof contract.sayApart>('joining.apart', 'POST', '/api/officials/:officialId/apart')
export const takeApartBack = call<typeof contract.takeApartBack>('joining.notApart', 'POST', '/api/officials/apart/:apartId/take-back')
