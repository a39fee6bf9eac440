/** The calls of a round: showing it, its steps. Its list, its decision, its figures and papers stand beside. */

import { mustBeAble, overOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { classFigures } from '#features/decisions/classes/routes.ts'
import { figuresRoute } from '#features/decisions/figures.ts'
import { decisionRoutes } from '#features/decisions/routes.ts'
import {
  type Block,
  draftBlocks,
  finishBlocks,
  type Judged,
  undecidableBlocks,
} from '#features/decisions/rules/decision.ts'
import { mustBeUnblocked } from '#features/decisions/rules/unblocked.ts'
import { createRoute } from '#features/rounds/create.ts'
import { listRoutes, mustStep } from '#features/rounds/list.ts'
import type { StepName } from '#features/rounds/model.ts'
import { findRound, type RoundRow } from '#features/rounds/queries.ts'
import {
  actionsFrom,
  type RoundAction,
  reopenedBy,
  skipReason,
  standingOf,
  unbuilt,
} from '#features/rounds/rules/steps.ts'
import type { Library } from '#features/standards/library.ts'
import { type Law, lawOf } from '#features/surveys/law.ts'
import { type Actor, can, type GrantedRight } from '#kernel/access.ts'
import { compareNames } from '#kernel/order.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened, type Route, read } from '#platform/server/handle.ts'
import * as contract from './contract.ts'
import { reviewProblem } from './problems.ts'
import * as rounds from './queries.ts'
import { workRoute } from './work.ts'

const manage = (action: RoundAction) => ({ action, right: 'round.manage' }) as const

const bodyOf = (r: RoundRow, today: string, counts: rounds.CaseCounts) => ({
  roundId: r.roundId,
  areaId: r.areaId,
  areaName: r.areaName,
  kind: r.kind,
  name: r.name,
  classesHoldFrom: r.classesHoldFrom,
  windowFrom: r.windowFrom,
  windowUntil: r.windowUntil,
  state: r.state,
  late: r.windowUntil < today && r.state !== 'completed' && r.state !== 'cancelled',
  counts,
})

const list = read(contract.listRounds, async ({ db, actor, input, today }) => {
  const over = await mustBeAble({ db, actor }, 'round.read', input.areaId)
  const found = await rounds.roundsAt(db, input.areaId, input.state ?? null)
  const ids = found.map((r) => r.roundId)
  const counts = ids.length > 0 ? await rounds.caseCounts(db, ids) : []
  return {
    rounds: found.map((r) => bodyOf(r, today, rounds.counted(counts.filter((c) => c.round_id === r.roundId)))),
    can: can(actor, 'round.manage', over) ? ['create'] : [],
  }
})

/** What stands on the buttons: the action of the table, the right it needs, the name screens know it by. */
const buttons: readonly (readonly [RoundAction, GrantedRight, string])[] = [
  ['list', 'round.manage', 'draw'],
  ['list', 'round.manage', 'request'],
  ['unlist', 'round.manage', 'unlist'],
  ['assign', 'round.manage', 'assign'],
  ['accept', 'survey.check', 'check'],
  ['finish', 'round.manage', 'finish'],
  ['skip', 'round.manage', 'skip'],
  ['reopen', 'round.manage', 'reopen'],
  ['cancel', 'round.manage', 'cancel'],
  ['draft', 'decision.prepare', 'draft'],
]

async function buttonsFor(
  { db, actor }: { db: Db; actor: Actor },
  round: RoundRow,
  decided: boolean,
): Promise<string[]> {
  const over = await overOf(db, round.areaId)
  const allowed = actionsFrom(round.state, round)
  return buttons
    .filter(([action, right]) => allowed[action] !== undefined && can(actor, right, over))
    .map(([, , name]) => name)
    .filter((name) => !(decided && (name === 'draft' || name === 'reopen')))
}

const blockedNow = (round: RoundRow, cases: readonly Judged[]): Block[] =>
  round.state === 'deciding' ? draftBlocks(round.state, cases) : finishBlocks(round.state, cases)

async function villagesOf(db: Db, round: RoundRow, counts: Awaited<ReturnType<typeof rounds.caseCounts>>) {
  const villages = await rounds.roundVillages(db, round.roundId)
  const names = await namesOn(
    db,
    villages.map((v) => v.villageId),
    round.windowUntil,
  )
  return villages
    .map((v) => ({
      ...v,
      name: names.get(v.villageId) ?? '',
      counts: rounds.counted(counts.filter((c) => c.village_id === v.villageId)),
    }))
    .sort((a, b) => compareNames(a.name, b.name))
}

const show = (law: Law) =>
  read(contract.showRound, async ({ db, actor, input, today }) => {
    const round = await findRound(db, input.roundId)
    if (!round) throw reviewProblem('reviews.round_not_found')
    const counts = await rounds.caseCounts(db, [round.roundId])
    const decision = await rounds.findLiveDecision(db, round.roundId)
    const cases = await rounds.judgedCases(db, round.roundId)
    const lines = await rounds.stepLines(db, round.roundId)
    return {
      round: bodyOf(round, today, rounds.counted(counts)),
      opens: await law.pinned(db, round.opening_hash, round.opening_points),
      closes: round.closing_hash ? await law.pinned(db, round.closing_hash, round.closing_points) : null,
      form: { id: round.form_id, hash: round.form_hash },
      steps: standingOf(round.state, round, lines).map(({ line, ...standing }) => ({
        ...standing,
        because: line?.because ?? null,
        day: line?.day ?? null,
        by: line?.by ?? null,
      })),
      villages: await villagesOf(db, round, counts),
      can: await buttonsFor({ db, actor }, round, decision !== undefined),
      blocked: decision ? [] : blockedNow(round, cases),
      undecidable: undecidableBlocks(cases),
      decision: decision ? { decisionId: decision.id, state: decision.state } : null,
    }
  })

const mustStandAt = (round: RoundRow, seen: StepName): void => {
  if (round.state !== seen) throw reviewProblem('reviews.moved_on', { state: round.state })
}

const finish = change(contract.finishStep, async ({ db, actor, input, today }) => {
  const { round, next } = await mustStep({ db, actor }, input.roundId, manage('finish'))
  mustStandAt(round, input.step)
  mustBeUnblocked(finishBlocks(input.step, await rounds.judgedCases(db, round.roundId)))
  const { roundId, areaId } = round
  const line = {
    roundId,
    step: input.step,
    outcome: 'done',
    because: null,
    day: today,
    account: actor.accountId,
  } as const
  await rounds.addStepLine(db, line)
  await rounds.setState(db, roundId, next)
  return happened(
    { what: 'round.step_finished', subject: roundId, area: areaId, facts: { step: input.step } },
    { roundId, state: next },
  )
})

const skip = change(contract.skipStep, async ({ db, actor, input, today }) => {
  const { round, next } = await mustStep({ db, actor }, input.roundId, manage('skip'))
  mustStandAt(round, input.step)
  if (!unbuilt.has(input.step)) throw reviewProblem('reviews.step_not_allowed', { state: round.state, action: 'skip' })
  const { roundId, areaId } = round
  const because = input.note ? `${skipReason.vi}. ${input.note}` : skipReason.vi
  const day = input.day ?? today
  await rounds.addStepLine(db, {
    roundId,
    step: input.step,
    outcome: 'skipped',
    because,
    day,
    account: actor.accountId,
  })
  await rounds.setState(db, roundId, next)
  return happened(
    { what: 'round.step_skipped', subject: roundId, area: areaId, facts: { step: input.step, day } },
    { roundId, state: next },
  )
})

const reopen = change(contract.reopenChecking, async ({ db, actor, input, today }) => {
  const { round, next } = await mustStep({ db, actor }, input.roundId, manage('reopen'))
  const { roundId, areaId } = round
  if (await rounds.findLiveDecision(db, roundId)) throw reviewProblem('reviews.withdraw_first')
  const opened = reopenedBy(round, await rounds.stepLines(db, roundId))
  for (const step of opened)
    await rounds.addStepLine(db, {
      roundId,
      step,
      outcome: 'reopened',
      because: input.because,
      day: today,
      account: actor.accountId,
    })
  await rounds.setState(db, roundId, next)
  return happened(
    { what: 'round.reopened', subject: roundId, area: areaId, facts: { steps: opened } },
    { roundId, state: next },
  )
})

const cancel = change(contract.cancelRound, async ({ db, actor, input, today }) => {
  const { round, next } = await mustStep({ db, actor }, input.roundId, manage('cancel'))
  const { roundId, areaId } = round
  const [at, account] = [round.state as StepName, actor.accountId]
  await rounds.addStepLine(db, { roundId, step: at, outcome: 'cancelled', because: input.because, day: today, account })
  await rounds.setState(db, roundId, next)
  await rounds.leaveVillages(db, roundId)
  return happened({ what: 'round.cancelled', subject: roundId, area: areaId }, { roundId, state: next })
})

export function reviewRoutes({ library }: { library: Library }): Route[] {
  const law = lawOf(library)
  const own = [
    classFigures,
    list,
    createRoute(library),
    show(law),
    finish,
    skip,
    reopen,
    cancel,
    figuresRoute,
    workRoute,
  ]
  return [...own, ...listRoutes, ...decisionRoutes({ library, law })]
}
