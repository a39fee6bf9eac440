// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const countNeeds = call<typeof contract.countNeeds>('needs.count', 'GET', '/api/areas/:areaId/needs/counts')
export const countsFile = call<typeof contract.countsFile>('needs.countFile', 'GET', '/api/areas/:areaId/needs/counts/file', 'document')
export const errorsFile = call<typeof contract.errorsFile>('needs.errorsFile', 'GET', '/api/areas/:areaId/needs/errors/file', 'document')
export const linkError = call<typeof contract.linkError>('needs.linkError', 'POST', '/api/areas/:areaId/error-topics')
export const listErrors = call<typeof contract.listErrors>('needs.errors', 'GET', '/api/areas/:areaId/needs/errors')
export const listNeeds = call<typeof contract.listNeeds>('needs.list', 'GET', '/api/areas/:areaId/needs')
export const myRequests = call<typeof contract.myRequests>('needs.myRequests', 'GET', '/api/work/training-requests')
export const myRequestsFile = call<typeof contract.myRequestsFile>('needs.myRequestsFile', 'GET', '/api/work/training-requests/file', 'document')
export const needsFile = call<typeof contract.needsFile>('needs.listFile', 'GET', '/api/areas/:areaId/needs/file', 'document')
export const nominate = call<typeof contract.nominate>('needs.nominate', 'POST', '/api/areas/:areaId/nominations')
export const requestTopic = call<typeof contract.requestTopic>('needs.request', 'POST', '/api/work/training-requests')
export const unlinkError = call<typeof contract.unlinkError>('needs.unlinkError', 'POST', '/api/error-topics/:errorTopicId/drop')
export const withdrawNomination = call<typeof contract.withdrawNomination>('needs.withdraw', 'POST', '/api/nominations/:trainingWishId/withdraw')
export const withdrawRequest = call<typeof contract.withdrawRequest>('needs.withdrawRequest', 'POST', '/api/work/training-requests/:trainingWishId/withdraw')
