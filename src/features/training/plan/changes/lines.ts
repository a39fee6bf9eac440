/** What is done with the lines of a plan: one added, changed, taken out, many taken from a proposal, a name taken out of one. */
import type { Actor } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, PlanLineId, TrainingPlanId } from '#kernel/ids.ts'
import { same } from '#kernel/revisions.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { trainingEvent } from '../../events.ts'
import { postsSaid } from '../columns.ts'
import * as contract from '../contract.ts'
import type { Line } from '../model.ts'
import {
  type MoneyAsked,
  mustAddUp,
  mustBePeople,
  mustBeTopics,
  mustBeWeeks,
  mustFit,
  mustHoldDraft,
  mustLieWithin,
  mustPrice,
} from '../must.ts'
import { planProblem } from '../problems.ts'
import { countEdit, type Held } from '../queries.ts'
import { pricedOn } from '../rules.ts'
import {
  deleteLine,
  insertLine,
  type LineFields,
  linesOf,
  type MoneyFields,
  planOfLine,
  updateLine,
} from '../store/lines.ts'
import { deleteSeat, findSeat, freeSeats, insertSeats } from '../store/seats.ts'
import { mergedOrTold } from './plans.ts'

type Asked = Omit<LineFields, 'money'> & { readonly money: readonly MoneyAsked[] }

/** As stored, but for its money; refuses a topic, place, week or size of class that cannot be. */
async function checked<L extends Omit<LineFields, 'money'>>(
  db: Db,
  of: Held,
  { said, today }: { said: L; today: PlainDate },
) {
  const topics = await mustBeTopics(db, of.areaId, [said.topicId])
  await mustLieWithin(db, { areaId: of.areaId, day: pricedOn(of.year, today) }, [said.placeId])
  mustBeWeeks(of.year, said.weeks)
  await mustFit(db, of, { lines: [said], today })
  const fields: L = { ...said, audience: tidy(said.audience), place: tidy(said.place), note: said.note.trim() }
  return { fields, code: topics.get(said.topicId)?.code ?? '' }
}

type Told = { readonly what: 'added' | 'changed' | 'dropped'; readonly areaId: AreaId; readonly facts: object }
const told = (trainingPlanId: TrainingPlanId, { what, areaId, facts }: Told) =>
  happened(trainingEvent(`plan.line_${what}`, { subject: trainingPlanId, area: areaId, facts: { ...facts } }), {
    trainingPlanId,
  })

export const addLine = change(contract.addLine, async ({ db, actor, input, today }) => {
  const { trainingPlanId, planLineId, ...said } = input
  const held = await mustHoldDraft({ db, actor }, 'training.plan', trainingPlanId)
  const { fields, code } = await checked(db, held, { said, today })
  const money = await mustPrice(db, held, { money: said.money, today })
  await insertLine(db, { planId: trainingPlanId, areaId: held.areaId }, { ...fields, id: planLineId, money })
  await mustAddUp(db, trainingPlanId)
  await countEdit(db, trainingPlanId, actor.accountId)
  return told(trainingPlanId, { what: 'added', areaId: held.areaId, facts: { code, line: planLineId } })
})

type By = { readonly db: Db; readonly actor: Actor; readonly today: PlainDate }

/** A line with the draft it is of, held; throws where there is none, or no draft. */
async function lineHeld(by: By, id: PlanLineId) {
  const trainingPlanId = await planOfLine(by.db, id)
  if (!trainingPlanId) throw planProblem('plan.line_not_found')
  const held = await mustHoldDraft(by, 'training.plan', trainingPlanId)
  const lines = await linesOf(by.db, trainingPlanId, { today: by.today, priced: pricedOn(held.year, by.today) })
  const line = lines.find(({ planLineId }) => planLineId === id)
  if (!line) throw planProblem('plan.line_not_found')
  return { trainingPlanId, held, line }
}

/** A line as it is changed: what is shown of it besides is not. */
const fieldsOf = ({ topicId, audience, people, classes, placeId, place, weeks, note, money }: Line): LineFields => ({
  ...{ topicId, audience, people, classes, placeId, place, weeks, note },
  money: money.map(({ source, normId, what, quantity, dong }) => ({
    ...{ source, normId, what: normId ? '' : what, quantity, dong },
  })),
})

