/**
 * Record ids: UUIDv7 text, made by whoever creates the record (a phone included), so that a resend is harmless.
 * Branded by the kind of record, so an area's id never stands where a household's is wanted.
 */
import { type TString, Type } from 'typebox'

export type Id<Kind extends string> = string & { readonly __id: Kind }

export type AreaId = Id<'area'>
export type AccountId = Id<'account'>
export type GrantId = Id<'access_grant'>
export type HouseholdId = Id<'household'>
export type PersonId = Id<'person'>
export type RoundId = Id<'round'>
export type SurveyId = Id<'survey'>
export type VerdictId = Id<'verdict'>
export type DecisionId = Id<'decision'>
export type CommandId = Id<'command'>
export type FileId = Id<'file'>

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isId = (text: string): boolean => pattern.test(text)

/** The schema of an id in a contract; `IdOf<'area'>()` types as `AreaId`. */
export const IdOf = <Kind extends string>() =>
  Type.Unsafe<Id<Kind>>(Type.String({ pattern: pattern.source }) as TString)

/** UUID version 7 (RFC 9562): 48 bits of milliseconds, then 74 bits of the given randomness (10 bytes). */
export function uuidV7<Kind extends string>(nowMs: number, random: Uint8Array): Id<Kind> {
  const time = Math.floor(nowMs).toString(16).padStart(12, '0')
  const r = Array.from(random.subarray(0, 10), (b) => b.toString(16).padStart(2, '0')).join('')
  const variant = ((Number.parseInt(r.slice(4, 5), 16) & 0x3) | 0x8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${r.slice(1, 4)}-${variant}${r.slice(5, 8)}-${r.slice(8, 20)}` as Id<Kind>
}
