// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const listNotices = call<typeof contract.listNotices>('notices.list', 'GET', '/api/rounds/:roundId/notices')
export const myNotices = call<typeof contract.myNotices>('notices.mine', 'GET', '/api/my-notices')
export const noticeRounds = call<typeof contract.noticeRounds>('notices.rounds', 'GET', '/api/work/notices')
export const noticesFile = call<typeof contract.noticesFile>('notices.listFile', 'GET', '/api/rounds/:roundId/notices/file', 'document')
export const noticesOfHousehold = call<typeof contract.noticesOfHousehold>('notices.ofHousehold', 'GET', '/api/households/:householdId/notices')
export const sendNotice = call<typeof contract.sendNotice>('notices.send', 'POST', '/api/rounds/:roundId/notices')
export const settleNotice = call<typeof contract.settleNotice>('notices.settle', 'POST', '/api/notices/:surveyNoticeId/settle')
export const showNotice = call<typeof contract.showNotice>('notices.show', 'GET', '/api/notices/:surveyNoticeId')
export const withdrawNotice = call<typeof contract.withdrawNotice>('notices.withdraw', 'POST', '/api/notices/:surveyNoticeId/withdraw')
