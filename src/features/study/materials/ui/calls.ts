// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const addFile = call<typeof contract.addFile>('library.addFile', 'POST', '/api/library/files', 'upload')
export const addText = call<typeof contract.addText>('library.addText', 'POST', '/api/library')
export const answerQuestion = call<typeof contract.answerQuestion>('library.answer', 'POST', '/api/library/:materialId/answer')
export const getMaterial = call<typeof contract.getMaterial>('library.get', 'GET', '/api/library/:materialId')
export const listMaterials = call<typeof contract.listMaterials>('library.list', 'GET', '/api/areas/:areaId/library')
export const listReaders = call<typeof contract.listReaders>('library.readers', 'GET', '/api/areas/:areaId/library/:materialId/readers')
export const listReadings = call<typeof contract.listReadings>('library.readings', 'GET', '/api/areas/:areaId/library/readings')
export const materialFile = call<typeof contract.materialFile>('library.file', 'GET', '/api/library/:materialId/tep/:version', 'document')
export const materialsFile = call<typeof contract.materialsFile>('library.listFile', 'GET', '/api/areas/:areaId/library/file', 'document')
export const myReading = call<typeof contract.myReading>('library.mine', 'GET', '/api/areas/:areaId/library/mine')
export const myReadingFile = call<typeof contract.myReadingFile>('library.mineFile', 'GET', '/api/areas/:areaId/library/mine/file', 'document')
export const nextFile = call<typeof contract.nextFile>('library.nextFile', 'POST', '/api/library/:materialId/files', 'upload')
export const nextText = call<typeof contract.nextText>('library.nextText', 'POST', '/api/library/:materialId/versions')
export const practiceQuestions = call<typeof contract.practiceQuestions>('library.questions', 'GET', '/api/areas/:areaId/library/questions')
export const readersFile = call<typeof contract.readersFile>('library.readersFile', 'GET', '/api/areas/:areaId/library/:materialId/readers/file', 'document')
export const readingsFile = call<typeof contract.readingsFile>('library.readingsFile', 'GET', '/api/areas/:areaId/library/readings/file', 'document')
export const searchMaterials = call<typeof contract.searchMaterials>('library.search', 'GET', '/api/library/search')
export const tellReading = call<typeof contract.tellReading>('library.tell', 'POST', '/api/library/:materialId/reading')
export const useMaterial = call<typeof contract.useMaterial>('library.use', 'POST', '/api/library/:materialId/use')
