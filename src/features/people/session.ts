/** Who holds a session, asked once by every call before anything else. */
import type { HeldGrant } from '#kernel/access.ts'
import type { AccountId, Id } from '#kernel/ids.ts'
import { type Clock, instantOf } from '#platform/server/clock.ts'
import type { Host } from '#platform/server/services.ts'
import { hashOfToken, type Session } from '#platform/server/session.ts'

const seenEveryMs = 5 * 60_000
const longestToken = 100

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

type Ask = Host['ask']

const canBe = (token: string | undefined): token is string => Boolean(token && token.length <= longestToken)

/** Who holds this token today, with the grants in force; null for nobody. One prepared statement. */
export async function findSession(ask: Ask, clock: Clock, token: string | undefined): Promise<Session | null> {
  if (!canBe(token)) return null
  const values = [hashOfToken(token), instantOf(clock)]
  const [row] = await ask<Row>({ name: 'nb_session', text: 'select * from nb_session($1, $2)', values })
  return row ? sessionOf(row, { ask, clock }) : null
}

/** The same of many at once, in one statement; a page that asks several things brings the same token with each. */
export async function findSessions(ask: Ask, clock: Clock, tokens: readonly (string | undefined)[]) {
  const asked = [...new Set(tokens.filter(canBe))]
  const text = `select i.n, s.* from unnest($1::bytea[]) with ordinality as i (token, n)
                  cross join lateral nb_session(i.token, $2) s`
  const values = [asked.map(hashOfToken), instantOf(clock)]
  const rows = await ask<Row & { n: number }>({ name: 'nb_session many', text, values })
  const held = await Promise.all(
    rows.map(async (row) => [asked[row.n - 1], await sessionOf(row, { ask, clock })] as const),
  )
  const sessions = new Map<string | undefined, Session>(held)
  return tokens.map((token) => ({ answer: sessions.get(token) ?? null }))
}

async function sessionOf(row: Row, { ask, clock }: { readonly ask: Ask; readonly clock: Clock }): Promise<Session> {
  if (clock.now() - Date.parse(row.seen_at) > seenEveryMs) await noteSeen(ask, row)
  return {
    sessionId: row.session_id,
    csrf: row.csrf,
    login: row.login,
    mustChangePassword: row.must_change_password,
    actor: { accountId: row.account_id, name: row.full_name, grants: row.grants },
  }
}

/** Remembered seldom; a lost one only makes the list of sessions less exact, so it refuses nobody. */
async function noteSeen(ask: Ask, row: Row): Promise<void> {
  await ask({
    text: `select session_seen($2) from nb_begin($1, '{}', null)`,
    values: [row.account_id, row.session_id],
  }).catch(() => {})
}
