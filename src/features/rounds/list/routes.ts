/** The list of a round and who surveys: drawing it, requests, taking off, giving to enumerators. */
import { mustBeAble } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import type { AccountId, AreaId, HouseholdId, RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, change, happened, type Route, read } from '#platform/server/handle.ts'
import { addCases } from '../adding/queries.ts'
import { roundEvent } from '../events.ts'
import { mustPassGate, standingsIn } from '../gate/must.ts'
import { caseStateWords, roundStateWords } from '../model.ts'
import { getRound, mustBeGivenAsSeen, mustStep } from '../must.ts'
import { roundProblem } from '../problems.ts'
import { classesGiven, type RoundRow, roundsAsking } from '../queries.ts'
import { stepCase } from '../rules/cases.ts'
import { listDoubts, mustBeSure } from '../rules/doubts.ts'
import { type RoundAction, step } from '../rules/steps.ts'
import * as contract from './contract.ts'
import * as list from './queries.ts'
import { leftOf } from './rules.ts'
import { arrivalsOf, backIn, casesLeft, takeIn as takeVillages, villagesCome } from './views.ts'

const manage = (action: RoundAction) => ({ action, right: 'round.manage' }) as const

type Found = Awaited<ReturnType<typeof list.notYetListed>>[number]
const listedAs = (one: Found): list.NewCase => ({
  ...one,
  reason: one.class === 'poor' ? 'current_poor' : 'current_near_poor',
})

/** What is asked before these households come on the list, or back into it. */
async function doubtsOn(db: Db, round: RoundRow, households: readonly HouseholdId[]) {
  const { length: count } = await classesGiven(db, round, households)
  const day = round.classesHoldFrom
  return listDoubts(await roundsAsking(db, households, round.roundId), count > 0 && day ? { count, day } : null)
}

/** Whether others may come on the list; else only who was in the round before is taken back. */
const takesNew = (round: RoundRow): boolean => step(round.state, 'list', round) !== null

/** How many of those added had left the round. */
const backOf = (back: readonly unknown[]) => (back.length > 0 ? { back: back.length } : {})

const draw = change(contract.drawList, async ({ db, actor, input, today }) => {
  const { round } = await mustStep({ db, actor }, input.roundId, manage('list'))
  const day = today < round.windowUntil ? today : round.windowUntil
  await list.takeInSuccessors(db, round.roundId, today)
  const found = await list.notYetListed(db, round.roundId, day)
  const households = found.map((h) => h.householdId)
  const sure = mustBeSure(await doubtsOn(db, round, households), input.because)
  const { caseIds, back } = await addCases(db, round.roundId, { found: found.map(listedAs), today })
  const total = await list.countCases(db, round.roundId)
  const done = { added: caseIds.length, total }
  const facts = { ...done, ...backOf(back), ...sure }
  return happened(roundEvent('round.list_drawn', { subject: round.roundId, area: round.areaId, facts }), done)
})

/** Refuses at a step that takes back only who left the round whoever did not. */
async function mustHaveLeft(db: Db, round: RoundRow, household: HouseholdId): Promise<void> {
  const { roundId, state } = round
  if (takesNew(round) || (await casesLeft(db, roundId)).some((one) => one.householdId === household)) return
  const listed = (await list.villagesOfCases(db, roundId, [household])).length > 0
  throw listed
    ? roundProblem('rounds.household_listed')
    : roundProblem('rounds.only_back', { state: roundStateWords[state] })
}

const request = change(contract.addToList, async ({ db, actor, input, today }) => {
  const { round } = await mustStep({ db, actor }, input.roundId, manage('take_back'))
  await list.takeInSuccessors(db, round.roundId, today)
  const found = await list.findResident(db, { round: round.roundId, household: input.householdId, day: today })
  if (!found) throw roundProblem('rounds.household_elsewhere')
  await mustHaveLeft(db, round, input.householdId)
  const sure = mustBeSure(await doubtsOn(db, round, [input.householdId]), input.because)
  const { caseIds, back } = await addCases(db, round.roundId, { found: [{ ...found, reason: 'request' }], today })
  const [caseId] = caseIds
  if (!caseId) throw roundProblem('rounds.household_listed')
  return happened(
    roundEvent('round.household_requested', {
      subject: input.householdId,
      area: found.villageId,
      facts: { round: round.roundId, ...leftOf(back, input.householdId), ...sure },
    }),
    { caseId },
  )
})

const arrivals = read(contract.listArrivals, async ({ db, actor, input, today }) => {
  const round = await getRound(db, input.roundId)
  await mustBeAble({ db, actor }, 'round.manage', round.areaId)
  const isNew = takesNew(round)
  // After checking it is told, too, while going back to it is open: there they are taken back.
  const goesBack = round.decisionId === null && step(round.state, 'reopen', round) !== null
  const lets = goesBack || step(round.state, 'take_back', round) !== null
  const found = isNew ? await arrivalsOf(db, round) : lets ? await backIn(db, round.roundId) : []
  const villages = lets ? (await villagesCome(db, round, today)).filter(({ back }) => isNew || back) : []
  const names = await namesOn(
    db,
    found.map((one) => one.villageId),
    today,
  )
  return {
    villages,
    households: found.map(({ villageId, ...one }) => ({ ...one, villageName: names.get(villageId) ?? '' })),
  }
})

