/** What is asked of a plan and its lines before they are written. */
import { mustBeAble, overOf } from '#features/areas/must.ts'
import { findArea } from '#features/areas/queries.ts'
import { mustLive } from '#features/people/roster/must.ts'
import type { Actor, GrantedRight } from '#kernel/access.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { AreaId, FrameworkTopicId, OfficialId, ProgrammeId, TrainingPlanId } from '#kernel/ids.ts'
import { showNumber, type Vnd } from '#kernel/numbers.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { limitsOn } from '../limits/queries.ts'
import type { Follows } from './model.ts'
import { planProblem } from './problems.ts'
import { type LineFields, leastClasses, type MoneyFields } from './rules/lines.ts'
import { type Counted, countedBase, countedFor, pricedOn } from './rules/money.ts'
import { weeksIn, weeksSaid } from './rules/weeks.ts'
import { type Held, holdDraft, holdUnit, isNamedAgain, programmeUnit, standingOf } from './store/drafts.ts'
import { normsOn, topicsAmong, totalsOf, unitsWithin } from './store/lines.ts'
import { homesOf } from './store/seats.ts'

type By = { readonly db: Db; readonly actor: Actor }

/** A draft that the actor may work on, held until the change ends; refused in words where it is none, or its lines went on. */
export async function mustHoldDraft(by: By, right: GrantedRight, id: TrainingPlanId): Promise<Held> {
  const held = await mustHoldEvenCarried(by, right, id)
  if (held.carriedInto) throw planProblem('plan.carried_away')
  return held
}

/** Also a draft whose lines went on: into it they may come back. */
export async function mustHoldEvenCarried(by: By, right: GrantedRight, id: TrainingPlanId): Promise<Held> {
  const standing = await standingOf(by.db, id)
  if (!standing) throw planProblem('plan.not_found')
  await mustBeAble(by, right, standing.area_id)
  const held = standing.state === 'drafted' ? await holdDraft(by.db, id) : undefined
  if (held?.givenUp) throw planProblem('plan.given_up')
  if (held) return held
  // While it was waited for it was approved, or it was dropped or carried over.
  throw planProblem((await standingOf(by.db, id)) ? 'plan.fixed' : 'plan.not_found')
}

type Sized = Pick<LineFields, 'people' | 'classes'>
/** `code`: where several are written at once, and it is not plain which is meant. */
type Named = Sized & Pick<LineFields, 'weeks'> & { readonly code?: string }

type Then = { readonly day: PlainDate; readonly year: number }
/** How many the province lets into a class when the plan is carried out; null where it lays nothing down. */
const laidDown = async (db: Db, over: readonly AreaId[], of: Then): Promise<number | null> =>
  (await limitsOn(db, over, of)).find(({ kind }) => kind === 'largest_class')?.value ?? null

/** Refuses classes larger than the province lays down. */
export async function mustKeepLimit(
  db: Db,
  over: readonly AreaId[],
  { largestClass, ...of }: Then & Pick<Held, 'largestClass'>,
): Promise<void> {
  const largest = largestClass === null ? null : await laidDown(db, over, of)
  if (largest !== null && largestClass !== null && largestClass > largest)
    throw planProblem('plan.above_limit', { largest })
}

/** Refuses classes larger than the plan says they may be, or than the province lays down. */
export async function mustFit(
  db: Db,
  held: Pick<Held, 'largestClass' | 'areaId' | 'year'>,
  { lines, today }: { readonly lines: readonly Named[]; readonly today: PlainDate },
): Promise<void> {
  const of = { day: pricedOn(held.year, today), year: held.year }
  const laid = await laidDown(db, await overOf(db, held.areaId), of)
  // What the province lays down since the plan was begun holds for what is changed from now on.
  const largestClass =
    held.largestClass === null || laid === null ? (held.largestClass ?? laid) : Math.min(held.largestClass, laid)
  for (const line of lines) mustFitOne(line, largestClass)
}
function mustFitOne(line: Named, largestClass: number | null): void {
  const { people, classes } = line
  if (classes > people) throw planProblem('plan.too_many_classes')
  const least = largestClass === null ? 0 : leastClasses(people, largestClass)
  if (classes < least)
    throw planProblem('plan.class_too_large', { which: which(line), people, least, largest: largestClass ?? 0 })
}
/** Of a line among several: "CĐ3 (tuần 22): ". */
function which({ code, weeks }: Named): Said {
  if (!code) return { vi: '', en: '' }
  const [vi, en] = weeks.length > 0 ? [` (tuần ${weeksSaid(weeks)})`, ` (weeks ${weeksSaid(weeks)})`] : ['', '']
  return { vi: `${code}${vi}: `, en: `${code}${en}: ` }
}

/** A programme of the nation, of a unit above or of one that has ended: of another's nobody plans. */
export async function mustBeProgrammeFor(
  db: Db,
  { over, today }: { readonly over: readonly AreaId[]; readonly today: PlainDate },
  programme: ProgrammeId,
): Promise<void> {
  const of = await programmeUnit(db, programme)
  if (!of || over.includes(of)) return
  const unit = await findArea(db, of, today)
  if (unit) throw planProblem('plan.programme_elsewhere', { unit: unit.name })
}

