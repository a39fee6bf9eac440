/** Codes of a session by time: HOTP (RFC 4226) over steps of time as TOTP (RFC 6238) counts them, with SHA-256. */
import { createHmac } from 'node:crypto'
import type { ClassSessionId } from '#kernel/ids.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import { codeDigits } from './model.ts'
import { stepAt, stepsTaken } from './rules.ts'

export function hotp(secret: Uint8Array, counter: number): string {
  const moving = Buffer.alloc(8)
  moving.writeBigUInt64BE(BigInt(counter))
  const mac = createHmac('sha256', secret).update(moving).digest()
  const at = (mac.at(-1) ?? 0) & 0xf
  const number = (mac.readUInt32BE(at) & 0x7fffffff) % 10 ** codeDigits
  return String(number).padStart(codeDigits, '0')
}

/** A secret of the session, from the key file: nothing of it stands in the database. */
const secretOf = (keys: Keys, id: ClassSessionId): Buffer =>
  Buffer.from(keys.indexOf(`class session ${id}`), 'base64url')

export const codeNow = (keys: Keys, id: ClassSessionId, nowMs: number): string =>
  hotp(secretOf(keys, id), stepAt(nowMs))

/** Whose code this is, of these sessions, at this moment; undefined where it is too old, or of none. */
export const sessionOfCode = (keys: Keys, { code, of, nowMs }: Asked): ClassSessionId | undefined =>
  of.find((id) => {
    const secret = secretOf(keys, id)
    return stepsTaken(nowMs).some((step) => hotp(secret, step) === code)
  })
type Asked = { readonly code: string; readonly of: readonly ClassSessionId[]; readonly nowMs: number }