/** The villages that came, and in one act with them who is to be reviewed there; once the survey is over, only who was before. */
const takeIn = change(contract.takeVillagesIn, async ({ db, actor, input, today }) => {
  const { round } = await mustStep({ db, actor }, input.roundId, manage('take_back'))
  const { roundId, areaId, windowUntil } = round
  const isNew = takesNew(round)
  const offered = (await villagesCome(db, round, today)).filter(({ back }) => isNew || back)
  const come = new Set(offered.map((one) => one.villageId))
  if (input.villageIds.some((village) => !come.has(village))) throw roundProblem('rounds.village_not_come')
  await takeVillages(db, roundId, input.villageIds)
  const taken = new Set(input.villageIds)
  const day = today < windowUntil ? today : windowUntil
  const poor = isNew ? (await list.notYetListed(db, roundId, day)).filter((one) => taken.has(one.villageId)) : []
  const found = [...poor.map(listedAs), ...(await list.leftElse(db, roundId, { villages: taken, but: poor }))]
  const households = found.map((one) => one.householdId)
  const sure = mustBeSure(await doubtsOn(db, round, households), input.because)
  const { caseIds, back } = await addCases(db, roundId, { found, today })
  const done = { villages: taken.size, added: caseIds.length }
  const facts = { ...done, ...backOf(back), ...sure }
  return happened(roundEvent('round.villages_taken_in', { subject: roundId, area: areaId, facts }), done)
})

const remove = change(contract.removeFromList, async ({ db, actor, input }) => {
  const { round } = await mustStep({ db, actor }, input.roundId, manage('unlist'))
  const { householdId: household, because } = input
  const village = await list.removeListed(db, round.roundId, { household, because })
  if (!village) throw roundProblem('rounds.case_not_listed')
  const facts = { round: round.roundId, because }
  return happened(roundEvent('round.household_unlisted', { subject: household, area: village, facts }), {
    removed: true as const,
  })
})

export const enumeratorsAt = async ({ db, actor, input, today }: Call<typeof contract.listEnumerators>) => {
  const round = await getRound(db, input.roundId)
  await mustBeAble({ db, actor }, 'round.manage', round.areaId)
  const found = await list.enumeratorsOf(db, round.roundId, today)
  const accounts = found.map(({ accountId }) => accountId)
  const { of } = await standingsIn(db, round, { accounts, today })
  return {
    gate: round.gate,
    enumerators: found.map((one) => ({ ...one, assigned: one.assigned ?? 0, ...of(one.accountId) })),
  }
}

type Assign = Call<typeof contract.assign>

/** The villages the work lies in; refuses where one of them is not the account's. */
async function mustReach(
  db: Db,
  villages: readonly AreaId[],
  of: { round: RoundId; account: AccountId; today: Assign['today'] },
) {
  const found = (await list.enumeratorsOf(db, of.round, of.today)).find((e) => e.accountId === of.account)
  if (villages.some((v) => !found?.villages.includes(v))) throw roundProblem('rounds.not_an_enumerator')
}

async function mustStandAsSeen({ db, input }: Assign, only: list.Assigning['only']): Promise<void> {
  if (!input.was) return
  const { accountIds, holders } = input.was
  const seen = new Map(holders?.map((one) => [one.householdId, one.accountId]))
  const holdings = await list.holdersOf(db, { round: input.roundId, only })
  await mustBeGivenAsSeen(db, input.roundId, {
    giving: holdings.map((holding) => ({ holding, to: input.accountId })),
    seen: ({ of, accountId }) =>
      seen.has(of as HouseholdId)
        ? seen.get(of as HouseholdId) === accountId
        : (accountIds?.includes(accountId) ?? true),
  })
}

async function assignVillage(call: Assign, round: RoundRow, village: AreaId): Promise<number> {
  const { db, input, today } = call
  await mustStandAsSeen(call, { village })
  await mustReach(db, [village], { round: round.roundId, account: input.accountId, today })
  const assigned = await list.assignCases(db, { round: round.roundId, account: input.accountId, only: { village } })
  await list.setVillageEnumerator(db, round.roundId, { village, account: input.accountId })
  return assigned
}

async function assignHouseholds(call: Assign, round: RoundRow): Promise<number> {
  const { db, input, today } = call
  const households = input.householdIds ?? []
  await mustStandAsSeen(call, { households })
  const found = await list.villagesOfCases(db, round.roundId, households)
  if (found.length !== new Set(households).size) throw roundProblem('rounds.household_elsewhere')
  const stuck = found.find((c) => stepCase(c.state, 'assign') === null)
  if (stuck) throw roundProblem('rounds.case_not_allowed', { state: caseStateWords[stuck.state] })
  await mustReach(db, [...new Set(found.map((c) => c.village_id))], {
    round: round.roundId,
    account: input.accountId,
    today,
  })
  return list.assignCases(db, { round: round.roundId, account: input.accountId, only: { households } })
}

const assign = change(contract.assign, async (call) => {
  const { db, actor, input } = call
  const { round } = await mustStep({ db, actor }, input.roundId, manage('assign'))
  if (!input.villageId && !input.householdIds) throw roundProblem('rounds.nothing_to_assign')
  await mustPassGate(db, round, { accounts: [input.accountId], today: call.today })
  const assigned = input.villageId
    ? await assignVillage(call, round, input.villageId)
    : await assignHouseholds(call, round)
  const facts = { account: input.accountId, assigned, village: input.villageId ?? null }
  return happened(roundEvent('round.assigned', { subject: round.roundId, area: round.areaId, facts }), { assigned })
})

export const listRoutes: Route[] = [
  draw,
  request,
  arrivals,
  takeIn,
  remove,
  read(contract.listEnumerators, enumeratorsAt),
  assign,
]
