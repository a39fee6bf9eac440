/** Field encryption: AES-256-GCM under a named key, bound to the very cell it stands in. */
import { createCipheriv, randomBytes } from 'node:crypto'
import { nfc } from '#kernel/text.ts'
import type { SecretKey } from './file.ts'
import { nonceBytes, openGcm } from './gcm.ts'
import { keyProblem } from './problems.ts'

/** The cell a secret stands in. A ciphertext copied to another row, column or table does not open. */
export type FieldPlace = { readonly table: string; readonly column: string; readonly row: string }

const placeBytes = (place: FieldPlace): Buffer => Buffer.from(JSON.stringify([place.table, place.column, place.row]))

/** `1.<key id>.<base64url of nonce, ciphertext, tag>` */
export function encryptField(key: SecretKey, text: string, place: FieldPlace): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key.secret, 'base64url'), nonce)
  cipher.setAAD(placeBytes(place))
  const sealed = Buffer.concat([nonce, cipher.update(nfc(text), 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `1.${key.id}.${sealed.toString('base64url')}`
}

/** The text again; throws `keys.value_unreadable` where the key is not held or the value was altered or moved. */
export function decryptField(keys: readonly SecretKey[], value: string, place: FieldPlace): string {
  const [version, keyId, body] = value.split('.')
  const key = keys.find((k) => k.id === keyId)
  const unreadable = keyProblem('keys.value_unreadable', { what: `${place.table}.${place.column}`, keyId: keyId ?? '' })
  if (version !== '1' || !key || !body) throw unreadable
  try {
    return openGcm(Buffer.from(key.secret, 'base64url'), Buffer.from(body, 'base64url'), placeBytes(place))
  } catch {
    throw unreadable
  }
}
