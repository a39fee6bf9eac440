/**
 * Ids that are the same in every installation: a UUID of version 8 (RFC 9562) cut from the SHA-256 of what the record
 * is. So a round exported from one laptop finds its commune on any other. A pure function of its words.
 */
import { createHash } from 'node:crypto'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, Id, Kind } from '#kernel/ids.ts'
import type { Level } from '../words.ts'

export function stableId<K extends Kind>(kind: K, ...words: readonly string[]): Id<K> {
  const hex = createHash('sha256')
    .update(['nang-buoc', kind, ...words].join('\u001f'))
    .digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}` as Id<K>
}

/** The area that carried this code at this level when it began; a reused code on a later day is another area. */
export const areaIdOf = (level: Level, code: string, began: PlainDate): AreaId => stableId('area', level, code, began)

/** Of the catalogue, not recorded by anybody. */
export const isStable = (id: string): boolean => id.charAt(14) === '8'
