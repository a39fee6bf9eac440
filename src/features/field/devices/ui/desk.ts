/** At a desk: what a phone's page of this browser sealed is opened with the key that the server keeps for its owner. */
import { send } from '#platform/web/calls.ts'
import { way } from '#platform/web/vault/way.ts'
import { deviceKey } from './calls.ts'

export function openAtDesk(): void {
  way.used = true
  way.fetch = async ({ deviceId }) => {
    const { fromText, holdDataKey } = await import('#platform/web/vault/sealing.ts')
    const { dataKey } = await send(deviceKey, { deviceId }, { background: true })
    return holdDataKey(fromText(dataKey))
  }
}
