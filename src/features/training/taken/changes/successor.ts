/**
 * A unit has ended: what its draft plans goes into a draft of what came of it, with the names. Where the end was a mistake, what
 * came from the unit goes back to it the same way, as it was.
 */
import { mustBeAble, overOf } from '#features/areas/must.ts'
import { findArea, levelOf } from '#features/areas/queries.ts'
import { stoodOn } from '#features/areas/views.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, TrainingPlanId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { deleteSendings, hasComments } from '../../comments/queries.ts'
import { trainingEvent } from '../../events.ts'
import { isPlanLevel } from '../../plan/model.ts'
import { mustAddUp, mustBeProgrammeFor, mustFit, mustHoldDraft, mustHoldEvenCarried } from '../../plan/must.ts'
import { planProblem } from '../../plan/problems.ts'
import { fieldsOf } from '../../plan/rules/lines.ts'
import { pricedOn } from '../../plan/rules/money.ts'
import * as plans from '../../plan/store/drafts.ts'
import { carriedOutBy, parentOf } from '../../plan/store/hanging.ts'
import { deleteLine, insertLine, linesOf, unitsWithin } from '../../plan/store/lines.ts'
import { homesOf, insertSeats, takeSeats } from '../../plan/store/seats.ts'
import * as contract from '../contract.ts'
import { type Head, headsOf, type Origin, originsOf, writeHeads, writeOrigins } from '../store/origins.ts'

type Into = {
  readonly intoId: TrainingPlanId
  readonly areaId: AreaId
  readonly by: AccountId
  readonly today: PlainDate
}

/** What a draft says besides its lines. */
async function headOf(db: Db, plan: TrainingPlanId, held: plans.Held): Promise<Head> {
  const { areaId: unit, name, programmeId, largestClass, largestClassBy, note, purpose, execution } = held
  const said = { name, programmeId, largestClass, largestClassBy, note, purpose, execution }
  return { unit, parentId: (await parentOf(db, plan)) ?? null, said }
}

/** Begins a draft that says what the head says, under the same plan above where nothing carries that out yet. */
async function beginAlike(db: Db, head: Head, { intoId, areaId, year, by, today }: Into & { year: number }) {
  const level = (await findArea(db, areaId, today))?.level ?? (await levelOf(db, areaId)) ?? undefined
  if (!isPlanLevel(level)) throw planProblem('plan.not_of_unit')
  await plans.holdUnit(db, areaId)
  const above = head.parentId
  const parentId = above && !(await carriedOutBy(db, above, areaId)) ? above : null
  await plans.insertPlan(db, { ...head.said, reason: '', id: intoId, areaId, level, year, parentId, by })
}

type Lines = Awaited<ReturnType<typeof linesOf>>
type Origins = Awaited<ReturnType<typeof originsOf>>

/**
 * What goes to the unit: all lines to a successor; back to a unit those that came from it, and with the last of such units
 * those that were written since. Null where the unit is neither.
 */
function goingTo(
  areaId: AreaId,
  { lines, origins, isSuccessor }: Whole,
): { readonly back: boolean; readonly lines: Lines } | null {
  const before = ({ planLineId }: Lines[number]) => origins.get(planLineId)?.at(-1)?.unit
  const mine = lines.filter((line) => before(line) === areaId)
  if (mine.length === 0) return isSuccessor ? { back: false, lines } : null
  const others = lines.some((line) => before(line) !== undefined && before(line) !== areaId)
  return { back: true, lines: others ? mine : lines }
}
type Whole = { readonly lines: Lines; readonly origins: Origins; readonly isSuccessor: boolean }

/** A line in the draft of the successor: a place that stands no more is kept in words. */
function over(
  line: Lines[number],
  { from, within, origins }: { from: AreaId; within: ReadonlySet<AreaId>; origins: readonly Origin[] },
) {
  const { placeId, place, placeName } = line
  const stays = placeId === null || within.has(placeId)
  const wrote = (stays ? place : place || (placeName ?? '')).slice(0, 200)
  const said = { ...fieldsOf(line), placeId: stays ? placeId : null, place: wrote }
  return { said, origins: [...origins, { unit: from, placeId, place, wrote }] }
}

/** A line in the draft of the unit from which it came: its place is as it was there, unless somebody wrote another since. */
function backTo(line: Lines[number], { from, origins }: { from: AreaId; origins: readonly Origin[] }) {
  const { placeId, place, placeName } = line
  const was = origins.at(-1)
  const asWas = was && placeId === null && place === was.wrote
  const words = placeId === from ? { placeId: null, place: (place || (placeName ?? '')).slice(0, 200) } : {}
  const said = { ...fieldsOf(line), ...words, ...(asWas && { placeId: was.placeId, place: was.place }) }
  return { said, origins: origins.slice(0, -1) }
}

