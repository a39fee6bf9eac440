// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const askUnit = call<typeof contract.askUnit>('comments.askUnit', 'POST', '/api/plan-sendings/:planSendingId/units')
export const askedFile = call<typeof contract.askedFile>('comments.askedFile', 'GET', '/api/training-plans/:trainingPlanId/asked-units/file', 'document')
export const commentsFile = call<typeof contract.commentsFile>('comments.listFile', 'GET', '/api/training-plans/:trainingPlanId/comments/file', 'document')
export const commentsOpen = call<typeof contract.commentsOpen>('comments.open', 'GET', '/api/plan-comments/unanswered')
export const commentsOwed = call<typeof contract.commentsOwed>('comments.owed', 'GET', '/api/plan-comments/owed')
export const giveComment = call<typeof contract.giveComment>('comments.give', 'POST', '/api/plan-sendings/:planSendingId/comments')
export const openFile = call<typeof contract.openFile>('comments.openFile', 'GET', '/api/plan-comments/unanswered/file', 'document')
export const owedFile = call<typeof contract.owedFile>('comments.owedFile', 'GET', '/api/plan-comments/owed/file', 'document')
export const replyToComment = call<typeof contract.replyToComment>('comments.reply', 'POST', '/api/plan-comments/:planCommentId/replies')
export const sendForComment = call<typeof contract.sendForComment>('comments.send', 'POST', '/api/training-plans/:trainingPlanId/sendings')
export const showComments = call<typeof contract.showComments>('comments.show', 'GET', '/api/training-plans/:trainingPlanId/comments')
export const takeSendingBack = call<typeof contract.takeSendingBack>('comments.takeBack', 'POST', '/api/plan-sendings/:planSendingId/take-back')
export const unitsBelow = call<typeof contract.unitsBelow>('comments.units', 'GET', '/api/training-plans/:trainingPlanId/units-below')
export const withdrawComment = call<typeof contract.withdrawComment>('comments.withdraw', 'POST', '/api/plan-comments/:planCommentId/withdraw')
