// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const callMeeting = call<typeof contract.callMeeting>('bodies.callMeeting', 'POST', '/api/bodies/:bodyId/meetings')
export const callOffMeeting = call<typeof contract.callOffMeeting>('bodies.callOffMeeting', 'POST', '/api/meetings/:meetingId/call-off')
export const checkSigned = call<typeof contract.checkSigned>('bodies.checkSigned', 'POST', '/api/meetings/signed/check', 'upload')
export const finishMine = call<typeof contract.finishMine>('bodies.finishMine', 'POST', '/api/work/body-tasks/:taskId/done')
export const finishTask = call<typeof contract.finishTask>('bodies.finishTask', 'POST', '/api/body-tasks/:taskId/done')
export const giveTask = call<typeof contract.giveTask>('bodies.giveTask', 'POST', '/api/meetings/:meetingId/tasks')
export const invitationDocx = call<typeof contract.invitationDocx>('bodies.invitationDocx', 'GET', '/api/meetings/:meetingId/giay-moi.docx', 'document')
export const invitationPdf = call<typeof contract.invitationPdf>('bodies.invitationPdf', 'GET', '/api/meetings/:meetingId/giay-moi.pdf', 'document')
export const keepMinutes = call<typeof contract.keepMinutes>('bodies.keepMinutes', 'POST', '/api/meetings/:meetingId/signed', 'upload')
export const meetingTasksFile = call<typeof contract.meetingTasksFile>('bodies.meetingTasksFile', 'GET', '/api/meetings/:meetingId/tasks/file', 'document')
export const minutesDocx = call<typeof contract.minutesDocx>('bodies.minutesDocx', 'GET', '/api/meetings/:meetingId/bien-ban.docx', 'document')
export const minutesPdf = call<typeof contract.minutesPdf>('bodies.minutesPdf', 'GET', '/api/meetings/:meetingId/bien-ban.pdf', 'document')
export const myTasks = call<typeof contract.myTasks>('bodies.myTasks', 'GET', '/api/work/body-tasks')
export const myTasksFile = call<typeof contract.myTasksFile>('bodies.myTasksFile', 'GET', '/api/work/body-tasks/file', 'document')
export const showMeeting = call<typeof contract.showMeeting>('bodies.meeting', 'GET', '/api/meetings/:meetingId')
export const signedMinutes = call<typeof contract.signedMinutes>('bodies.signedMinutes', 'GET', '/api/meetings/:meetingId/ban-ky', 'document')
export const takeTaskBack = call<typeof contract.takeTaskBack>('bodies.takeTaskBack', 'POST', '/api/body-tasks/:taskId/take-back')
export const writeMeeting = call<typeof contract.writeMeeting>('bodies.writeMeeting', 'POST', '/api/meetings/:meetingId/change')
