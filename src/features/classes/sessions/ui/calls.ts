// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const addSessions = call<typeof contract.addSessions>('classes.addSessions', 'POST', '/api/training-classes/:trainingClassId/sessions')
export const answerTrainer = call<typeof contract.answerTrainer>('classes.answerTrainer', 'POST', '/api/class-trainers/:classTrainerId/answer')
export const askClashes = call<typeof contract.askClashes>('classes.clashes', 'POST', '/api/training-classes/:trainingClassId/clashes', 'read')
export const askTrainer = call<typeof contract.askTrainer>('classes.askTrainer', 'POST', '/api/training-classes/:trainingClassId/trainers')
export const changeSession = call<typeof contract.changeSession>('classes.changeSession', 'POST', '/api/class-sessions/:classSessionId/change')
export const dropSession = call<typeof contract.dropSession>('classes.dropSession', 'POST', '/api/class-sessions/:classSessionId/drop')
export const moveClass = call<typeof contract.moveClass>('classes.move', 'POST', '/api/training-classes/:trainingClassId/move')
export const replaceTrainer = call<typeof contract.replaceTrainer>('classes.replaceTrainer', 'POST', '/api/class-trainers/:classTrainerId/replace')
