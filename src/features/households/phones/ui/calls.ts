// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const villagePhones = call<typeof contract.villagePhones>('households.phones', 'GET', '/api/households/phones')
export const writePhones = call<typeof contract.writePhones>('households.writePhones', 'POST', '/api/households/phones')
