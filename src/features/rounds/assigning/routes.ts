/** Every village to who surveys there: a proposal, changed by a person where need be, and one act. */
import { mustBeAble } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import type { AccountId, AreaId, RoundId } from '#kernel/ids.ts'
import { compareNames } from '#kernel/order.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened, type Route, read } from '#platform/server/handle.ts'
import { roundEvent } from '../events.ts'
import { mustPassGate, standingsIn } from '../gate/must.ts'
import { assignCases, enumeratorsOf, setVillageEnumerator } from '../list/queries.ts'
import { getRound, mustBeGivenAsSeen, mustStep } from '../must.ts'
import { roundProblem } from '../problems.ts'
import { type RoundRow, roundVillages } from '../queries.ts'
import * as contract from './contract.ts'
import { fittingIn, lastHolders, openCases } from './queries.ts'
import { proposalFor } from './rules.ts'

const propose = read(contract.proposeVillages, async ({ db, actor, input, today }) => {
  const round = await getRound(db, input.roundId)
  const { roundId, areaId, windowUntil } = round
  await mustBeAble({ db, actor }, 'round.manage', areaId)
  const villages = (await roundVillages(db, roundId, today)).filter((one) => one.nowIn === null && one.leftOn === null)
  const ids = villages.map((one) => one.villageId)
  const names = await namesOn(db, ids, windowUntil)
  const [fitting, last] = [await fittingIn(db, roundId, today), await lastHolders(db, roundId)]
  const accounts = [...new Set(fitting.map(({ accountId }) => accountId))]
  const standings = await standingsIn(db, round, { accounts, today })
  const isHeld = (accountId: AccountId) => standings.of(accountId).heldBack
  const open = (await openCases(db, roundId, { villages: ids, today })).filter((one) => one.listed)
  const rows = villages.map((village) => {
    const { villageId } = village
    const here = fitting
      .filter((one) => one.villageId === villageId)
      .map((one) => ({ ...one, last: last.get(villageId) === one.accountId, heldBack: isHeld(one.accountId) }))
    const waits = open.filter((one) => one.villageId === villageId).length
    return {
      villageId,
      name: names.get(villageId) ?? '',
      enumeratorId: village.enumeratorId,
      enumeratorName: village.enumeratorName,
      open: waits,
      ...proposalFor(village.enumeratorId, here, waits > 0),
      fitting: here.map((one) => one.accountId),
    }
  })
  const enumerators = (await enumeratorsOf(db, roundId, today)).map(({ accountId, name, assigned }) => ({
    accountId,
    name,
    assigned: assigned ?? 0,
    heldBack: isHeld(accountId),
  }))
  return { villages: rows.sort((a, b) => compareNames(a.name, b.name)), enumerators }
})

type Input = InputOf<typeof contract.assignVillages>
type Holder = Awaited<ReturnType<typeof roundVillages>>[number]
type Given = { readonly villageId: AreaId; readonly accountId: AccountId }

/**
 * Gives one village: those of its households that nobody has, or that whoever had the village has. What was given to
 * somebody else by itself stays there. Answers null where nothing changed.
 */
async function giveVillage(
  db: Db,
  roundId: RoundId,
  { villageId, accountId, before, today }: Given & { before: AccountId | null; today: PlainDate },
) {
  const cases = await openCases(db, roundId, { villages: [villageId], today })
  const moved = cases.filter((one) => one.listed || (one.accountId === before && before !== accountId))
  if (before === accountId && moved.length === 0) return null
  const households = moved.map((one) => one.householdId)
  if (households.length > 0) await assignCases(db, { round: roundId, account: accountId, only: { households } })
  if (before !== accountId) await setVillageEnumerator(db, roundId, { village: villageId, account: accountId })
  return { villageId, accountId, assigned: households.length }
}

async function mustFit(db: Db, { roundId }: RoundRow, villages: readonly Given[], today: PlainDate) {
  if (new Set(villages.map((one) => one.villageId)).size !== villages.length) throw roundProblem('rounds.village_twice')
  const fitting = new Set((await fittingIn(db, roundId, today)).map((one) => `${one.villageId} ${one.accountId}`))
  if (villages.some((one) => !fitting.has(`${one.villageId} ${one.accountId}`)))
    throw roundProblem('rounds.not_an_enumerator')
}

function mustStandAsSeen(db: Db, { roundId, given, was }: Input, villages: readonly Holder[]): Promise<void> {
  const seen = new Map(was?.holders?.map((one) => [one.villageId, one.accountId]))
  const holderOf = (villageId: AreaId) => villages.find((one) => one.villageId === villageId)?.enumeratorId ?? null
  return mustBeGivenAsSeen(db, roundId, {
    giving: given.map(({ villageId, accountId: to }) => ({
      holding: { of: villageId, villageId, accountId: holderOf(villageId) },
      to,
    })),
    seen: ({ villageId, accountId }) => !seen.has(villageId) || seen.get(villageId) === accountId,
  })
}

const assignAll = change(contract.assignVillages, async ({ db, actor, input, today }) => {
  const { round } = await mustStep({ db, actor }, input.roundId, { action: 'assign', right: 'round.manage' })
  const { roundId } = round
  await mustFit(db, round, input.given, today)
  await mustPassGate(db, round, { accounts: [...new Set(input.given.map(({ accountId }) => accountId))], today })
  const villages = await roundVillages(db, roundId, today)
  await mustStandAsSeen(db, input, villages)
  const before = new Map(villages.map((one) => [one.villageId, one.enumeratorId]))
  const given = []
  for (const village of input.given) {
    const done = await giveVillage(db, roundId, {
      ...village,
      before: before.get(village.villageId) ?? null,
      today,
    })
    if (done) given.push(done)
  }
  const [first, ...others] = given.map(({ villageId, accountId, assigned }) =>
    roundEvent('round.assigned', {
      subject: roundId,
      area: villageId,
      facts: { account: accountId, assigned, village: villageId },
    }),
  )
  if (!first) throw roundProblem('rounds.assigned_already')
  const assigned = given.reduce((sum, one) => sum + one.assigned, 0)
  return happened(first, { villages: given.length, assigned }, others)
})

export const assigningRoutes: Route[] = [propose, assignAll]
