// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const addOfficial = call<typeof contract.addOfficial>('roster.add', 'POST', '/api/officials')
export const addQualification = call<typeof contract.addQualification>('roster.addQualification', 'POST', '/api/officials/:officialId/qualifications')
export const appoint = call<typeof contract.appoint>('roster.appoint', 'POST', '/api/officials/:officialId/appointments')
export const appointmentsFile = call<typeof contract.appointmentsFile>('roster.appointmentsFile', 'GET', '/api/officials/:officialId/appointments/file', 'document')
export const changeOfficial = call<typeof contract.changeOfficial>('roster.change', 'POST', '/api/officials/:officialId/change')
export const changeQualification = call<typeof contract.changeQualification>('roster.changeQualification', 'POST', '/api/officials/:officialId/qualifications/:qualificationId/change')
export const endAppointment = call<typeof contract.endAppointment>('roster.endAppointment', 'POST', '/api/appointments/:appointmentId/end')
export const gapsFile = call<typeof contract.gapsFile>('roster.gapsFile', 'GET', '/api/areas/:areaId/norm/file', 'document')
export const listLevels = call<typeof contract.listLevels>('roster.levels', 'GET', '/api/qualification-levels')
export const listOfficials = call<typeof contract.listOfficials>('roster.list', 'GET', '/api/areas/:areaId/officials')
export const listPosts = call<typeof contract.listPosts>('roster.posts', 'GET', '/api/posts')
export const normFile = call<typeof contract.normFile>('roster.normFile', 'GET', '/api/areas/:areaId/norm/lines/file', 'document')
export const officialsFile = call<typeof contract.officialsFile>('roster.listFile', 'GET', '/api/areas/:areaId/officials/file', 'document')
export const openOfficial = call<typeof contract.openOfficial>('roster.open', 'POST', '/api/officials/:officialId/open')
export const qualificationsFile = call<typeof contract.qualificationsFile>('roster.qualificationsFile', 'GET', '/api/officials/:officialId/qualifications/file', 'document')
export const renewAppointment = call<typeof contract.renewAppointment>('roster.renew', 'POST', '/api/appointments/:appointmentId/renew')
export const searchOfficials = call<typeof contract.searchOfficials>('roster.search', 'GET', '/api/officials/search')
export const showNorm = call<typeof contract.showNorm>('roster.norm', 'GET', '/api/areas/:areaId/norm')
export const showOfficial = call<typeof contract.showOfficial>('roster.show', 'GET', '/api/officials/:officialId')
export const takeQualificationAway = call<typeof contract.takeQualificationAway>('roster.takeQualificationAway', 'POST', '/api/officials/:officialId/qualifications/:qualificationId/take-away')
