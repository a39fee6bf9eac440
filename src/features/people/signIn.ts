/** Signing in, and the first administrator: the two doors that open before anyone is known. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Instant, plainDate } from '#kernel/dates.ts'
import type { AccountId } from '#kernel/ids.ts'
import { nfc, tidy } from '#kernel/text.ts'
import { recordAudit } from '#platform/server/audit.ts'
import { instantOf } from '#platform/server/clock.ts'
import { withStanding } from '#platform/server/database/actor.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { OpenCall } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { hashOfToken, newToken, sessionDays } from '#platform/server/session.ts'
import type * as contract from './contract.ts'
import { hashOfPassword, passwordFits } from './passwords.ts'
import { peopleProblem } from './problems.ts'
import * as people from './queries.ts'
import { remainingWait } from './rules.ts'

const keyOf = (kind: 'name' | 'address', value: string): Buffer =>
  createHash('sha256').update(`sign-in ${kind} ${value}`).digest()

type Outside = OpenCall<typeof contract.signIn>

/** Counts a failure so that it stays although the call itself fails: its own transaction. */
async function fail({ services }: Outside, keys: readonly Buffer[]): Promise<never> {
  const at = instantOf(services.clock)
  await withStanding(services.db, { account: null, areas: [] }, async (db) => {
    for (const key of keys) await people.addFailure(db, key, at)
    await people.failuresOlderThan(db, new Date(services.clock.now() - 86_400_000).toISOString() as Instant)
  })
  throw peopleProblem('people.sign_in_failed')
}

async function mustWait({ db, services }: Outside, keys: readonly Buffer[]): Promise<void> {
  const waits = (await people.failuresOf(db, keys)).map((f) =>
    remainingWait(f.failures, Date.parse(f.last_at), services.clock.now()),
  )
  const seconds = Math.max(0, ...waits)
  if (seconds > 0) throw peopleProblem('people.wait_before_sign_in', { retryAfterSeconds: seconds })
}

async function startSession(db: Db, account: AccountId, { services, request }: Outside): Promise<void> {
  const token = newToken()
  await people.addSession(db, {
    id: newId(),
    token_hash: hashOfToken(token),
    csrf: newToken(),
    account_id: account,
    expires_at: new Date(services.clock.now() + sessionDays * 86_400_000).toISOString() as Instant,
    device: request.device,
  })
  request.setSession(token)
}

export async function signIn(call: Outside): Promise<{ done: true }> {
  const { db, input, request, services } = call
  const login = nfc(input.login).trim().toLowerCase()
  const keys = [keyOf('name', login), keyOf('address', request.address)]
  await mustWait(call, keys)
  const held = await people.findForSignIn(db, login)
  if (!(await passwordFits(held?.password_hash ?? null, input.password)) || !held) return fail(call, keys)
  await withStanding(services.db, { account: held.account_id, areas: [] }, async (own) => {
    for (const key of keys) await people.forgetFailures(own, key)
    await startSession(own, held.account_id, call)
    const event = { what: 'session.started', subject: held.account_id, area: null }
    await recordAudit(own, { account: held.account_id, command: null, event })
  })
  return { done: true }
}

/** With the one-time token of the console: an administrator of the whole installation. */
export async function createFirstAdministrator(call: OpenCall<typeof contract.setUp>): Promise<{ done: true }> {
  const { input, services } = call
  const accountId = newId<'account'>()
  const passwordHash = await hashOfPassword(input.password)
  await withStanding(services.db, { account: accountId, areas: [] }, async (db) => {
    if (!(await people.useSetupToken(db, hashOfToken(input.token.trim()))))
      throw peopleProblem('people.setup_token_wrong')
    const nation = await people.nationId(db)
    if (!nation) throw new Error('no nation is loaded')
    await makeAdministrator(db, { ...input, accountId, passwordHash, nation })
  })
  return { done: true }
}

type First = {
  login: string
  name: string
  accountId: AccountId
  passwordHash: string
  nation: NonNullable<Awaited<ReturnType<typeof people.nationId>>>
}

async function makeAdministrator(db: Db, first: First): Promise<void> {
  // The token stands for the nation, this once.
  await sql`select set_config('nb.areas', ${`{${first.nation}}`}, true)`.execute(db)
  const added = await people.addAccount(db, {
    id: first.accountId,
    login: first.login,
    full_name: tidy(first.name),
    password_hash: first.passwordHash,
    created_by: first.accountId,
  })
  if (added.numInsertedOrUpdatedRows !== 1n) throw peopleProblem('people.login_taken', { login: first.login })
  await people.setPassword(db, first.accountId, { hash: first.passwordHash, mustChange: false })
  await people.addGrant(db, {
    id: newId(),
    account_id: first.accountId,
    role: 'administrator',
    area_id: first.nation,
    valid_from: plainDate('2000-01-01'),
    valid_until: null,
    given_by: first.accountId,
  })
  await recordAudit(db, {
    account: first.accountId,
    command: null,
    event: { what: 'account.created', subject: first.accountId, area: first.nation, facts: { role: 'administrator' } },
  })
}
