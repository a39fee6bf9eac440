import { mustBeAble } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { type Actor, areasWith, type Role, rightNames } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, Id } from '#kernel/ids.ts'
import { compareNames } from '#kernel/order.ts'
import { tidy } from '#kernel/text.ts'
import { instantOf } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/database/open.ts'
import { leaving } from '#platform/server/doors/traces.ts'
import { type Call, change, happened, open, type Route, read } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import type { Joined } from '#platform/server/room.ts'
import type { Intent, Touches } from '#platform/server/touches.ts'
import { auditRoutes } from './audit/routes.ts'
import * as contract from './contract.ts'
import { demoAccounts, demoPassword } from './demo/accounts.ts'
import { peopleEvent } from './events.ts'
import { type GivenAt, giveAt } from './giving.ts'
import * as guesses from './guesses.ts'
import { hashOfPassword, passwordFits } from './passwords.ts'
import { peopleProblem } from './problems.ts'
import * as people from './queries.ts'
import { isGuessed, isName } from './rules.ts'
import { runRoutes } from './runs/routes.ts'
import { enteringRoutes } from './signIn.ts'

const done = { done: true } as const

const demo = open(contract.demoAccounts, async ({ services }) =>
  services.settings.mode === 'demo'
    ? { password: demoPassword, accounts: demoAccounts() }
    : { password: '', accounts: [] },
)

const me = open(contract.me, async ({ db, request, today, services }) => {
  const { session } = request
  const demo = services.settings.mode === 'demo'
  const base = { today, demo, setup: await people.setupOpen(db) }
  if (!session) return { ...base, account: null }
  const { actor } = session
  const areas = actor.grants.map((g) => g.areaId)
  const names = await namesOn(db, areas, today)
  return {
    ...base,
    account: {
      accountId: actor.accountId,
      name: actor.name,
      login: session.login,
      mustChangePassword: session.mustChangePassword,
      grants: actor.grants
        .map((g) => ({ ...g, areaName: names.get(g.areaId) ?? '' }))
        .sort((a, b) => compareNames(a.areaName, b.areaName) || compareNames(a.role, b.role)),
      ended: await people.endedGrants(db, actor.accountId, today),
      can: rightNames.filter((right) => areasWith(actor, right).length > 0),
      csrf: session.csrf,
    },
  }
})

const oldPasswordKey = ({ accountId }: Actor) => guesses.keyOf('old password', accountId)

/** Somebody sits at a session that is open and tries what its password is. */
const guessedAt = async ({ accountId, grants }: Actor) =>
  peopleEvent('session.guessed', { subject: accountId, area: grants[0]?.areaId ?? null })

const changePassword = change(contract.changePassword, {
  count: async ({ db, actor, services }, sending, tell) => {
    // Sent twice, it is one guess.
    if ((await guesses.countNew(db, [guesses.keyOf('old password sent', sending)], services.clock)) === 0) return
    const seconds = await guesses.countGuess(db, oldPasswordKey(actor), {
      clock: services.clock,
      last: () => tell([], () => guessedAt(actor)),
    })
    if (seconds > 0) throw peopleProblem('people.wait_before_sign_in', { retryAfterSeconds: seconds })
  },
  look: ({ db }) => people.ownPasswordHash(db),
  work: async ({ actor, input, session }, held) => {
    if (!(await passwordFits(held, input.old))) throw peopleProblem('people.old_password_wrong')
    // The old one was no guess, whatever the new one is.
    const known = { count: (db: Db) => guesses.takeBack(db, oldPasswordKey(actor)) }
    if (input.old === input.new) throw leaving(peopleProblem('people.password_same'), known)
    if (isGuessed(input.new, { login: session.login, name: actor.name }))
      throw leaving(peopleProblem('people.password_guessed'), known)
    return { held, hash: await hashOfPassword(input.new) }
  },
  act: async ({ db, actor, session }, { held, hash }) => {
    // Changed elsewhere while this was hashed: the old one that fitted is old no more.
    if ((await people.ownPasswordHash(db)) !== held) throw peopleProblem('people.old_password_wrong')
    await people.endOtherSessions(db, session.sessionId)
    await people.setPassword(db, actor.accountId, { hash, mustChange: false })
    await guesses.forgetGuesses(db, oldPasswordKey(actor))
    return happened(peopleEvent('account.password_changed', { subject: actor.accountId, area: null }), done)
  },
})

const signOut = change(contract.signOut, async ({ db, session }) => {
  await people.endSession(db, session.sessionId)
  return happened(peopleEvent('session.ended', { subject: session.sessionId, area: null }), done)
})

const mySessions = read(contract.mySessions, async ({ db, actor, session, services }) => ({
  sessions: (await people.liveSessions(db, actor.accountId, instantOf(services.clock))).map((s) => ({
    id: s.id,
    startedAt: s.started_at,
    seenAt: s.seen_at,
    device: s.device,
    current: s.id === session.sessionId,
  })),
}))

const endSession = change(contract.endSession, async ({ db, input }) => {
  await people.endSession(db, input.sessionId)
  return happened(peopleEvent('session.ended', { subject: input.sessionId, area: null }), done)
})

export const accessTo = async ({ db, actor, input, today }: Call<typeof contract.whoHasAccess>) => {
  const over = await mustBeAble({ db, actor }, 'grant.read', input.areaId)
  const grants = await people.grantsTouching(db, { ...input, today })
  return { grants, can: buttonsFor(contract.accessButtons, { actor, over }) }
}

