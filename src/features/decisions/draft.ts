/** A decision is drafted: who stands in its list, as what, and what its papers say of each, fixed from here on. */
import { signerKept } from '#features/papers/rules/signature.ts'
import { followUnder } from '#features/rounds/list/queries.ts'
import { mustHold } from '#features/rounds/must.ts'
import { setDecision } from '#features/rounds/store.ts'
import type { Library } from '#features/standards/library.ts'
import { roundPeopleApart } from '#features/surveys/people.ts'
import type { DecisionId, RoundId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import { instantOf } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, change, happened, type Route } from '#platform/server/handle.ts'
import { addJob } from '#platform/server/jobs/add.ts'
import * as contract from './contract.ts'
import { decisionEvent } from './events.ts'
import { hashOfDraft } from './hash.ts'
import { standardHolds } from './law.ts'
import { mustStand, takeOff } from './must.ts'
import { placeOf } from './place.ts'
import { decisionProblem } from './problems.ts'
import { classHistories } from './queries/classes.ts'
import { contentsOf } from './queries/contents.ts'
import * as decisions from './queries/decisions.ts'
import { endCasesBut, givenOn, judgedCases, leftAndBack } from './round/queries.ts'
import {
  absentBlocks,
  decisionEntries,
  draftBlocks,
  eveOf,
  fixedEntries,
  nobodyBlocks,
  peopleBlocks,
  standardBlocks,
} from './rules/decision.ts'
import { beginsOn, givenBlocks } from './rules/given.ts'
import { proposedByBoard } from './rules/grounds.ts'
import { fixedWith } from './signed.ts'
import { papersTried } from './trial.ts'

type Drafting = Call<typeof contract.draftDecision> | Call<typeof contract.redraftDecision>
type Held = Awaited<ReturnType<typeof mustHold>>

const because = 'Lập lại theo sổ hộ hiện nay'
const anotherSigner = 'Lập lại để đổi người ký'

/** `instead`: the decision that it replaces. */
type Next = { readonly library: Library; readonly decisionId: DecisionId; readonly instead?: decisions.DecisionRow }

type Leaving = { readonly instead: decisions.DecisionRow | undefined; readonly because: string | undefined }

/**
 * Who had left the round and is back: in no list, so left out with a reason. Throws `decisions.leaves_out` where none was
 * given, now or for the decision that this one replaces.
 */
async function leftOutOf(db: Db, roundId: RoundId, { instead, because }: Leaving): Promise<decisions.LeavesOut> {
  const left = await leftAndBack(db, roundId)
  const households = left.map((one) => one.householdId)
  if (left.length === 0) return { households, because: null }
  const known = new Set(instead?.leftOut)
  const why = (because && tidy(because)) || (households.every((one) => known.has(one)) ? instead?.leftOutBecause : null)
  if (why) return { households, because: why }
  const names = left.slice(0, 20).map((one) => one.headName)
  const absent = absentBlocks(left)
  throw decisionProblem('decisions.leaves_out', { count: left.length, names: names.join(', '), absent })
}

/** Everything is read before anything is written; then a trial of all its papers is asked for. */
async function draftOver(call: Drafting, round: Held, { library, decisionId, instead }: Next) {
  const { db, actor, today, services, input } = call
  const { roundId, areaId, classesHoldFrom: namedDay } = round
  const cases = await judgedCases(db, roundId)
  const contents = await contentsOf(db, roundId, { of: cases, day: today })
  const blocked = [
    ...draftBlocks(round.state, cases),
    ...standardBlocks(await standardHolds(db, library, { ...round, namedDay, day: today })),
    ...nobodyBlocks(cases, contents),
    ...peopleBlocks(cases, await roundPeopleApart(db, roundId, today)),
    ...givenBlocks({
      of: cases,
      given: await givenOn(db, { of: cases, day: beginsOn(namedDay, today) }),
      namedDay,
      today,
    }),
  ]
  if (blocked.length > 0) throw decisionProblem('decisions.blocked', { blocked })
  const leaves = await leftOutOf(db, roundId, { instead, because: input.leaving })
  const households = cases.map((c) => c.householdId)
  const histories = await classHistories(db, households)
  const list = decisionEntries(cases, histories, eveOf(namedDay, today))
  const entries = fixedEntries(list, contents)
  const { signer, grounds } = await fixedWith(db, library, {
    areaId,
    standardId: round.openingStandard,
    day: today,
    named: input,
    before: instead ? signerKept(instead) : null,
  })
  const { inText } = await placeOf(db, areaId, round.windowFrom)
  const fixed = { signer, grounds: [...grounds, proposedByBoard(inText)] }
  const hash = hashOfDraft(roundId, entries, fixed)
  await endCasesBut(db, roundId, households)
  const at = instantOf(services.clock)
  const row = { id: decisionId, roundId, areaId, hash, by: actor.accountId, at, day: today, leaves, ...fixed }
  await decisions.addEntries(db, row, entries)
  if (instead) await takeOff(db, instead, input.signerName ? anotherSigner : because)
  await decisions.addDecision(db, row)
  await setDecision(db, roundId, decisionId)
  await addJob(call, papersTried, { decisionId })
  const left = leaves.because === null ? {} : { leftOut: leaves.households.length, leaving: leaves.because }
  const facts = { round: roundId, households: entries.length, hash, ...left }
  return happened(decisionEvent('decision.drafted', { subject: decisionId, area: areaId, facts }), {
    decisionId,
    state: 'drafted' as const,
    contentHash: hash,
  })
}

const draft = (library: Library) =>
  change(contract.draftDecision, async (call) => {
    const { db, actor, input } = call
    // Held before its cases are read: none of them is accepted, returned or taken off meanwhile.
    const round = await mustHold({ db, actor }, input.roundId, 'decision.prepare')
    if (round.decisionId) throw decisionProblem('decisions.exists')
    return draftOver(call, round, { library, decisionId: input.decisionId })
  })

/** The decision is withdrawn and another takes its place, as the register and the surveys say now, or signed by another. */
const redraft = (library: Library) =>
  change(contract.redraftDecision, async (call) => {
    const { db, actor, input, today } = call
    const row = await mustStand({ db, actor }, input.decisionId, 'redraft')
    const round = await mustHold({ db, actor }, row.roundId, 'decision.prepare')
    await followUnder(db, row.roundId, { decision: row.decisionId, today })
    return draftOver(call, round, { library, decisionId: input.nextId, instead: row })
  })

const withdraw = change(contract.withdrawDecision, async ({ db, actor, input, today }) => {
  const row = await mustStand({ db, actor }, input.decisionId, 'withdraw')
  // What left the round under it comes back first.
  await followUnder(db, row.roundId, { decision: row.decisionId, today })
  await takeOff(db, row, input.because)
  return happened(
    decisionEvent('decision.withdrawn', {
      subject: row.decisionId,
      area: row.areaId,
      facts: { round: row.roundId, because: input.because },
    }),
    { decisionId: row.decisionId, state: 'withdrawn' as const },
  )
})

export const draftRoutes = (library: Library): Route[] => [draft(library), redraft(library), withdraw]
