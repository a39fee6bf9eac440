/** What waits for whom, across the open rounds: counted only where the actor may do something about it. */

import { roundLets } from '#features/rounds/rules/cases.ts'
import { type Actor, can } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { DecisionId, RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { read } from '#platform/server/handle.ts'
import { type WorkKind, work } from './contract.ts'
import type { DecisionState } from './model.ts'
import * as rounds from './queries.ts'
import { unbuilt } from '#features/rounds/rules/steps.ts'

type Round = Awaited<ReturnType<typeof rounds.openRounds>>[number]
type Item = OutputOf<typeof work>['items'][number]
type Waiting = readonly [WorkKind, number]

const myCases = (db: Db, actor: Actor, ids: readonly RoundId[]) =>
  db
    .selectFrom('review_case as c')
    .innerJoin('household as h', 'h.household_id', 'c.household_id')
    .where('c.round_id', 'in', ids)
    .where('c.account_id', '=', actor.accountId)
    .where('c.state', 'in', ['assigned', 'returned'])
    .where('h.ended_on', 'is', null)
    .select((e) => ['c.round_id', 'c.state', e.fn.countAll<number>().as('n')])
    .groupBy(['c.round_id', 'c.state'])
    .execute()

const liveDecisions = (db: Db, ids: readonly RoundId[]) =>
  db
    .selectFrom('decision')
    .where('round_id', 'in', ids)
    .where('state', '!=', 'withdrawn')
    .select(['id', 'round_id', 'state'])
    .execute()

type Known = {
  readonly mine: { assigned: number; returned: number }
  readonly counts: rounds.CaseCounts
  readonly decision: { id: DecisionId; state: DecisionState } | null
}

function ofRound(actor: Actor, round: Round, { mine, counts, decision }: Known): Waiting[] {
  const may = (right: Parameters<typeof can>[1]) => can(actor, right, round.over)
  const surveys = roundLets(round.state, 'submit')
  const at = round.state
  const all: readonly (readonly [boolean, WorkKind, number])[] = [
    [surveys, 'returned', mine.returned],
    [surveys, 'to_survey', mine.assigned],
    [at === 'listing' && may('round.manage'), 'to_list', Math.max(1, counts.total)],
    [(at === 'assigning' || surveys) && may('round.manage'), 'to_assign', counts.listed],
    [surveys && may('survey.check'), 'to_check', counts.submitted],
    [(unbuilt as ReadonlySet<string>).has(at) && may('round.manage'), 'to_record', 1],
    [at === 'deciding' && !decision && may('decision.prepare'), 'to_draft', 1],
    [decision?.state === 'drafted' && may('decision.prepare'), 'to_print', 1],
    [decision?.state === 'printed' && may('decision.enforce'), 'to_enforce', 1],
    [at === 'certificates' && may('round.manage'), 'to_hand_over', 1],
  ]
  return all.filter(([holds, , n]) => holds && n > 0).map(([, kind, n]) => [kind, n])
}

const itemOf = (
  round: Round,
  [kind, count]: Waiting,
  more: { today: PlainDate; decisionId: DecisionId | null },
): Item => ({
  kind,
  roundId: round.roundId,
  roundName: round.name,
  areaId: round.areaId,
  areaName: round.areaName,
  count,
  until: round.windowUntil,
  late: round.windowUntil < more.today,
  decisionId: more.decisionId,
})

export const workRoute = read(work, async ({ db, actor, today }) => {
  const open = await rounds.openRounds(db)
  const ids = open.map((r) => r.roundId)
  if (ids.length === 0) return { items: [] }
  const [mine, counts, decisions] = [
    await myCases(db, actor, ids),
    await rounds.caseCounts(db, ids),
    await liveDecisions(db, ids),
  ]
  const items = open.flatMap((round) => {
    const of = <T extends { round_id: RoundId }>(rows: readonly T[]) => rows.filter((r) => r.round_id === round.roundId)
    const own = rounds.counted(of(mine))
    const decision = of(decisions)[0] ?? null
    const known = { mine: own, counts: rounds.counted(of(counts)), decision }
    return ofRound(actor, round, known).map((w) => itemOf(round, w, { today, decisionId: decision?.id ?? null }))
  })
  return { items: items.sort((a, b) => Number(b.late) - Number(a.late)) }
})
