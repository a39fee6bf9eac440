// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const deviceKey = call<typeof contract.deviceKey>('field.deviceKey', 'POST', '/api/field/devices/:deviceId/key', 'read')
export const deviceSaid = call<typeof contract.deviceSaid>('field.deviceSaid', 'GET', '/api/field/devices/:deviceId')
export const devicesFile = call<typeof contract.devicesFile>('field.devicesFile', 'GET', '/api/areas/:areaId/devices/file', 'document')
export const keepDevice = call<typeof contract.keepDevice>('field.keepDevice', 'POST', '/api/field/devices')
export const listDevices = call<typeof contract.listDevices>('field.devices', 'GET', '/api/areas/:areaId/devices')
export const sayOfDevice = call<typeof contract.sayOfDevice>('field.sayOfDevice', 'POST', '/api/field/devices/:deviceId/state')
export const tellWaits = call<typeof contract.tellWaits>('field.tellWaits', 'POST', '/api/field/devices/:deviceId/waits', 'read')
