// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const takeForms = call<typeof contract.takeForms>('surveys.forms', 'POST', '/api/my-surveys/forms', 'read')
