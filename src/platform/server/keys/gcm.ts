/** What AES-256-GCM sealed, as all of ours lies packed: nonce (12 bytes), ciphertext, tag (16). */
import { createDecipheriv } from 'node:crypto'

export const nonceBytes = 12
const tagBytes = 16

/** The text again. Throws where it is another key's, of another place (`aad`), cut short or altered. */
export function openGcm(key: Uint8Array, packed: Buffer, aad: string | Uint8Array): string {
  if (packed.length < nonceBytes + tagBytes) throw new Error('cut short')
  const decipher = createDecipheriv('aes-256-gcm', key, packed.subarray(0, nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(typeof aad === 'string' ? Buffer.from(aad) : aad)
  decipher.setAuthTag(packed.subarray(-tagBytes))
  const open = decipher.update(packed.subarray(nonceBytes, -tagBytes))
  return Buffer.concat([open, decipher.final()]).toString('utf8')
}
