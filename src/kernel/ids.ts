/**
 * Record ids: UUIDv7 text, made by whoever creates the record (a phone included), so that a resend is harmless.
 * Branded by the kind of record, so an area's id never stands where a household's is wanted.
 */
import { type TString, Type } from 'typebox'
import type { Id, Kind } from './kinds.ts'

export type * from './kinds.ts'

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isId = (text: string): boolean => pattern.test(text)

/** The schema of an id in a contract, by the kind's name alone: `IdOf<'area'>()` types as `AreaId`. */
export const IdOf = <K extends Kind>() => Type.Unsafe<Id<K>>(Type.String({ pattern: pattern.source }) as TString)

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** UUID version 7 (RFC 9562): 48 bits of milliseconds, then 74 bits of the given randomness (10 bytes). */
export function uuidV7<K extends Kind>(nowMs: number, random: Uint8Array): Id<K> {
  const time = Math.floor(nowMs).toString(16).padStart(12, '0')
  let r = ''
  for (let at = 0; at < 10; at++) r += hexOf[random[at] ?? 0]
  const variant = hexOf[((random[2] ?? 0) & 0x3f) | 0x80]
  return `${time.slice(0, 8)}-${time.slice(8)}-7${r.slice(0, 3)}-${variant}${r.slice(6, 8)}-${r.slice(8, 20)}` as Id<K>
}
