import type { Instant } from '#kernel/dates.ts'
import { draftPlace } from '#kernel/drafts.ts'
import type { AccountId } from '#kernel/ids.ts'
import { instantOf, todayOf } from '#platform/server/clock.ts'
import { enter } from '#platform/server/doors/enter.ts'
import { change, happened, type Route, read } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { openGcm } from '#platform/server/keys/gcm.ts'
import type { Services } from '#platform/server/services.ts'
import { type Author, authorOf, keyPlace } from '../devices/queries.ts'
import { fieldEvent } from '../events.ts'
import { fieldProblem } from '../problems.ts'
import * as contract from './contract.ts'
import * as left from './queries.ts'

type Lying = { readonly kind: string; readonly id: string; readonly sealed: string }
/** What was typed, as it lay on a phone (`platform/web/vault/sealing.ts`); null where it does not open under its key. */
function opened(dataKey: string, account: AccountId, { kind, id, sealed }: Lying): { readonly data: unknown } | null {
  try {
    const place = draftPlace({ accountId: account, kind, id })
    const text = openGcm(Buffer.from(dataKey, 'base64url'), Buffer.from(sealed, 'base64url'), place)
    return { data: JSON.parse(text) }
  } catch {
    return null
  }
}

function mustBeGivenBack(author: Author | null): Author {
  if (!author) throw fieldProblem('field.device_not_found')
  if (author.state === 'in_use') throw fieldProblem('field.device_in_use')
  if (author.state === 'lost') throw fieldProblem('field.device_lost')
  return author
}

const keyOf = ({ keys }: Services, device: string, sealed: string): string => keys.decrypt(sealed, keyPlace(device))

/** A clock that stands in no year says nothing. */
const typedAt = (savedAt: number, now: Instant): Instant =>
  savedAt > 0 && savedAt < 8_000_000_000_000 ? (new Date(savedAt).toISOString() as Instant) : now

const leave = enter(contract.leaveDrafts, {
  look: async ({ input, services }, db) => mustBeGivenBack(await authorOf(db, input.deviceId, todayOf(services.clock))),
  work: async ({ input, services }, author) => {
    const dataKey = keyOf(services, input.deviceId, author.data_key)
    const readable = input.drafts.filter((one) => opened(dataKey, author.account_id, one) !== null)
    return { author, readable }
  },
  act: async ({ input, services }, { db, become }, { author, readable }) => {
    const { account_id: account } = author
    const at = instantOf(services.clock)
    await become(account)
    const rows = readable.map(({ kind, id: draftId, sealed, savedAt }) => ({
      ...{ id: newId<'field_draft'>(), kind, draftId, sealed, savedAt: typedAt(savedAt, at) },
    }))
    await left.keepLeft(db, { device: input.deviceId, account, at }, rows)
    const facts = { count: rows.length }
    const event = fieldEvent('field.drafts_left', { subject: account, area: null, facts })
    return { entered: happened(event, { taken: rows.length, unreadable: input.drafts.length - rows.length }) }
  },
})

const atOnce = 20
const list = read(contract.listLeft, async ({ db, actor, services }) => {
  const rows = await left.leftBy(db, actor.accountId, atOnce + 1)
  return {
    drafts: rows.slice(0, atOnce).flatMap(({ id, deviceId, kind, draftId, sealed, savedAt, dataKey }) => {
      const found = opened(keyOf(services, deviceId, dataKey), actor.accountId, { kind, id: draftId, sealed })
      return found ? [{ fieldDraftId: id, kind, id: draftId, savedAt: Date.parse(savedAt), data: found.data }] : []
    }),
    more: rows.length > atOnce,
  }
})

const take = change(contract.takeLeft, async ({ db, actor, input }) => {
  const taken = await left.dropLeft(db, actor.accountId, input.fieldDraftIds)
  const facts = { count: taken }
  return happened(fieldEvent('field.drafts_taken', { subject: actor.accountId, area: null, facts }), { taken })
})

export const draftRoutes: Route[] = [leave, list, take]
