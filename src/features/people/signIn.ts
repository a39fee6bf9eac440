/** Signing in, and the first administrator: the two doors that open before anyone is known. */
import { type Instant, plainDate } from '#kernel/dates.ts'
import type { AccountId } from '#kernel/ids.ts'
import { nfc, tidy } from '#kernel/text.ts'
import { todayOf } from '#platform/server/clock.ts'
import type { Db, Tx } from '#platform/server/database/open.ts'
import { enter, type Stranger } from '#platform/server/doors/enter.ts'
import type { Tell } from '#platform/server/doors/traces.ts'
import { happened, type Route } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { hashOfToken, newToken, sessionDays } from '#platform/server/session.ts'
import * as contract from './contract.ts'
import { peopleEvent } from './events.ts'
import * as guesses from './guesses.ts'
import { hashOfPassword, passwordFits } from './passwords.ts'
import { peopleProblem } from './problems.ts'
import * as people from './queries.ts'
import { isGuessed, ofAccounts, ofAddresses } from './rules.ts'

type SigningIn = Stranger<typeof contract.signIn>
type SettingUp = Stranger<typeof contract.setUp>

const done = { done: true } as const
const dayMs = 86_400_000

const loginOf = ({ input }: SigningIn): string => nfc(input.login).trim().toLowerCase()

/** Failures are counted strictly for the name at the address, more loosely for each of them alone. */
function keysOf(stranger: SigningIn) {
  const [login, { address }] = [loginOf(stranger), stranger.request]
  return {
    pair: guesses.keyOf('sign-in pair', `${login} ${address}`),
    name: guesses.keyOf('sign-in name', login),
    address: guesses.keyOf('sign-in address', address),
    place: guesses.keyOf('sign-in place', `${login} ${address}`),
  }
}

export function mustNotWaitFor(seconds: number): void {
  if (seconds > 0) throw peopleProblem('people.wait_before_sign_in', { retryAfterSeconds: seconds })
}

/** What is counted for the name alone and for the address alone; whoever came in from this address before waits for neither. */
async function besideOf(db: Db, stranger: SigningIn) {
  const { name, address, place } = keysOf(stranger)
  const waits = !(await guesses.isPlace(db, place))
  return [
    { key: name, patience: ofAccounts, waits, inWords: tellOfAccount },
    { key: address, patience: ofAddresses, waits, inWords: tellOfAddress },
  ]
}

/** Who guesses waits. Whoever came in from this address before waits only for what was guessed at the own name from here. */
async function mustNotWait(db: Db, stranger: SigningIn): Promise<void> {
  const now = stranger.services.clock.now()
  for (const { key, patience, waits } of await besideOf(db, stranger))
    if (waits) mustNotWaitFor(await guesses.secondsToWait(db, { keys: [key], now, patience }))
}

/**
 * A wrong one is told only once it is counted; one of many at once that comes after the last free one is not told at all.
 * It is counted already for the name at the address.
 */
async function countWrong(db: Tx, stranger: SigningIn, tell: Tell): Promise<void> {
  for (const { key, patience, waits, inWords } of await besideOf(db, stranger)) {
    const last = () => inWords(db, stranger, tell)
    const seconds = await guesses.countGuess(db, key, { clock: stranger.services.clock, patience, last })
    if (waits) mustNotWaitFor(seconds)
  }
}

/** Where it works is told of an account that is guessed at; nothing of a name that nobody has. */
async function tellOfAccount(db: Tx, stranger: SigningIn, tell: Tell): Promise<void> {
  const nation = await people.getNationId(db)
  await tell([nation], async () => {
    const account = (await people.findForSignIn(db, loginOf(stranger)))?.account_id
    if (!account) return null
    const area = await guesses.workplaceOf(db, account, todayOf(stranger.services.clock))
    return peopleEvent('session.guessed', { subject: account, area: area ?? nation })
  })
}

async function tellOfAddress(db: Tx, _: SigningIn, tell: Tell): Promise<void> {
  const nation = await people.getNationId(db)
  await tell([nation], async () => peopleEvent('session.guessed_around', { subject: nation, area: nation }))
}

