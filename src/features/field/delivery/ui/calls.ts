// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const deliver = call<typeof contract.deliver>('field.deliver', 'POST', '/api/field/deliveries')
