// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const carriableCommunes = call<typeof contract.carriableCommunes>('surveys.carriable', 'GET', '/api/carried')
export const carriedPart = call<typeof contract.carriedPart>('surveys.carriedPart', 'GET', '/api/carried/:areaId/villages/:villageId')
export const carriedVillages = call<typeof contract.carriedVillages>('surveys.carriedVillages', 'GET', '/api/carried/:areaId/villages')
export const carryCommune = call<typeof contract.carryCommune>('surveys.carry', 'POST', '/api/carried/:areaId')