/** A session of the account; the token is for its cookie. */
export async function startSession(
  db: Db,
  account: AccountId,
  { services, request }: Pick<Stranger<never>, 'services' | 'request'>,
): Promise<string> {
  const token = newToken()
  await people.addSession(db, {
    id: newId(),
    token_hash: hashOfToken(token),
    csrf: newToken(),
    account_id: account,
    expires_at: new Date(services.clock.now() + sessionDays * dayMs).toISOString() as Instant,
    device: request.device,
  })
  return token
}

const signIn = enter(contract.signIn, {
  count: async (stranger, db) => {
    await mustNotWait(db, stranger)
    mustNotWaitFor(await guesses.countGuess(db, keysOf(stranger).pair, stranger.services))
  },
  look: (stranger, db) => people.findForSignIn(db, loginOf(stranger)),
  work: async ({ input }, held) => ((await passwordFits(held?.password_hash ?? null, input.password)) ? held : null),
  act: async (stranger, { db, become }, fitting) => {
    // Reset or closed while this was hashed: the password that fitted is nobody's any more.
    const held = fitting && (await people.findForSignIn(db, loginOf(stranger)))
    const keys = keysOf(stranger)
    if (!held || held.password_hash !== fitting.password_hash)
      return {
        refused: peopleProblem('people.sign_in_failed'),
        count: (own, tell) => countWrong(own, stranger, tell),
      }
    // Others were wrong while this was hashed: what they have to wait for, this one has too.
    await mustNotWait(db, stranger)
    const account = held.account_id
    await become(account)
    // Not the address: who guesses at others there may have an own account.
    for (const key of [keys.pair, keys.name]) await guesses.forgetGuesses(db, key)
    await guesses.rememberPlace(db, keys.place, stranger.services.clock)
    const token = await startSession(db, account, stranger)
    return {
      entered: happened(peopleEvent('session.started', { subject: account, area: null }), done),
      kept: () => stranger.request.setSession(token),
    }
  },
})

/** With the one-time token of the console: an administrator of the whole installation. */
const setUp = enter(contract.setUp, {
  // Refused before anything is hashed: the queue of those who sign in is not for who has no token.
  look: async ({ input }, db) => {
    if (!(await people.setupOpen(db, hashOfToken(input.token.trim())))) throw peopleProblem('people.setup_token_wrong')
  },
  work: ({ input }) => {
    if (isGuessed(input.password, input)) throw peopleProblem('people.password_guessed')
    return hashOfPassword(input.password)
  },
  act: async ({ input }, { db, become }, passwordHash) => {
    const nation = await people.nationId(db)
    if (!nation) throw new Error('no nation is loaded')
    if (!(await people.useSetupToken(db, hashOfToken(input.token.trim()))))
      throw peopleProblem('people.setup_token_wrong')
    const accountId = newId<'account'>()
    // The token stands for the nation, this once.
    await become(accountId, [nation])
    await addAdministrator(db, input, { accountId, passwordHash, nation })
    const facts = { role: 'administrator' }
    return { entered: happened(peopleEvent('account.created', { subject: accountId, area: nation, facts }), done) }
  },
})

type First = {
  readonly accountId: AccountId
  readonly passwordHash: string
  readonly nation: NonNullable<Awaited<ReturnType<typeof people.nationId>>>
}

async function addAdministrator(db: Db, { login, name }: SettingUp['input'], first: First): Promise<void> {
  const { accountId, passwordHash, nation } = first
  const added = await people.addAccount(db, {
    id: accountId,
    login,
    full_name: tidy(name),
    password_hash: passwordHash,
    created_by: accountId,
  })
  if (added.numInsertedOrUpdatedRows !== 1n) throw peopleProblem('people.login_taken', { login })
  await people.setPassword(db, accountId, { hash: passwordHash, mustChange: false })
  await people.addGrant(db, {
    id: newId(),
    account_id: accountId,
    role: 'administrator',
    area_id: nation,
    valid_from: plainDate('2000-01-01'),
    valid_until: null,
    given_by: accountId,
  })
}

export const enteringRoutes: readonly Route[] = [signIn, setUp]