type Where = { readonly areaId?: AreaId | undefined; readonly areaIds?: readonly AreaId[] | undefined }

/** The units of an act, each of which the actor administers. Throws where none is named or one is not his. */
async function mustBeGiver(
  standing: { readonly db: Db; readonly actor: Actor },
  { areaId, areaIds = areaId ? [areaId] : [] }: Where,
): Promise<readonly [AreaId, ...AreaId[]]> {
  const [first, ...others] = areaIds
  if (!first) throw peopleProblem('people.nowhere')
  for (const area of areaIds) await mustBeAble(standing, 'account.manage', area)
  return [first, ...others]
}

const givenEvent = ([subject, area]: GivenAt, facts: { readonly account: AccountId; readonly role: Role }) =>
  peopleEvent('grant.given', { subject, area, facts })

async function addHolder({ db, actor, input, today }: Call<typeof contract.createAccount>, passwordHash: string) {
  const areas = await mustBeGiver({ db, actor }, input)
  if (!isName(input.name)) throw peopleProblem('people.name_unfit')
  if (isGuessed(input.firstPassword, input)) throw peopleProblem('people.password_guessed')
  const accountId = newId<'account'>()
  const added = await people.addAccount(db, {
    id: accountId,
    login: input.login,
    full_name: tidy(input.name),
    password_hash: passwordHash,
    created_by: actor.accountId,
  })
  if (added.numInsertedOrUpdatedRows !== 1n) throw peopleProblem('people.login_taken', { login: input.login })
  const { role, authority = 'own', until = null } = input
  const gift = { account: accountId, role, authority, from: today, until, by: actor.accountId }
  const [[, first], ...others] = await giveAt({ db, today }, gift, areas)
  return happened(
    peopleEvent('account.created', { subject: accountId, area: first, facts: { role } }),
    { accountId },
    others.map((one) => givenEvent(one, { account: accountId, role })),
  )
}

const createAccount = change(contract.createAccount, {
  work: ({ input }) => hashOfPassword(input.firstPassword),
  act: addHolder,
})

const giveGrant = change(contract.giveGrant, async ({ db, actor, input, today }) => {
  const areas = await mustBeGiver({ db, actor }, input)
  if (!(await people.findAccount(db, input.accountId))) throw peopleProblem('people.account_not_found')
  const { accountId: account, role, authority = 'own', from, until } = input
  const given = await giveAt({ db, today }, { account, role, authority, from, until, by: actor.accountId }, areas)
  const [first, ...others] = given
  const grantIds = given.map(([grantId]) => grantId)
  const eventOf = (one: GivenAt) => givenEvent(one, { account, role })
  return happened(eventOf(first), { grantId: first[0], grantIds }, others.map(eventOf))
})

/** A grant that the actor may end, and the act as other rooms are asked about it. */
async function grantToEnd(
  { db, actor, today }: { db: Db; actor: Actor; today: PlainDate },
  grantId: Id<'access_grant'>,
) {
  const grant = await people.findGrant(db, grantId)
  if (!grant) throw peopleProblem('people.grant_not_found')
  await mustBeAble({ db, actor }, 'account.manage', grant.area_id)
  const held = { id: grant.id, role: grant.role, areaId: grant.area_id }
  const intent: Intent = { of: 'official', id: grant.account_id, act: 'grant.ended', on: today, grant: held }
  return { grant, intent }
}

const grantTouched = (touches: Touches) =>
  read(contract.grantTouched, async (call) => touches.tell(call, (await grantToEnd(call, call.input.grantId)).intent))

const endGrant = (touches: Touches) =>
  change(contract.endGrant, async (call) => {
    const { db, actor, input, today } = call
    const { grant, intent } = await grantToEnd(call, input.grantId)
    await people.holdGrantsLike(db, grant)
    await touches.mustAllow(db, intent)
    const ended = await people.closeGrant(db, grant.id, { on: today, by: actor.accountId })
    if (ended.numUpdatedRows !== 1n) throw peopleProblem('people.grant_ended')
    return happened(
      peopleEvent('grant.ended', { subject: grant.id, area: grant.area_id, facts: { account: grant.account_id } }),
      done,
    )
  })

const resetPassword = change(contract.resetPassword, {
  work: ({ input }) => hashOfPassword(input.firstPassword),
  act: async ({ db, input }, hash) => {
    // Row security shows only accounts that hold something where the actor manages accounts.
    const account = await people.findAccount(db, input.accountId)
    if (!account) throw peopleProblem('people.account_not_found')
    const whose = { login: account.login, name: account.full_name }
    if (isGuessed(input.firstPassword, whose)) throw peopleProblem('people.password_guessed')
    const set = await people.setPassword(db, account.id, { hash, mustChange: true })
    // Row security lets no one take over an account that also holds something elsewhere.
    if (set.numUpdatedRows !== 1n) throw peopleProblem('people.account_reaches_beyond')
    return happened(peopleEvent('account.password_reset', { subject: account.id, area: null }), done)
  },
})

export const peopleRoutes = ({ jobs, events, touches, subjects }: Joined): Route[] => [
  me,
  ...enteringRoutes,
  demo,
  signOut,
  changePassword,
  mySessions,
  endSession,
  read(contract.whoHasAccess, accessTo),
  createAccount,
  giveGrant,
  grantTouched(touches),
  endGrant(touches),
  resetPassword,
  ...auditRoutes({ events, subjects }),
  ...runRoutes(jobs),
]
