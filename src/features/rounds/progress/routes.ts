/** What waits in the open rounds, and how far they are: what the home page reads. */
import { namesOn } from '#features/areas/queries.ts'
import { newsSince } from '#features/people/audit/queries.ts'
import { can } from '#kernel/access.ts'
import { addDays, type PlainDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AllEvents } from '#kernel/event.ts'
import { nowNamed } from '#kernel/oldNames.ts'
import { compareNames } from '#kernel/order.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Route, read } from '#platform/server/handle.ts'
import { counted } from '../counts/queries.ts'
import { roundPaces, standingCounts, standingOfRounds } from '../counts/strayed.ts'
import { countOpen, mostOpen, openRounds, roundsToWork } from '../queries.ts'
import { roundLets } from '../rules/cases.ts'
import { byPace, daysLeft, dueBy, isBehind, paceOf } from '../rules/progress.ts'
import { isUnbuilt } from '../rules/steps.ts'
import { waitingLines } from '../rules/waiting.ts'
import { bodyOf } from '../views.ts'
import { myProgress, roundProgress, roundWork } from './contract.ts'
import { apartOf, isApart } from './read.ts'

/** What waits in the open rounds for who runs them: counted only where the actor may do something about it. */
export const workRoute = read(roundWork, async ({ db, actor, today }) => {
  const open = await roundsToWork(db)
  const run = open.filter(({ over }) => can(actor, 'round.manage', over))
  const counts = await standingOfRounds(
    db,
    run.map((round) => round.roundId),
    { today, told: true },
  )
  const apart = await apartOf({ db, actor, today }, open)
  const runs = new Set(run)
  const items = waitingLines(open, today, (round) => {
    const { roundId, state } = round
    const { listed } = counts(roundId)
    const mine = runs.has(round)
    return [
      [mine && state === 'listing', 'to_list', 1],
      [mine && (state === 'assigning' || roundLets(state, 'submit')), 'to_assign', listed],
      [mine && isUnbuilt(state), 'to_record', 1],
      ...apart(roundId).waiting,
    ] as const
  })
  return { items: items.map((line) => ({ ...line, places: isApart(line.kind) ? apart(line.roundId).places : [] })) }
})

/** Villages are named where so few rounds are told of; of more, they are counted. */
const namedUpTo = 3
const newsCounted = 5000

/** In one walk: a province has thousands of villages. */
function grouped<K, R>(rows: readonly R[], keyOf: (row: R) => K): Map<K, R[]> {
  const groups = new Map<K, R[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

type Progress = OutputOf<typeof roundProgress>

type Part = { readonly from: number; readonly most: number }
type Open = Pick<Progress, 'rounds' | 'total' | 'late' | 'from' | 'more'>

/** A part of the open rounds in the order of their last days: the late ones of all are in the first parts. */
export async function openProgress(db: Db, today: PlainDate, part: Part): Promise<Open> {
  const open = await openRounds(db, part)
  const due = open.map((round) => ({ roundId: round.roundId, due: dueBy(round, today) }))
  const paces = new Map((await roundPaces(db, due, today)).map((pace) => [pace.roundId, pace]))
  const rounds = open.map((round) => {
    const pace = paces.get(round.roundId)
    const counts = counted(pace ? [pace] : [])
    return {
      ...bodyOf(round, today, counts),
      daysLeft: daysLeft(round, today),
      pace: paceOf(round, counts, today),
      villages: pace?.villages ?? 0,
      behind: pace?.behind ?? 0,
      behindNamed: [],
    }
  })
  return {
    rounds: await named(
      db,
      rounds.sort((a, b) => byPace(a, b) || compareNames(a.areaName, b.areaName)),
      today,
    ),
    ...(open.length < part.most && part.from === 0
      ? { total: open.length, late: rounds.filter(({ pace }) => pace === 'late').length, more: false }
      : await countOpen(db, today).then((all) => ({ ...all, more: part.from + open.length < all.total }))),
    from: part.from,
  }
}

/** With the villages that are behind, where so few rounds are told of. */
async function named(db: Db, rounds: Progress['rounds'], today: PlainDate): Promise<Progress['rounds']> {
  if (rounds.length > namedUpTo || !rounds.some(({ behind }) => behind > 0)) return rounds
  const ids = rounds.map(({ roundId }) => roundId)
  const villages = grouped(await standingCounts(db, ids, today), (row) => `${row.roundId} ${row.villageId}`)
  const standing = [...villages.values()].flatMap((rows) =>
    rows.slice(0, 1).map(({ roundId, villageId }) => ({ roundId, villageId, counts: counted(rows) })),
  )
  const names = await namesOn(
    db,
    standing.map(({ villageId }) => villageId),
    today,
  )
  return rounds.map((round) => ({
    ...round,
    behindNamed: standing
      .filter(({ roundId, counts }) => roundId === round.roundId && isBehind(round, counts, today))
      .map(({ villageId, counts }) => ({ villageId, name: names.get(villageId) ?? '', counts }))
      .sort((a, b) => compareNames(a.name, b.name)),
  }))
}

async function newsOf(db: Db, events: AllEvents, since: PlainDate): Promise<Progress['news']> {
  const found = await newsSince(db, since, { names: events.news, most: newsCounted + 1 })
  const more = found.reduce((sum, { n }) => sum + n, 0) > newsCounted
  return events.news.flatMap((what) => {
    const said = events.said[nowNamed(events.renamed, what)]
    const count = found.find((one) => one.what === what)?.n ?? 0
    return said && count > 0 ? [{ what, said, count, more }] : []
  })
}

/** The same for who reads figures and for who works in rounds, each where his right holds. */
export const progressRoutes = (events: AllEvents): Route[] =>
  [roundProgress, myProgress].map((call) =>
    read(call, async ({ db, input, today }) => {
      const since = addDays(today, -1)
      const part = { from: ((input.page ?? 1) - 1) * mostOpen, most: mostOpen }
      return { ...(await openProgress(db, today, part)), since, news: await newsOf(db, events, since) }
    }),
  )
