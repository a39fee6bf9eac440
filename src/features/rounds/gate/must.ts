/** Whether the gate of a round lets somebody through: asked where work is given, never of what was given before. */
import { overOf } from '#features/areas/must.ts'
import type { Holds } from '#features/credentials/gate/model.ts'
import { type Asked, holds, rulesFor } from '#features/credentials/gate/queries.ts'
import { holdsSaid, isHeldBack } from '#features/credentials/gate/rules.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { RoundRow } from '../queries.ts'
import { overrideProblem } from './problems.ts'
import { openedIn, surveyorsOf } from './queries.ts'

export type Standing = { readonly holds: Holds; readonly opened: boolean; readonly heldBack: boolean }
type Standings = { readonly of: (account: AccountId) => Standing; readonly asked: Asked }
const unknown: Holds = { state: 'no_record', lastDay: null }

/** How each of some people stands before the gate of a round today. */
export async function standingsIn(
  db: Db,
  round: RoundRow,
  { accounts, today }: { readonly accounts: readonly AccountId[]; readonly today: PlainDate },
): Promise<Standings> {
  const asked = { over: await overOf(db, round.areaId), standard: round.openingStandard, day: today }
  const held = await holds(db, accounts, asked)
  const through = await openedIn(db, round.roundId)
  const of = (account: AccountId): Standing => {
    const one = held.get(account) ?? unknown
    const opened = through.has(account)
    return { holds: one, opened, heldBack: isHeldBack(round.gate, one) && !opened }
  }
  return { of, asked }
}

/** Refuses to give work to who is kept back, and names them with why. */
export async function mustPassGate(
  db: Db,
  round: RoundRow,
  { accounts, today }: { readonly accounts: readonly AccountId[]; readonly today: PlainDate },
): Promise<void> {
  if (round.gate !== 'hold') return
  const { of } = await standingsIn(db, round, { accounts, today })
  const back = new Map(accounts.filter((one) => of(one).heldBack).map((one) => [one, of(one).holds] as const))
  if (back.size === 0) return
  const people = (await surveyorsOf(db, round.roundId, today)).filter(({ accountId }) => back.has(accountId))
  const told = people.map(({ accountId, name }) => {
    const { vi, en } = holdsSaid(back.get(accountId) ?? unknown)
    return { vi: `${name} (${vi})`, en: `${name} (${en})` }
  })
  const names = { vi: told.map(({ vi }) => vi).join('; '), en: told.map(({ en }) => en).join('; ') }
  throw overrideProblem('gate.held_back', { names })
}

/** The people of a round with how they stand, and the rules by which they are asked. */
export async function peopleAtGate(db: Db, round: RoundRow, today: PlainDate) {
  const people = await surveyorsOf(db, round.roundId, today)
  const accounts = people.map(({ accountId }) => accountId)
  const { of, asked } = await standingsIn(db, round, { accounts, today })
  return { rules: await rulesFor(db, asked), people: people.map((one) => ({ ...one, ...of(one.accountId) })) }
}
