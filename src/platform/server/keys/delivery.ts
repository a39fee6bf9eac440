/**
 * What a phone sealed for this server alone (ECDH P-256 with a key made for once, HKDF-SHA256, AES-256-GCM; the shape of
 * ECIES, SEC 1 section 5.1): it lies there, or travels in a file, readable by nobody on the way, its writer included.
 *
 * `1.<key id>.<device>.<base64url of the point for once (65 bytes), nonce (12), ciphertext and tag>`
 */
import { createECDH, type ECDH, hkdfSync } from 'node:crypto'
import type { SecretKey } from './file.ts'
import { openGcm } from './gcm.ts'
import { keyProblem } from './problems.ts'

/** What a phone seals with: `point` is the uncompressed public point, base64url. */
export type DeliveryKey = { readonly id: string; readonly point: string }

/** As its faults name it. */
const kept = 'delivery'
const curve = 'prime256v1'
const pointBytes = 65

/** One pair for each field key, made of it, so that a key file of before has them too and they are rotated with it. */
function pairOf({ secret }: SecretKey): ECDH {
  const pair = createECDH(curve)
  for (let n = 0; ; n += 1) {
    const scalar = hkdfSync('sha256', Buffer.from(secret, 'base64url'), '', `nang-buoc delivery ${n}`, 32)
    try {
      pair.setPrivateKey(Buffer.from(scalar))
      return pair
    } catch {
      // Not below the order of the curve: of 2^32 keys one is not.
    }
  }
}

/** The key to seal with, and what opens what was sealed with it or one before it. */
export function deliveries(keys: readonly SecretKey[]) {
  const pairs = new Map(keys.map((key) => [key.id, pairOf(key)]))
  const [current] = keys
  const key = (): DeliveryKey => {
    const id = current?.id ?? ''
    return { id, point: pairs.get(id)?.getPublicKey('base64url', 'uncompressed') ?? '' }
  }
  /** The text again, and the device that says it sealed it. Throws `keys.value_unreadable`. */
  const openSealed = (sealed: string): { readonly device: string; readonly text: string } => {
    const [version, keyId = '', device = '', packed = ''] = sealed.split('.')
    const unreadable = keyProblem('keys.value_unreadable', { what: kept, keyId })
    const pair = pairs.get(keyId)
    const bytes = Buffer.from(packed, 'base64url')
    if (version !== '1' || !pair || bytes.length < pointBytes) throw unreadable
    try {
      const point = bytes.subarray(0, pointBytes)
      const shared = pair.computeSecret(point)
      const secret = Buffer.from(hkdfSync('sha256', shared, point, 'nang-buoc field', 32))
      return { device, text: openGcm(secret, bytes.subarray(pointBytes), `1.${keyId}.${device}`) }
    } catch {
      throw unreadable
    }
  }
  return { key, openSealed }
}
