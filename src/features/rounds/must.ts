/** Refuses unless a round stands where an act may happen to it. */
import { mustBeAble } from '#features/areas/must.ts'
import type { Actor, GrantedRight } from '#kernel/access.ts'
import type { RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
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
