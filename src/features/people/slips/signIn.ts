/**
 * Coming in by a slip: once, without a password, for field staff alone. The password that an administrator set before and
 * that nobody has used is nobody's from then on; one that the person chose goes on.
 */
import type { Instant } from '#kernel/dates.ts'
import { showInstant } from '#kernel/dates.ts'
import { deviceKindOf } from '#kernel/device.ts'
import { instantOf, todayOf } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/database/open.ts'
import { enter, type Stranger } from '#platform/server/doors/enter.ts'
import { happened, type Route } from '#platform/server/handle.ts'
import { hashOfToken, newToken } from '#platform/server/session.ts'
import { peopleEvent } from '../events.ts'
import * as guesses from '../guesses.ts'
import { hashOfPassword } from '../passwords.ts'
import * as people from '../queries.ts'
import { ofAddresses } from '../rules.ts'
import { mustNotWaitFor, startSession } from '../signIn.ts'
import * as contract from './contract.ts'
import { slipProblem } from './problems.ts'
import * as slips from './queries.ts'
import { readCode } from './rules.ts'

type Coming = Stranger<typeof contract.enterBySlip>

const keyOf = ({ request }: Coming) => guesses.keyOf('slip address', request.address)

const countWrong = async (db: Db, coming: Coming): Promise<void> =>
  mustNotWaitFor(await guesses.countGuess(db, keyOf(coming), { clock: coming.services.clock, patience: ofAddresses }))

/** The slip behind what was typed, or what is to be said of it. */
async function slipOf(db: Db, { input, services }: Coming) {
  const code = readCode(input.code)
  const today = todayOf(services.clock)
  const found = code && (await slips.slipForSignIn(db, hashOfToken(code), today))
  if (!found) return slipProblem('slip.unknown')
  if (found.used_at) return slipProblem('slip.used', { at: showInstant(found.used_at as Instant) })
  if (found.withdrawn || found.last_day < today || !found.field_only) return slipProblem('slip.over')
  return found
}

const enterBySlip = enter(contract.enterBySlip, {
  look: async (coming, db) => {
    const waits = { keys: [keyOf(coming)], now: coming.services.clock.now(), patience: ofAddresses }
    mustNotWaitFor(await guesses.secondsToWait(db, waits))
    const found = await slipOf(db, coming)
    return 'slip_id' in found && found.must_change_password
  },
  // A password that nobody will ever know.
  work: (_, mustChange) => (mustChange ? hashOfPassword(newToken()) : Promise.resolve(null)),
  act: async (coming, { db, become }, hash) => {
    const found = await slipOf(db, coming)
    if (!('slip_id' in found)) return { refused: found, count: (own) => countWrong(own, coming) }
    const { account_id: account, slip_id: slip } = found
    await become(account)
    const at = instantOf(coming.services.clock)
    if (!(await slips.useSlip(db, slip, { at, device: deviceKindOf(coming.request.device) })))
      return { refused: slipProblem('slip.used', { at: showInstant(at) }), count: async () => {} }
    if (hash) await people.setPassword(db, account, { hash, mustChange: false })
    const token = await startSession(db, account, coming)
    return {
      entered: happened(peopleEvent('session.started_by_slip', { subject: account, area: null }), {
        done: true,
      } as const),
      kept: () => coming.request.setSession(token),
    }
  },
})

export const slipEnteringRoutes: readonly Route[] = [enterBySlip]
