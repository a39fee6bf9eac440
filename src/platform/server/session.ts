/** Sessions: an opaque random token in a cookie, its SHA-256 in the database (OWASP session management). */
import { createHash, randomBytes } from 'node:crypto'
import type { Actor, HeldGrant } from '#kernel/access.ts'
import type { AccountId, Id } from '#kernel/ids.ts'
import { instantOf } from './clock.ts'
import type { Services } from './services.ts'

export const sessionCookie = 'nb_session'
export const sessionDays = 14
const seenEveryMs = 5 * 60_000

export type Session = {
  readonly sessionId: Id<'session'>
  readonly csrf: string
  readonly login: string
  readonly mustChangePassword: boolean
  readonly actor: Actor
}

export const newToken = (): string => randomBytes(32).toString('base64url')
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

type Row = {
  session_id: Id<'session'>
  csrf: string
  account_id: AccountId
  full_name: string
  login: string
  must_change_password: boolean
  seen_at: string
  grants: HeldGrant[]
}

/** Who holds this token today, with the grants in force; null for nobody. One prepared statement. */
export async function findSession({ pool, clock }: Services, token: string | undefined): Promise<Session | null> {
  if (!token || token.length > 100) return null
  const { rows } = await pool.query<Row>({
    name: 'nb_session',
    text: 'select * from nb_session($1, $2)',
    values: [hashOfToken(token), instantOf(clock)],
  })
  const row = rows[0]
  if (!row) return null
  if (clock.now() - Date.parse(row.seen_at) > seenEveryMs) noteSeen(pool, row)
  return {
    sessionId: row.session_id,
    csrf: row.csrf,
    login: row.login,
    mustChangePassword: row.must_change_password,
    actor: { accountId: row.account_id, name: row.full_name, grants: row.grants },
  }
}

/** Remembered in the background and seldom; a lost one only makes the list of sessions less exact. */
function noteSeen(pool: Services['pool'], row: Row): void {
  pool
    .query(
      `with standing as (select set_config('nb.account', $1, true))
       update session set seen_at = now() from standing where id = $2`,
      [row.account_id, row.session_id],
    )
    .catch(() => {})
}