/** Whether money is asked for as it was written; by a norm the amount is the norm's, not said. */
const isAsWritten = ({ dong, ...money }: MoneyFields, { dong: said, ...asked }: MoneyAsked): boolean =>
  same(money, asked) && (asked.normId !== null || dong === said)

export const changeLine = change(contract.changeLine, async ({ db, actor, input, today }) => {
  const { planLineId, was, ...wanted } = input
  const { trainingPlanId, held, line } = await lineHeld({ db, actor, today }, planLineId)
  const now = fieldsOf(line)
  const of = { areaId: held.areaId, subject: trainingPlanId, what: 'plan.line_changed', line: planLineId }
  const set = await mergedOrTold(db, { was: was ?? null, wanted, now }, of)
  const asked = { ...now, ...set } as Asked
  const { fields, code } = await checked(db, held, { said: asked, today })
  // What was not touched stays as it was computed, row by row.
  const stands = (one: MoneyAsked) => now.money.find((money) => isAsWritten(money, one))
  const priced = await mustPrice(db, held, { money: asked.money.filter((one) => !stands(one)), today })
  const money = asked.money.flatMap((one) => stands(one) ?? priced.shift() ?? [])
  const freed = asked.topicId === now.topicId ? 0 : await freeSeats(db, planLineId)
  if (asked.people < line.named - freed) throw planProblem('plan.too_many_seats', { named: line.named })
  await updateLine(db, held.areaId, { ...fields, id: planLineId, money })
  await mustAddUp(db, trainingPlanId)
  await countEdit(db, trainingPlanId, actor.accountId)
  const facts = { code, line: planLineId, ...(freed > 0 && { freed }) }
  return told(trainingPlanId, { what: 'changed', areaId: held.areaId, facts })
})

export const dropLine = change(contract.dropLine, async ({ db, actor, input, today }) => {
  const { trainingPlanId, held, line } = await lineHeld({ db, actor, today }, input.planLineId)
  await deleteLine(db, input.planLineId)
  await countEdit(db, trainingPlanId, actor.accountId)
  const facts = { code: line.code, because: input.because }
  return told(trainingPlanId, { what: 'dropped', areaId: held.areaId, facts })
})

export const takeLines = change(contract.takeLines, async ({ db, actor, input, today }) => {
  const { trainingPlanId, lines } = input
  const held = await mustHoldDraft({ db, actor }, 'training.plan', trainingPlanId)
  const { areaId } = held
  const topicIds = lines.map(({ topicId }) => topicId)
  const topics = await mustBeTopics(db, areaId, topicIds)
  const placeIds = lines.map(({ placeAreaId }) => placeAreaId)
  await mustLieWithin(db, { areaId, day: pricedOn(held.year, today) }, placeIds)
  await mustFit(db, held, { lines, today })
  const homes = await mustBePeople(db, { areaId, day: today }, lines)
  for (const { topicId, placeAreaId: placeId, weeks, people, classes, officialIds } of lines) {
    const id = newId<'plan_line'>()
    mustBeWeeks(held.year, weeks)
    const audience = postsSaid(topics.get(topicId)?.posts ?? [])
    const said = { topicId, audience, people, classes, placeId, place: '', weeks, note: '', money: [] }
    await insertLine(db, { planId: trainingPlanId, areaId }, { ...said, id })
    await insertSeats(db, { id, planId: trainingPlanId, areaId, year: held.year, topicId }, { officialIds, homes })
  }
  await mustAddUp(db, trainingPlanId)
  await countEdit(db, trainingPlanId, actor.accountId)
  const facts = { added: lines.length, people: homes.size }
  return happened(trainingEvent('plan.lines_taken', { subject: trainingPlanId, area: areaId, facts }), {
    trainingPlanId,
  })
})

export const dropSeat = change(contract.dropSeat, async ({ db, actor, input }) => {
  const { planSeatId, because } = input
  const seat = await findSeat(db, planSeatId)
  if (!seat) throw planProblem('plan.seat_not_found')
  const { planId: trainingPlanId, officialId, code, lineId: line } = seat
  const { areaId } = await mustHoldDraft({ db, actor }, 'training.plan', trainingPlanId)
  await deleteSeat(db, planSeatId)
  await countEdit(db, trainingPlanId, actor.accountId)
  const facts = { code, line, official: officialId, because }
  return happened(trainingEvent('plan.seat_dropped', { subject: trainingPlanId, area: areaId, facts }), {
    trainingPlanId,
  })
})
