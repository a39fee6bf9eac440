/** What a proposal is made from, read from the database in one go: the classes are worked out when the transaction has ended. */
import { mustBeAble } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { type PlainDate, yearOf } from '#kernel/dates.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import type { AreaId, FrameworkTopicId, OfficialId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Call } from '#platform/server/handle.ts'
import type { Turn } from '../limits/model.ts'
import { limitsOn } from '../limits/queries.ts'
import { pricedOn } from '../plan/rules/money.ts'
import { readWeeks, weeksIn, weeksSaid } from '../plan/rules/weeks.ts'
import type * as contract from './contract.ts'
import type { ProposalInput, Taken, Wanted } from './model.ts'
import { proposalProblem } from './problems.ts'
import * as proposals from './queries.ts'
import { limitsFor, mondaysOf, numberOf, priorityOf, topicsFor, weeksToCome } from './rules/ask.ts'

type Asking = Call<typeof contract.showProposal>

/** The weeks that are asked for, or all that are to come. */
function weeksOf({ year, weeks: text }: InputOf<typeof contract.showProposal>, day: PlainDate): number[] {
  const weeks = text === undefined ? weeksToCome(year, day) : readWeeks(text)
  if (weeks === null || weeks.some((week) => week > weeksIn(year)))
    throw proposalProblem('proposal.weeks', { year, weeks: weeksIn(year) })
  const past = weeks.filter((week) => !weeksToCome(year, day).includes(week))
  if (past.length > 0) throw proposalProblem('proposal.weeks_past', { weeks: weeksSaid(past) })
  return weeks
}

type Of = { readonly areaId: AreaId; readonly day: PlainDate }
/** Who is met by which turn. */
async function turnsOf(
  db: Db,
  of: Of,
  { needs, months, homes }: { needs: readonly proposals.NeedOf[]; months: number | null; homes: Map<AreaId, AreaId> },
) {
  const people = [...new Set(needs.map(({ officialId }) => officialId))]
  const standings = new Map(
    (await proposals.standingsOf(db, of, { people, months })).map((one) => [one.officialId, one]),
  )
  const places = [...new Set([...homes.keys(), ...homes.values()])]
  const burdened = new Map((await proposals.burdenedAmong(db, places, of.day)).map((one) => [one.areaId, one]))
  const meets = (need: proposals.NeedOf) => (turn: Turn) => {
    const [unit, home] = [burdened.get(need.unitId), burdened.get(homes.get(need.unitId) ?? need.unitId)]
    if (turn === 'newly_in_post') return standings.get(need.officialId)?.newly ?? false
    if (turn === 'difficult_area') return Boolean(unit?.difficult || home?.difficult)
    if (turn === 'border_area') return Boolean(unit?.border || home?.border)
    return need.source === turn
  }
  const gone = await proposals.goneAmong(db, of, people)
  const isGone = (who: OfficialId) => standings.get(who)?.gone || (gone.get(who)?.why ?? 'postless') !== 'postless'
  return { people, meets, isGone, goneSince: gone }
}

const yearsPlanned = 6
/** The year itself, and unless it is asked otherwise those from now on in which somebody may be taught instead. */
const yearsAsked = ({ year, coveredToo }: InputOf<typeof contract.showProposal>, day: PlainDate): number[] => [
  year,
  ...Array.from({ length: coveredToo ? 0 : yearsPlanned }, (_, at) => yearOf(day) + at).filter((one) => one !== year),
]

/** Of a topic and a person the seat of the year itself, else the earliest. */
function seatsThat(seats: readonly proposals.TakenSeat[], year: number): proposals.TakenSeat[] {
  const once = new Map<string, proposals.TakenSeat>()
  for (const seat of seats) {
    const key = `${seat.topicId} ${seat.officialId}`
    if (!once.has(key) || seat.planYear === year) once.set(key, seat)
  }
  return [...once.values()]
}

/** Everything that the answer is made from; `input` is null where nothing can be proposed. */
export async function readProposal({ db, actor, input: asked, today }: Asking) {
  const { areaId, year } = asked
  const over = await mustBeAble({ db, actor }, 'training.read', areaId)
  const day = asked.day ?? today
  const of = { areaId, day }
  const [weeks, carriedOut] = [weeksOf(asked, day), pricedOn(year, day)]
  const laidDown = await limitsOn(db, over, { day: carriedOut, year })
  const open = await proposals.topicsOver(db, of)
  const chosen = (asked.topics?.split(',') as FrameworkTopicId[] | undefined) ?? null
  const topics = open.filter(({ topicId }) => !chosen || chosen.includes(topicId))
  const needs = await proposals.needsOf(db, of, chosen)
  const homes = await proposals.homesOf(db, [...new Set(needs.map(({ unitId }) => unitId))], carriedOut)
  const months = numberOf(laidDown, 'newly_in_post')
  const { people, meets, isGone, goneSince } = await turnsOf(db, of, { needs, months, homes })
  const order = laidDown.find(({ kind }) => kind === 'first_turn')?.turns ?? []
  const wanted = needs.map(
    (need): Wanted => ({
      ...{ officialId: need.officialId, topicId: need.topicId, homeId: homes.get(need.unitId) ?? need.unitId },
      priority: priorityOf(order, meets(need)),
    }),
  )
  const seats = seatsThat(await proposals.takenBy(db, { ...of, years: yearsAsked(asked, day) }, people), year)
  const taken = seats.map(
    ({ officialId, topicId, weeks: held, planYear }): Taken => ({
      ...{ officialId, topicId, weeks: mondaysOf(planYear, held) },
    }),
  )
  const places = await proposals.placesUnder(db, { areaId, day: carriedOut })
  const placeIds = places.map((place) => place.areaId)
  const limits = limitsFor(laidDown, year)
  const ofTopics = topicsFor(open, {
    hoursADay: numberOf(laidDown, 'hours_a_day'),
    unsaidDays: asked.unsaidDays ?? null,
  })
  const input: ProposalInput | null = limits && {
    ...{ wanted: wanted.filter(({ officialId }) => !isGone(officialId)), taken, placeIds, limits },
    topics: ofTopics.filter(({ topicId }) => topics.some((one) => one.topicId === topicId)),
    ways: await proposals.waysTo(db, placeIds),
    weeks: mondaysOf(year, weeks),
  }
  const names = await namesOn(db, [areaId, ...new Set(wanted.map(({ homeId }) => homeId)), ...placeIds], carriedOut)
  return {
    ...{ areaId, year, day, over, open, chosen, topics, places, laidDown, seats, input, ofTopics, names },
    goneSince,
    gone: wanted.filter(({ officialId }) => isGone(officialId)),
    persons: new Map(needs.map(({ officialId, person }) => [officialId, person])),
  }
}
export type ProposalFacts = Awaited<ReturnType<typeof readProposal>>
