/** Refuses unless a round stands where an act may happen to it, and what it was seen to stand on is still so. */
import { mustBeAble } from '#features/areas/must.ts'
import { lastMade, type Made, makerOf } from '#features/people/audit/maker.ts'
import { accountsNamed } from '#features/people/audit/queries.ts'
import type { Actor, GrantedRight } from '#kernel/access.ts'
import type { AccountId, AreaId, RoundId } from '#kernel/ids.ts'
import { problem } from '#kernel/problem.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Holding } from './list/queries.ts'
import { type RoundState, roundStateWords } from './model.ts'
import { roundProblem } from './problems.ts'
import { findRound, holdRound, type RoundRow } from './queries.ts'
import { type RoundAction, step } from './rules/steps.ts'

type Standing = { readonly db: Db; readonly actor: Actor }

/** Throws `rounds.not_found`. */
export async function getRound(db: Db, roundId: RoundId): Promise<RoundRow> {
  const round = await findRound(db, roundId)
  if (!round) throw roundProblem('rounds.not_found')
  return round
}

/** The round, held still, where the actor holds the right over its commune. */
export async function mustHold({ db, actor }: Standing, roundId: RoundId, right: GrantedRight): Promise<RoundRow> {
  const round = await holdRound(db, roundId, 'update')
  if (!round) throw roundProblem('rounds.not_found')
  await mustBeAble({ db, actor }, right, round.areaId)
  return round
}

/** The same where its step allows the action, with the state that it leads to. */
export async function mustStep(
  standing: Standing,
  roundId: RoundId,
  { action, right }: { action: RoundAction; right: GrantedRight },
): Promise<{ round: RoundRow; next: RoundState }> {
  const round = await mustHold(standing, roundId, right)
  const next = step(round.state, action, round)
  if (!next) throw roundProblem('rounds.step_not_allowed', { state: roundStateWords[round.state], action })
  return { round, next }
}

/** Refuses where the round has gone on since it was seen. */
export function mustStandAt({ state }: Pick<RoundRow, 'state'>, seen: RoundState | undefined): void {
  if (seen && state !== seen) throw roundProblem('rounds.moved_on', { state })
}

/** Who had them as was seen: of each, or in the words of the first versions one of several. */
type SeenHolding = (now: Holding) => boolean
type Giving = { readonly holding: Holding; readonly to: AccountId }

/** Refuses what was given to somebody else since it was seen: both are told, with who gave it, when and from where. */
export async function mustBeGivenAsSeen(
  db: Db,
  round: RoundId,
  { giving, seen }: { giving: readonly Giving[]; seen: SeenHolding },
) {
  const since = giving.filter(({ holding, to }) => holding.accountId !== to && !seen(holding))
  if (since.length === 0) return
  const accounts = since.flatMap(({ holding, to }) => (holding.accountId ? [holding.accountId, to] : [to]))
  const names = new Map((await accountsNamed(db, accounts)).map(({ id, name }) => [id, name]))
  const touching = []
  for (const { holding, to } of since) {
    const { of, villageId, accountId: theirs } = holding
    const said = { yours: names.get(to) ?? '', theirs: theirs ? (names.get(theirs) ?? '') : '' }
    const maker = await makerOf(db, villageId, await givenBy(db, round, holding))
    touching.push({ field: of, was: null, yours: to, theirs, said, ...maker })
  }
  throw problem('record.changed_since', { count: touching.length, touching })
}

/** The last act that gave it to who has it: with its whole village, or by itself. */
async function givenBy(db: Db, round: RoundId, { of, villageId, accountId }: Holding): Promise<Made | undefined> {
  if (!accountId) return undefined
  const last = (village: AreaId | null) =>
    lastMade(db, { subject: round, what: 'round.assigned', facts: { account: accountId, village } })
  const found = [await last(villageId), ...(of === villageId ? [] : [await last(null)])]
  return found.filter((one) => one !== undefined).toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
}
