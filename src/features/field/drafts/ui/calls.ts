// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const leaveDrafts = call<typeof contract.leaveDrafts>('field.leaveDrafts', 'POST', '/api/field/devices/:deviceId/drafts')
export const listLeft = call<typeof contract.listLeft>('field.leftDrafts', 'GET', '/api/field/left-drafts')
export const takeLeft = call<typeof contract.takeLeft>('field.takeLeft', 'POST', '/api/field/left-drafts/taken')
