/** Readings of notices: my own on the phone, a round's in the office, one, and those of a household. */
import { mustBeAble, overOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { getRound } from '#features/rounds/must.ts'
import { roundsById, roundsToWork, standAtRound } from '#features/rounds/queries.ts'
import { roundStatesFor } from '#features/rounds/rules/cases.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { addDays } from '#kernel/dates.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import { compareNames } from '#kernel/order.ts'
import type { Said } from '#kernel/text.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { noticeChanges } from './changes.ts'
import { noticeColumns } from './columns.ts'
import * as contract from './contract.ts'
import { noticeProblem } from './problems.ts'
import * as notices from './queries.ts'
import { noticeKinds, noticeStates } from './words.ts'

const pageSize = 50

const mine = read(contract.myNotices, async ({ db, actor, today }) => {
  const open = roundStatesFor('submit')
  return {
    places: await notices.placesOf(db, actor.accountId, open),
    notices: await notices.noticesMadeBy(db, { account: actor.accountId, open, since: addDays(today, -60) }),
  }
})

type Listing = Pick<Call<typeof contract.listNotices>, 'db' | 'actor'> & {
  readonly input: Omit<InputOf<typeof contract.listNotices>, 'page'>
}
async function listed({ db, actor, input }: Listing, window: { offset: number; limit: number }) {
  const round = await getRound(db, input.roundId)
  await mustBeAble({ db, actor }, 'round.read', round.areaId)
  await standAtRound(db, round)
  const { total, rows } = await notices.noticesAt(db, input, window)
  return { round, total, rows }
}

const list = read(contract.listNotices, async (call) => {
  const { db, input } = call
  const offset = ((input.page ?? 1) - 1) * pageSize
  const { round, total, rows } = await listed(call, { offset, limit: pageSize })
  const [counts] = await notices.openIn(db, [round.roundId])
  const told = await notices.villagesTold(db, round.roundId)
  const names = await namesOn(
    db,
    told.map(({ villageId }) => villageId),
    round.windowUntil,
  )
  const villages = told.map((one) => ({ ...one, name: names.get(one.villageId) ?? '' }))
  return {
    ...{ roundName: round.name, place: `${round.areaName}, ${round.name}`, rows, total },
    ...{ open: counts?.open ?? 0, unsurveyed: counts?.unsurveyed ?? 0 },
    villages: villages.sort((a, b) => compareNames(a.name, b.name)),
  }
})

const listFile = fileOf(contract.noticesFile, async (call, { offset, limit }) => {
  const { input, db } = call
  const { round, rows } = await listed(call, { offset, limit })
  const village = input.villageId && (await namesOn(db, [input.villageId], round.windowUntil)).get(input.villageId)
  const q = input.q?.trim()
  const filters: (Said | string | undefined)[] = [
    village,
    input.kind && noticeKinds[input.kind],
    input.state && noticeStates[input.state],
    q ? { vi: `tìm "${q}"`, en: `search "${q}"` } : undefined,
  ]
  return {
    rows,
    columns: noticeColumns,
    title: { vi: 'Tin báo từ thôn', en: 'Notices from the villages' },
    place: `${round.areaName}, ${round.name}`,
    filters: filters.flatMap((one) => (one ? [one] : [])),
  }
})

const rounds = read(contract.noticeRounds, async ({ db }) => {
  const all = await roundsToWork(db)
  const ids = all.map(({ roundId }) => roundId)
  const open = new Map((await notices.openIn(db, ids)).map((one) => [one.roundId, one.open]))
  const told = await notices.roundsTold(db, ids)
  return {
    rounds: all
      .filter(({ roundId }) => told.has(roundId))
      .map(({ roundId, name, areaName }) => ({ roundId, roundName: name, areaName, open: open.get(roundId) ?? 0 })),
  }
})

const show = read(contract.showNotice, async ({ db, actor, input, today }) => {
  const notice = await notices.findNotice(db, input.surveyNoticeId)
  if (!notice) throw noticeProblem('notices.not_found')
  const [round] = await roundsById(db, [notice.roundId])
  const asksAlike = notice.kind === 'unlisted' || notice.kind === 'double'
  const alike = asksAlike
    ? await notices.alikeIn(db, {
        ...{ head: notice.headName, villages: [notice.villageId], but: notice.householdId },
        day: round?.windowUntil ?? today,
      })
    : []
  const over = await overOf(db, notice.villageId)
  return {
    notice,
    alike,
    can: buttonsFor(contract.noticeButtons, { actor, over }, () => notice.state !== 'withdrawn'),
  }
})

const ofHousehold = read(contract.noticesOfHousehold, async ({ db, input }) => ({
  notices: await notices.noticesOf(db, input.householdId),
}))

export const noticeRoutes: Route[] = [mine, list, listFile, rounds, show, ofHousehold, ...noticeChanges]