export const carryOver = change(contract.carryOver, async ({ db, actor, input, today }) => {
  const { trainingPlanId, areaId, intoId, edits } = input
  const held = await mustHoldDraft({ db, actor }, 'training.plan', trainingPlanId)
  if (held.edits !== edits) throw planProblem('plan.changed_since')
  await mustBeAble({ db, actor }, 'training.plan', areaId)
  const isSuccessor = (await stoodOn(db, [held.areaId], today)).some((one) => one.areaId === areaId)
  const whole = await linesOf(db, trainingPlanId, { today, priced: null })
  const origins = await originsOf(db, trainingPlanId)
  const going = goingTo(areaId, { lines: whole, origins, isSuccessor })
  if (held.amends || areaId === held.areaId || !going) throw planProblem('plan.not_successor')
  const { back, lines } = going
  const own = await headOf(db, trainingPlanId, held)
  const heads = await headsOf(db, trainingPlanId)
  const head = (back && heads.findLast(({ unit }) => unit === areaId)) || own
  if (await plans.standingOf(db, intoId)) {
    const into = await mustHoldEvenCarried({ db, actor }, 'training.plan', intoId)
    if (into.areaId !== areaId || into.year !== held.year) throw planProblem('plan.into_other')
    // A draft whose lines went on is done with, until they come back into it.
    if (into.carriedInto && !back) throw planProblem('plan.carried_away')
    if (into.carriedInto) await plans.setCarriedInto(db, intoId, null)
    await mustFit(db, into, { lines, today })
  } else {
    await mustBeProgrammeFor(db, { over: await overOf(db, areaId), today }, head.said.programmeId)
    await beginAlike(db, head, { intoId, areaId, year: held.year, by: actor.accountId, today })
  }
  // They have one seat: it leaves the one before it stands in the other.
  const seats = await takeSeats(
    db,
    lines.map(({ planLineId }) => planLineId),
  )
  const people = seats.map(({ officialId }) => officialId)
  const homes = new Map([
    ...seats.map(({ officialId, fromId }) => [officialId, back && fromId === held.areaId ? areaId : fromId] as const),
    ...(await homesOf(db, { areaId, day: today }, people)),
  ])
  const places = lines.flatMap(({ placeId }) => (placeId ? [placeId] : []))
  const within = await unitsWithin(db, { unit: areaId, day: pricedOn(held.year, today) }, places)
  for (const line of lines) {
    const id = newId<'plan_line'>()
    const of = { from: held.areaId, within, origins: origins.get(line.planLineId) ?? [] }
    const there = back ? backTo(line, of) : over(line, of)
    await insertLine(db, { planId: intoId, areaId }, { ...there.said, id })
    await writeOrigins(db, id, there.origins)
    const officialIds = seats.filter(({ lineId }) => lineId === line.planLineId).map(({ officialId }) => officialId)
    await insertSeats(
      db,
      { id, planId: intoId, areaId, year: held.year, topicId: line.topicId },
      { officialIds, homes },
    )
  }
  // Heads go with the lines that came by them; of a draft that is carried on, its own too.
  const along = heads.filter((one) => one !== head && lines.some((line) => cameBy(origins.get(line.planLineId), one)))
  const [there, here] = back
    ? [along, heads.filter((one) => one !== head && !along.includes(one))]
    : [[...heads, own], []]
  await writeHeads(db, intoId, [...(await headsOf(db, intoId)), ...there])
  await writeHeads(db, trainingPlanId, here)
  await mustAddUp(db, intoId)
  await plans.countEdit(db, intoId, actor.accountId)
  await leave(db, trainingPlanId, {
    by: actor.accountId,
    into: intoId,
    gone: lines,
    all: lines.length === whole.length,
  })
  const facts = { plan: held.name, added: lines.length, people: new Set(people).size }
  const left = { subject: trainingPlanId, area: held.areaId, facts: { ...facts, into: intoId } }
  return happened(
    trainingEvent('plan.carried_over', { subject: intoId, area: areaId, facts }),
    { trainingPlanId: intoId },
    [trainingEvent('plan.carried_over', left)],
  )
})

const cameBy = (origins: readonly Origin[] | undefined, { unit }: Head): boolean =>
  origins?.some((one) => one.unit === unit) ?? false

type Left = {
  readonly by: AccountId
  readonly into: TrainingPlanId
  readonly gone: Lines
  readonly all: boolean
}
/** What stays of the draft: lines that did not go; else what units said of it, and it is done with; else nothing. */
async function leave(db: Db, plan: TrainingPlanId, { by, into, gone, all }: Left): Promise<void> {
  const stays = !all || (await hasComments(db, plan))
  if (!stays) {
    await deleteSendings(db, plan)
    return plans.deletePlan(db, plan)
  }
  for (const { planLineId } of gone) await deleteLine(db, planLineId)
  if (all) await plans.setCarriedInto(db, plan, into)
  await plans.countEdit(db, plan, by)
}
