/** What was sealed on a phone, opened and looked at: whose it is, and of which day. */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { dayInVietnam, type PlainDate } from '#kernel/dates.ts'
import { type FieldDeviceId, IdOf, isId } from '#kernel/ids.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import { type Author, keyPlace } from '../devices/queries.ts'
import { fieldProblem } from '../problems.ts'

/** As `platform/web/vault/sealing.ts` writes it. */
const MadeSchema = Type.Object({
  id: IdOf<'command'>(),
  path: Type.String({ maxLength: 500 }),
  schemaVersion: Type.Integer(),
  /** Milliseconds by the phone's clock, put right by the server's last answer. */
  madeAt: Type.Integer(),
  body: Type.String(),
  /** HMAC-SHA256 of all this under the key of the phone. */
  mac: Type.String({ maxLength: 100 }),
})
export type Made = Static<typeof MadeSchema> & { readonly device: FieldDeviceId }

/** Throws where this server cannot read it. */
export function opened(keys: Keys, sealed: string): Made {
  const unreadable = fieldProblem('field.sealed_unreadable')
  try {
    const { device, text } = keys.openDelivery(sealed)
    const made: unknown = JSON.parse(text)
    if (isId(device) && Value.Check(MadeSchema, made)) return { ...made, device: device as FieldDeviceId }
  } catch {
    throw unreadable
  }
  throw unreadable
}

/** By the clock of the phone; null where that stands in no year. */
export const dayMade = ({ madeAt }: Made): PlainDate | null =>
  Math.abs(madeAt) < 8_000_000_000_000 ? dayInVietnam(madeAt) : null

/** Whether it was sealed by who held the key of the phone, and while the phone was in the right hands. Throws what refuses. */
export function mustBeOf(author: Author, keys: Keys, made: Made): void {
  const { id, path, schemaVersion, madeAt, body, mac, device } = made
  const dataKey = Buffer.from(keys.decrypt(author.data_key, keyPlace(device)), 'base64url')
  const key = Buffer.from(hkdfSync('sha256', dataKey, '', 'nang-buoc author', 32))
  const right = createHmac('sha256', key)
    .update(JSON.stringify([id, path, schemaVersion, madeAt, body]))
    .digest()
  const given = Buffer.from(mac, 'base64url')
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw fieldProblem('field.sealed_unreadable')
  if (author.state === 'lost' && author.stated_at !== null && madeAt >= Date.parse(author.stated_at))
    throw fieldProblem('field.device_lost')
}

/**
 * The day whose rights count: that of the phone, unless the phone was not yet known here, or it has not come yet; then
 * the day on which it arrives.
 */
export const dayThatCounts = (
  said: PlainDate | null,
  { kept_on }: Pick<Author, 'kept_on'>,
  today: PlainDate,
): PlainDate => (said !== null && said >= kept_on && said <= today ? said : today)
