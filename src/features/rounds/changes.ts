/** A round goes on otherwise than it began: with a later last day, or without what another commune has today. */
import { lastMade, makerOf } from '#features/people/audit/maker.ts'
import type { Law } from '#features/standards/law.ts'
import type { Standard } from '#features/standards/model/standard.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import { problem } from '#kernel/problem.ts'
import { merged } from '#kernel/revisions.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened, type Route } from '#platform/server/handle.ts'
import * as contract from './contract.ts'
import { apartIn } from './counts/queries.ts'
import { roundEvent } from './events.ts'
import { mustStandAt, mustStep } from './must.ts'
import { roundProblem } from './problems.ts'
import { askedCases, type RoundRow, villagesApart } from './queries.ts'
import { mustBeLater, mustLieWithin } from './rules/days.ts'
import { handOver, setLastDay } from './store.ts'

/** Refuses a last day that another has given since it was seen, and says which. */
async function mustStandAsSeen(db: Db, round: RoundRow, { windowUntil, was }: InputOf<typeof contract.extendRound>) {
  const { touching } = merged({ was: was ?? null, wanted: { windowUntil }, now: { windowUntil: round.windowUntil } })
  if (touching.length === 0) return
  const last = await lastMade(db, { subject: round.roundId, what: 'round.extended' })
  const maker = await makerOf(db, round.areaId, last)
  const told = touching.map((one) => ({ ...one, ...maker }))
  throw problem('record.changed_since', { count: told.length, touching: told })
}

const extend = (law: Law) =>
  change(contract.extendRound, async ({ db, actor, input, today }) => {
    const allowed = { action: 'extend', right: 'round.manage' } as const
    const { round, next } = await mustStep({ db, actor }, input.roundId, allowed)
    const { roundId, areaId, windowUntil: was } = round
    const { windowUntil, because } = input
    await mustStandAsSeen(db, round, input)
    mustBeLater(round, windowUntil, today)
    const standard = (await law.text(db, round.opening_hash)).document as Standard
    mustLieWithin({ ...round, windowUntil }, standard)
    await setLastDay(db, roundId, windowUntil)
    const facts = { was, until: windowUntil, because }
    return happened(roundEvent('round.extended', { subject: roundId, area: areaId, facts }), { roundId, state: next })
  })

const hand = change(contract.handOver, async ({ db, actor, input, today }) => {
  const allowed = { action: 'hand_over', right: 'round.manage' } as const
  const { round } = await mustStep({ db, actor }, input.roundId, allowed)
  mustStandAt(round, input.was?.state)
  const { roundId, areaId, decisionId } = round
  if (decisionId) throw roundProblem('rounds.withdraw_first')
  const households = (await askedCases(db, roundId)).filter((one) => !one.here).map((one) => one.householdId)
  const { elsewhere: villages } = await villagesApart(db, roundId)
  const apart = await apartIn(db, roundId, today)
  if (households.length + villages === 0) throw roundProblem('rounds.nothing_apart')
  await handOver(db, roundId, { because: input.because, today, households })
  const counts = { households: households.length, villages }
  const facts = { ...counts, to: apart.map(({ commune }) => commune).join(', '), because: input.because }
  // Who takes them is told of it, too.
  const taken = apart.map(({ communeId: area, ...one }) =>
    roundEvent('round.handed_here', {
      subject: roundId,
      area,
      facts: { households: one.households, villages: one.villages.length, because: input.because },
    }),
  )
  return happened(roundEvent('round.handed_over', { subject: roundId, area: areaId, facts }), counts, taken)
})

export const changingRoutes = (law: Law): Route[] => [extend(law), hand]
