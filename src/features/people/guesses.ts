/** Counted against whoever asks too often what must not be found out by asking: passwords, citizen ids of elsewhere. */
import { sql } from 'kysely'
import type { Instant, PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId } from '#kernel/ids.ts'
import { type Clock, instantOf } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { ofPasswords, type Patience, remainingWait } from './rules.ts'

const dayMs = 86_400_000

type Kind =
  | 'sign-in name'
  | 'sign-in address'
  | 'sign-in pair'
  | 'sign-in place'
  | 'slip address'
  | 'old password'
  | 'old password sent'
  | 'citizen-id account'
  | 'citizen-id search'
  | 'citizen-id told'
  | 'class code'
  | 'class code sent'

/** Against whom is counted: kept as a hash, since a name that is tried may be a password. */
export const keyOf = (kind: Kind, value: string): string => `${kind} ${value}`

const hashOf = (key: string) => sql<Buffer>`sha256(convert_to(${key}, 'UTF8'))`

type Waiting = { readonly keys: readonly string[]; readonly now: number; readonly patience?: Patience }

/** Zero: may ask now. */
export async function secondsToWait(db: Db, { keys, now, patience }: Waiting): Promise<number> {
  const found = await db
    .selectFrom('sign_in_failure')
    .select(['failures', 'last_at'])
    .where('key', 'in', keys.map(hashOf))
    .execute()
  const waits = found.map((one) =>
    remainingWait({ failures: one.failures, lastMs: Date.parse(one.last_at) }, now, patience),
  )
  return Math.max(0, ...waits)
}

type Held = { readonly failures: number; readonly last_at: Instant }

/** What is counted under a key, held until the transaction ends: of two that ask at once the second one waits for the first. */
const hold = (db: Db, key: string, clock: Clock): Promise<Held> =>
  db
    .insertInto('sign_in_failure')
    .values({ key: hashOf(key), failures: 0, last_at: instantOf(clock) })
    .onConflict((c) => c.column('key').doUpdateSet({ failures: sql`sign_in_failure.failures` }))
    .returning(['failures', 'last_at'])
    .executeTakeFirstOrThrow()

type Count = {
  readonly clock: Clock
  readonly patience?: Patience | undefined
  readonly times?: number
  /** Done with the last one that is free: from the next on, somebody waits. */
  readonly last?: () => Promise<unknown>
}

/**
 * Counts one more (or as many as `times`) where nothing need be waited for, and answers zero; else the seconds to wait, and
 * counts nothing. Looked at and counted in one, so that many at once are not more than so many in a row.
 */
export async function countGuess(
  db: Db,
  key: string,
  { clock, patience = ofPasswords, times = 1, last }: Count,
): Promise<number> {
  const { failures, last_at } = await hold(db, key, clock)
  // Now that it is held: others may have counted while this one waited.
  const now = clock.now()
  const lastMs = Date.parse(last_at)
  const seconds = remainingWait({ failures, lastMs }, now, patience)
  if (seconds > 0) return seconds
  const before = lastMs < now - dayMs ? 0 : failures
  await db
    .updateTable('sign_in_failure')
    .set({ failures: before + times, last_at: instantOf(clock) })
    .where('key', '=', hashOf(key))
    .execute()
  if (last && before < patience.free && before + times >= patience.free) await last()
  return 0
}

/** One that was counted before it was known was no guess. */
export const takeBack = (db: Db, key: string) =>
  db
    .updateTable('sign_in_failure')
    .set({ failures: sql`failures - 1` })
    .where('key', '=', hashOf(key))
    .where('failures', '>', 0)
    .execute()

/** Of these, how many are counted for the first time today; from now on they have been. */
export async function countNew(db: Db, keys: readonly string[], clock: Clock): Promise<number> {
  if (keys.length === 0) return 0
  const rows = keys.map((key) => ({ key: hashOf(key), failures: 1, last_at: instantOf(clock) }))
  const added = await db
    .insertInto('sign_in_failure')
    .values(rows)
    .onConflict((c) => c.column('key').doNothing())
    .executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows ?? 0n)
}

/** A place without failures is remembered for longer. */
export const guessesOlderThan = (db: Db, at: Instant) =>
  db
    .deleteFrom('sign_in_failure')
    .where('last_at', '<', at)
    .where((e) =>
      e.or([
        e('failures', '>', 0),
        e('last_at', '<', new Date(Date.parse(at) - placeDays * dayMs).toISOString() as Instant),
      ]),
    )
    .execute()

const placeDays = 90

/** Remembered with no failure: from here this account came in. */
export const rememberPlace = (db: Db, key: string, clock: Clock) =>
  db
    .insertInto('sign_in_failure')
    .values({ key: hashOf(key), failures: 0, last_at: instantOf(clock) })
    .onConflict((c) => c.column('key').doUpdateSet({ last_at: instantOf(clock) }))
    .execute()

export const isPlace = async (db: Db, key: string): Promise<boolean> =>
  Boolean(await db.selectFrom('sign_in_failure').select('failures').where('key', '=', hashOf(key)).executeTakeFirst())

export const forgetGuesses = (db: Db, key: string) =>
  db.deleteFrom('sign_in_failure').where('key', '=', hashOf(key)).execute()

/** Where an account works: the unit of its oldest grant in force. */
export const workplaceOf = async (db: Db, account: AccountId, today: PlainDate): Promise<AreaId | undefined> =>
  (
    await db
      .selectFrom('access_grant as g')
      .select('g.area_id')
      .where('g.account_id', '=', account)
      .where(validOn('g', today))
      .orderBy('g.valid_from')
      .orderBy('g.id')
      .executeTakeFirst()
  )?.area_id