/** Refuses a second plan of the same name for a year and a programme: nobody could tell which of them is meant. */
export async function mustBeNamedOnce(db: Db, named: Parameters<typeof isNamedAgain>[1], self: TrainingPlanId) {
  await holdUnit(db, named.areaId)
  if (await isNamedAgain(db, named, self)) throw planProblem('plan.same_name', { year: String(named.year) })
}

/** Refuses topics that are of no framework approved for the unit of the plan. */
export async function mustBeTopics(db: Db, areaId: AreaId, ids: readonly FrameworkTopicId[]) {
  const topics = await topicsAmong(db, await overOf(db, areaId), [...new Set(ids)])
  const byId = new Map(topics.map((topic) => [topic.topicId, topic]))
  if (ids.some((id) => !byId.has(id))) throw planProblem('plan.topic_not_approved')
  return byId
}

/** Refuses places outside the unit of the plan, or that no longer stand when it is carried out. */
export async function mustLieWithin(
  db: Db,
  { areaId, day }: { readonly areaId: AreaId; readonly day: PlainDate },
  places: readonly (AreaId | null)[],
): Promise<void> {
  const asked = [...new Set(places.filter((place) => place !== null))]
  if (asked.length === 0) return
  const within = await unitsWithin(db, { unit: areaId, day }, asked)
  if (asked.some((place) => !within.has(place))) throw planProblem('plan.place_elsewhere')
}

/** Of a plan: what nobody spends or teaches in a year. A thousand such plans still add up exactly. */
const most = { lines: 2_000, people: 1_000_000, dong: 9_000_000_000_000 }
const figure = (value: number): Said => ({ vi: showNumber(value), en: value.toLocaleString('en') })
const mostSaid = { lines: figure(most.lines), people: figure(most.people), dong: figure(most.dong) }
/** Asked once the lines are written, while the draft is held. */
export async function mustAddUp(db: Db, plan: TrainingPlanId): Promise<void> {
  const { lines, people, dong } = await totalsOf(db, plan)
  if (lines > most.lines || Number(people) > most.people || Number(dong) > most.dong)
    throw planProblem('plan.too_much', mostSaid)
}

export function mustBeWeeks(year: number, weeks: readonly number[]): void {
  if (weeks.some((week) => week > weeksIn(year))) throw planProblem('plan.week', { year, weeks: weeksIn(year) })
}

/** As the money of a line is asked for: what it follows is not said by the first versions. */
export type MoneyAsked = Pick<MoneyFields, 'source' | 'normId' | 'what' | 'quantity'> & {
  readonly dong: Vnd | null
  readonly follows?: Follows | null
  readonly times?: number | null
}

const mostQuantity = 1_000_000
/** With the quantity of what follows the people or classes of the line; refused where it is not said how many for each. */
export function mustCount<M extends Counted>(money: M, line: Sized): M & Required<Counted> {
  const counted = countedFor(money, line)
  if ((counted.times === null) !== (countedBase(counted) === null)) throw planProblem('plan.times_unsaid')
  if (counted.quantity > mostQuantity)
    throw planProblem('plan.quantity_far', { quantity: counted.quantity, most: mostQuantity })
  return counted
}

/** The amounts as the norms say them on the day that the plan is computed by. */
export async function mustPrice(
  db: Db,
  of: Held,
  { money, today, line }: { money: readonly MoneyAsked[]; today: PlainDate; line: Sized },
) {
  const day = pricedOn(of.year, today)
  const asked = money.flatMap(({ normId }) => (normId ? [normId] : []))
  const found = asked.length > 0 ? await normsOn(db, asked, { over: await overOf(db, of.areaId), day }) : []
  const byAsked = new Map(found.map((norm) => [norm.asked, norm]))
  const { people: ofPeople, classes: ofClasses } = line
  return money.map((asked): MoneyFields => {
    const one = { ...mustCount(asked, line), ofPeople, ofClasses }
    if (!one.normId) {
      if (!one.what.trim() || one.dong === null) throw planProblem('plan.money_unsaid')
      return { ...one, what: one.what.trim(), dong: one.dong }
    }
    const norm = byAsked.get(one.normId)
    if (!norm) throw planProblem('plan.norm_not_then', { day: showDate(day) })
    return { ...one, normId: norm.normId, dong: norm.dong, what: '' }
  })
}

type Seats = { readonly people: number; readonly officialIds: readonly OfficialId[] }
/** From where the people named in these lines come; refuses more than a line is for, and who is not of the unit. */
export async function mustBePeople(
  db: Db,
  at: { readonly areaId: AreaId; readonly day: PlainDate },
  lines: readonly Seats[],
): Promise<ReadonlyMap<OfficialId, AreaId>> {
  const crowded = lines.find(({ people, officialIds }) => officialIds.length > people)
  if (crowded) throw planProblem('plan.too_many_seats', { named: crowded.officialIds.length })
  const named = [...new Set(lines.flatMap(({ officialIds }) => officialIds))]
  const homes = await homesOf(db, at, named)
  if (homes.size < named.length) throw planProblem('plan.seat_unknown')
  await mustLive(db, named, { from: at.day, until: null })
  return homes
}
