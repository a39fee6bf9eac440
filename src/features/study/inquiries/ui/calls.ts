// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const answerInquiry = call<typeof contract.answerInquiry>('inquiries.answer', 'POST', '/api/inquiries/:inquiryId/answer')
export const askInquiry = call<typeof contract.askInquiry>('inquiries.ask', 'POST', '/api/inquiries')
export const askingChoices = call<typeof contract.askingChoices>('inquiries.choices', 'GET', '/api/areas/:areaId/inquiries/choices')
export const assignInquiry = call<typeof contract.assignInquiry>('inquiries.assign', 'POST', '/api/inquiries/:inquiryId/assign')
export const getInquiry = call<typeof contract.getInquiry>('inquiries.get', 'GET', '/api/inquiries/:inquiryId')
export const inquiriesFile = call<typeof contract.inquiriesFile>('inquiries.listFile', 'GET', '/api/areas/:areaId/inquiries/file', 'document')
export const inquiryNews = call<typeof contract.inquiryNews>('inquiries.news', 'GET', '/api/inquiries/news')
export const listInquiries = call<typeof contract.listInquiries>('inquiries.list', 'GET', '/api/areas/:areaId/inquiries')
export const myInquiries = call<typeof contract.myInquiries>('inquiries.mine', 'GET', '/api/inquiries/mine')
export const myInquiriesFile = call<typeof contract.myInquiriesFile>('inquiries.mineFile', 'GET', '/api/inquiries/mine/file', 'document')
export const refuseInquiry = call<typeof contract.refuseInquiry>('inquiries.refuse', 'POST', '/api/inquiries/:inquiryId/refuse')
export const shareInquiry = call<typeof contract.shareInquiry>('inquiries.share', 'POST', '/api/inquiries/:inquiryId/share')
export const withdrawInquiry = call<typeof contract.withdrawInquiry>('inquiries.withdraw', 'POST', '/api/inquiries/:inquiryId/withdraw')
