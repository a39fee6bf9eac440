// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const attendanceFile = call<typeof contract.attendanceFile>('attendance.ofClassFile', 'GET', '/api/training-classes/:trainingClassId/attendance/file', 'document')
export const checkPage = call<typeof contract.checkPage>('attendance.checkPage', 'POST', '/api/training-classes/signed-sheets/check', 'upload')
export const classAttendance = call<typeof contract.classAttendance>('attendance.ofClass', 'GET', '/api/training-classes/:trainingClassId/attendance')
export const countHeads = call<typeof contract.countHeads>('attendance.count', 'POST', '/api/class-sessions/:classSessionId/count')
export const dropPage = call<typeof contract.dropPage>('attendance.dropPage', 'POST', '/api/training-classes/:trainingClassId/signed-sheets/:fileId/drop')
export const keepPage = call<typeof contract.keepPage>('attendance.keepPage', 'POST', '/api/training-classes/:trainingClassId/signed-sheets', 'upload')
export const markAttendance = call<typeof contract.markAttendance>('attendance.mark', 'POST', '/api/class-sessions/:classSessionId/marks')
export const reopenSession = call<typeof contract.reopenSession>('attendance.reopen', 'POST', '/api/class-sessions/:classSessionId/reopen')
export const sessionAttendance = call<typeof contract.sessionAttendance>('attendance.ofSession', 'GET', '/api/class-sessions/:classSessionId/attendance')
export const sessionAttendanceFile = call<typeof contract.sessionAttendanceFile>('attendance.ofSessionFile', 'GET', '/api/class-sessions/:classSessionId/attendance/file', 'document')
export const signedPage = call<typeof contract.signedPage>('attendance.page', 'GET', '/api/training-classes/:trainingClassId/signed-sheets/:fileId', 'document')
