// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const sendCommands = call<typeof contract.sendCommands>('field.send', 'POST', '/api/field/commands')
