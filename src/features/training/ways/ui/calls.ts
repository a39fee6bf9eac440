// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const changeWay = call<typeof contract.changeWay>('ways.change', 'POST', '/api/training-ways/:trainingWayId/change')
export const closePlace = call<typeof contract.closePlace>('ways.closePlace', 'POST', '/api/class-places/:classPlaceId/close')
export const dropWay = call<typeof contract.dropWay>('ways.drop', 'POST', '/api/training-ways/:trainingWayId/drop')
export const enterWay = call<typeof contract.enterWay>('ways.enter', 'POST', '/api/training-ways')
export const listPlaces = call<typeof contract.listPlaces>('ways.places', 'GET', '/api/areas/:areaId/class-places')
export const listWays = call<typeof contract.listWays>('ways.list', 'GET', '/api/areas/:areaId/training-ways')
export const openPlace = call<typeof contract.openPlace>('ways.openPlace', 'POST', '/api/class-places')
export const placesFile = call<typeof contract.placesFile>('ways.placesFile', 'GET', '/api/areas/:areaId/class-places/file', 'document')
export const waysFile = call<typeof contract.waysFile>('ways.listFile', 'GET', '/api/areas/:areaId/training-ways/file', 'document')
