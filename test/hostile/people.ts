/** Who sends: sessions made beside the door, so that trying passwords is not part of it. */
import type pg from 'pg'
import type { Chance } from '#features/households/demo/chance.ts'
import { demoAccountId, demoAccounts } from '#features/people/demo/accounts.ts'
import { isOpen, roleHolds } from '#kernel/access.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { newId } from '#platform/server/ids.ts'
import { hashOfToken, newToken } from '#platform/server/session.ts'

export type Signed = { readonly cookie: string; readonly csrf: string }

async function signedAs(owner: pg.Pool, login: string): Promise<Signed> {
  const [token, csrf] = [newToken(), newToken()]
  await owner.query(
    `insert into session (id, token_hash, csrf, account_id, expires_at, seen_at)
     values ($1, $2, $3, $4, now() + interval '1 year', now() + interval '1 year')`,
    [newId(), hashOfToken(token), csrf, demoAccountId(login)],
  )
  return { cookie: `nb_session=${token}`, csrf }
}

/** Mostly somebody who may use the call, sometimes somebody who may not, sometimes nobody. */
export function senders(owner: pg.Pool) {
  const sessions = new Map<string, Promise<Signed>>()
  const as = (login: string): Promise<Signed> => {
    const held = sessions.get(login) ?? signedAs(owner, login)
    sessions.set(login, held)
    return held
  }
  const able = ({ right }: Endpoint) => demoAccounts().filter(({ role }) => isOpen(right) || roleHolds(role, right))
  return {
    as,
    /** The first who may. */
    able: async (endpoint: Endpoint): Promise<Signed> => as(able(endpoint)[0]?.login ?? 'hung'),
    byChance: async (chance: Chance, endpoint: Endpoint): Promise<{ signed: Signed | null; forget: () => void }> => {
      if (chance.happens(0.08)) return { signed: null, forget: () => {} }
      const { login } = chance.pick(chance.happens(0.9) ? able(endpoint) : demoAccounts())
      // A session may be ended, or its account sent to change its password, by what was just sent.
      return { signed: await as(login), forget: () => void sessions.delete(login) }
    },
  }
}
