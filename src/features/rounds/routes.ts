/** The calls of a round: showing it, its steps. Opening one, its list and what waits in it stand beside. */
import { mustBeAble, overOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { type Law, lawOf } from '#features/standards/law.ts'
import type { Library } from '#features/standards/library.ts'
import { type Actor, can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { RoundId } from '#kernel/ids.ts'
import { compareNames } from '#kernel/order.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, change, happened, type Route, read } from '#platform/server/handle.ts'
import type { Joined } from '#platform/server/room.ts'
import type { Touches } from '#platform/server/touches.ts'
import { addingRoutes } from './adding/routes.ts'
import { assigningRoutes } from './assigning/routes.ts'
import { changingRoutes } from './changes.ts'
import * as contract from './contract.ts'
import { apartIn, counted, namedOnce, unseenPlaces, type VillageCases } from './counts/queries.ts'
import { standingCounts, standingOfRounds } from './counts/strayed.ts'
import { createRoute } from './create.ts'
import { roundEvent } from './events.ts'
import { gateRoutes } from './gate/routes.ts'
import { listRoutes } from './list/routes.ts'
import { roundStateWords } from './model.ts'
import { getRound, mustStandAt, mustStep } from './must.ts'
import { roundProblem } from './problems.ts'
import { progressRoutes, workRoute } from './progress/routes.ts'
import * as rounds from './queries.ts'
import { standingCounted, standingOfAll } from './read.ts'
import { mustBePaperDay } from './rules/days.ts'
import { isOpen } from './rules/progress.ts'
import {
  actionsFrom,
  cancelledBy,
  isUnbuilt,
  type RoundAction,
  reopenedBy,
  skipReason,
  standingOf,
} from './rules/steps.ts'
import * as store from './store.ts'
import { bodyOf } from './views.ts'

const manage = (action: RoundAction) => ({ action, right: 'round.manage' }) as const

export const roundsOf = async ({ db, actor, input, today }: Call<typeof contract.listRounds>) => {
  const over = await mustBeAble({ db, actor }, 'round.read', input.areaId)
  const { which } = input
  const all = await rounds.roundsAt(db, input.areaId, input.state ?? null)
  const found = all.filter((r) => which === undefined || (which === 'open') === isOpen(r.state))
  const ids = found.map((r) => r.roundId)
  const counts = await standingOfRounds(db, ids, { today })
  return {
    rounds: found.map((r) => bodyOf(r, today, counts(r.roundId))),
    can: buttonsFor(contract.roundListButtons, { actor, over }),
  }
}

const search = read(contract.searchRounds, async ({ db, input }) => {
  const words = fold(input.q).split(' ').filter(Boolean)
  const found = words.length > 0 ? await rounds.roundsByWords(db, words, 8) : []
  return {
    rounds: found.map(({ roundId, name, areaName, state, windowFrom, windowUntil }) => ({
      ...{ roundId, name, areaName, state, windowFrom, windowUntil },
    })),
  }
})

/** What is offered at a round now: no step is opened again, and nothing given away, under a decision that stands. */
async function canNow({ db, actor }: { db: Db; actor: Actor }, round: rounds.RoundRow, apart: boolean) {
  const allowed = actionsFrom(round.state, round)
  const undecided = round.decisionId === null
  const offered = (action: RoundAction): boolean =>
    action === 'reopen' ? undecided : action !== 'hand_over' || (undecided && apart)
  const over = await overOf(db, round.areaId)
  const own = can(actor, 'round.read', over)
  return {
    own,
    can: buttonsFor(
      contract.roundButtons,
      { actor, over },
      ({ action }) => allowed[action] !== undefined && offered(action),
    ),
  }
}

type Now = { readonly counts: readonly VillageCases[]; readonly today: PlainDate }
export async function villagesOf(db: Db, round: rounds.RoundRow, { counts, today }: Now) {
  const villages = await rounds.roundVillages(db, round.roundId, today)
  const names = await namesOn(
    db,
    villages.map((v) => v.villageId),
    round.windowUntil,
  )
  return villages
    .map(({ leftOn: _left, ...v }) => ({
      ...v,
      name: names.get(v.villageId) ?? '',
      counts: counted(counts.filter((c) => c.villageId === v.villageId)),
    }))
    .sort((a, b) => compareNames(a.name, b.name))
}

/** How many households it counts that are not told to the actor, and where they live. */
async function unseenIn(db: Db, round: RoundId, { counts, today }: Now) {
  const unseen = counted(counts.filter(({ told }) => !told)).total
  return { unseen, unseenIn: unseen > 0 ? namedOnce(await unseenPlaces(db, round, today)) : '' }
}

const show = (law: Law) =>
  read(contract.showRound, async ({ db, actor, input, today }) => {
    const round = await getRound(db, input.roundId)
    const { blocked, apart } = await standingCounted(db, round)
    const allowed = await canNow({ db, actor }, round, apart)
    const away = apart ? (await apartIn(db, round.roundId, today)).map(({ communeId: _id, ...one }) => one) : []
    await rounds.standAtRound(db, round)
    const counts = await standingCounts(db, [round.roundId], today)
    const lines = await rounds.stepLines(db, round.roundId)
    return {
      round: bodyOf(round, today, counted(counts)),
      opens: await law.pinned(db, round.opening_hash, round.opening_points),
      closes: round.closing_hash ? await law.pinned(db, round.closing_hash, round.closing_points) : null,
      form: { id: round.form_id, hash: round.form_hash },
      steps: standingOf(round.state, round, lines).map(({ line, ...standing }) => ({
        ...standing,
        because: line?.because ?? null,
        day: line?.day ?? null,
        by: line?.by ?? null,
      })),
      cancelled: cancelledBy(lines),
      villages: await villagesOf(db, round, { counts, today }),
      ...(await unseenIn(db, round.roundId, { counts, today })),
      apart: away,
      ...allowed,
      blocked: [...blocked],
    }
  })

const finish = (touches: Touches) =>
  change(contract.finishStep, async ({ db, actor, input, today }) => {
    const { round, next } = await mustStep({ db, actor }, input.roundId, manage('finish'))
    mustStandAt(round, input.step)
    const { blocked } = await standingOfAll(db, round)
    if (blocked.length > 0) throw roundProblem('rounds.blocked', { blocked })
    const { roundId, areaId } = round
    if (input.step === 'checking')
      await touches.mustAllow(db, { of: 'round', id: roundId, act: 'round.checked', on: today })
    const line = {
      roundId,
      step: input.step,
      outcome: 'done',
      because: null,
      day: today,
      account: actor.accountId,
    } as const
    await store.addStepLine(db, line)
    await store.setState(db, roundId, next)
    return happened(
      roundEvent('round.step_finished', { subject: roundId, area: areaId, facts: { step: input.step } }),
      {
        roundId,
        state: next,
      },
    )
  })

const skip = (touches: Touches) =>
  change(contract.skipStep, async ({ db, actor, input, today }) => {
    const { round, next } = await mustStep({ db, actor }, input.roundId, manage('skip'))
    mustStandAt(round, input.step)
    if (!isUnbuilt(input.step))
      throw roundProblem('rounds.step_not_allowed', { state: roundStateWords[round.state], action: 'skip' })
    const { roundId, areaId } = round
    const because = input.note ? `${skipReason.vi}. ${input.note}` : skipReason.vi
    const day = input.day ?? today
    mustBePaperDay(round, { step: input.step, day, today }, await rounds.stepLines(db, roundId))
    await touches.mustAllow(db, { of: 'round', id: roundId, act: 'round.step_skipped', on: day })
    await store.addStepLine(db, {
      roundId,
      step: input.step,
      outcome: 'skipped',
      because,
      day,
      account: actor.accountId,
    })
    await store.setState(db, roundId, next)
    return happened(
      roundEvent('round.step_skipped', {
        subject: roundId,
        area: areaId,
        facts: { step: input.step, day, because: input.note ?? null },
      }),
      { roundId, state: next },
    )
  })

const reopen = (touches: Touches) =>
  change(contract.reopenChecking, async ({ db, actor, input, today }) => {
    const { round, next } = await mustStep({ db, actor }, input.roundId, manage('reopen'))
    mustStandAt(round, input.was?.state)
    const { roundId, areaId } = round
    await touches.mustAllow(db, { of: 'round', id: roundId, act: 'round.reopened', on: today })
    if (round.decisionId) throw roundProblem('rounds.withdraw_first')
    const opened = reopenedBy(round, await rounds.stepLines(db, roundId))
    for (const step of opened)
      await store.addStepLine(db, {
        roundId,
        step,
        outcome: 'reopened',
        because: input.because,
        day: today,
        account: actor.accountId,
      })
    await store.setState(db, roundId, next)
    return happened(
      roundEvent('round.reopened', {
        subject: roundId,
        area: areaId,
        facts: { steps: opened, because: input.because },
      }),
      {
        roundId,
        state: next,
      },
    )
  })

const cancel = (touches: Touches) =>
  change(contract.cancelRound, async ({ db, actor, input, today }) => {
    const { round, next } = await mustStep({ db, actor }, input.roundId, manage('cancel'))
    mustStandAt(round, input.was?.state)
    const { roundId, areaId } = round
    await touches.mustAllow(db, { of: 'round', id: roundId, act: 'round.cancelled', on: today })
    await store.cancelRound(db, roundId, { because: input.because, today })
    return happened(
      roundEvent('round.cancelled', { subject: roundId, area: areaId, facts: { because: input.because } }),
      { roundId, state: next },
    )
  })

const touched = ({ tell }: Touches) =>
  read(contract.roundTouched, async ({ db, actor, input, today }) => {
    const { roundId, areaId } = await getRound(db, input.roundId)
    await mustBeAble({ db, actor }, 'round.manage', areaId)
    return tell({ db, actor }, { of: 'round', id: roundId, act: input.act, on: today })
  })

export const roundRoutes = ({ library, touches, events }: { library: Library } & Joined): Route[] => [
  read(contract.listRounds, roundsOf),
  search,
  createRoute(library),
  show(lawOf(library)),
  finish(touches),
  skip(touches),
  reopen(touches),
  cancel(touches),
  touched(touches),
  ...changingRoutes(lawOf(library)),
  workRoute,
  ...progressRoutes(events),
  ...listRoutes,
  ...addingRoutes,
  ...assigningRoutes,
  ...gateRoutes(library),
]
