/** What is done with the lines of a plan: one added, changed, taken out, a name taken out of one. */
import { mergedOrTold } from '#features/people/audit/must.ts'
import type { Actor } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { changedIn } from '#kernel/event.ts'
import type { AreaId, PlanLineId, TrainingPlanId } from '#kernel/ids.ts'
import { same } from '#kernel/revisions.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { keepDropped } from '../../amend/queries.ts'
import { differences } from '../../amend/rules.ts'
import { trainingEvent } from '../../events.ts'
import * as contract from '../contract.ts'
import type { Line } from '../model.ts'
import {
  type MoneyAsked,
  mustAddUp,
  mustBeTopics,
  mustBeWeeks,
  mustCount,
  mustFit,
  mustHoldDraft,
  mustLieWithin,
  mustPrice,
} from '../must.ts'
import { planProblem } from '../problems.ts'
import { fieldsOf, type LineFields, lineSeen, type MoneyFields } from '../rules/lines.ts'
import { countedBase, countedFor, pricedOn } from '../rules/money.ts'
import { countEdit, type Held } from '../store/drafts.ts'
import { deleteLine, insertLine, linesOf, planOfLine, updateLine } from '../store/lines.ts'
import { deleteSeat, findSeat, freeSeats } from '../store/seats.ts'

type Asked = Omit<LineFields, 'money'> & { readonly money: readonly MoneyAsked[] }

/** As stored, but for its money; refuses a topic, place, week or size of class that cannot be. */
async function checked<L extends Omit<LineFields, 'money'>>(
  db: Db,
  of: Held,
  { said, was = null, today }: { said: L; was?: AreaId | null; today: PlainDate },
) {
  const topics = await mustBeTopics(db, of.areaId, [said.topicId])
  // A place that stands there already stays, also where its unit has ended since.
  const place = said.placeId === was ? null : said.placeId
  await mustLieWithin(db, { areaId: of.areaId, day: pricedOn(of.year, today) }, [place])
  mustBeWeeks(of.year, said.weeks)
  await mustFit(db, of, { lines: [said], today })
  const fields: L = { ...said, audience: tidy(said.audience), place: tidy(said.place), note: said.note.trim() }
  return { fields, code: topics.get(said.topicId)?.code ?? '' }
}

type Figures = Pick<Line, 'people' | 'classes'> & { readonly money: readonly Pick<MoneyFields, 'quantity' | 'dong'>[] }
const figuresOf = ({ people, classes, money }: Figures) => ({
  ...{ attendances: people, classes },
  dong: money.reduce((sum, { quantity, dong }) => sum + quantity * dong, 0),
})

type Told = { readonly what: 'added' | 'changed' | 'dropped'; readonly areaId: AreaId; readonly facts: object }
const told = (trainingPlanId: TrainingPlanId, { what, areaId, facts }: Told) =>
  happened(trainingEvent(`plan.line_${what}`, { subject: trainingPlanId, area: areaId, facts: { ...facts } }), {
    trainingPlanId,
  })

export const addLine = change(contract.addLine, async ({ db, actor, input, today }) => {
  const { trainingPlanId, planLineId, ...said } = input
  const held = await mustHoldDraft({ db, actor }, 'training.plan', trainingPlanId)
  const { fields, code } = await checked(db, held, { said, today })
  const money = await mustPrice(db, held, { money: said.money, today, line: said })
  await insertLine(db, { planId: trainingPlanId, areaId: held.areaId }, { ...fields, id: planLineId, money })
  await mustAddUp(db, trainingPlanId)
  await countEdit(db, trainingPlanId, actor.accountId)
  return told(trainingPlanId, {
    what: 'added',
    areaId: held.areaId,
    facts: { code, line: planLineId, ...figuresOf({ ...said, money }) },
  })
})

type By = { readonly db: Db; readonly actor: Actor; readonly today: PlainDate }

/** A line with the draft it is of, held; throws where there is none, or no draft. */
async function lineHeld(by: By, id: PlanLineId) {
  const trainingPlanId = await planOfLine(by.db, id)
  if (!trainingPlanId) throw planProblem('plan.line_not_found')
  const held = await mustHoldDraft(by, 'training.plan', trainingPlanId)
  const lines = await linesOf(by.db, trainingPlanId, { today: by.today, priced: null })
  const line = lines.find(({ planLineId }) => planLineId === id)
  if (!line) throw planProblem('plan.line_not_found')
  return { trainingPlanId, held, line }
}

/** What of money a person says: of what follows the line no quantity, by a norm no amount. */
const saidOf = ({ source, normId, what, quantity, dong, follows = null, times = null }: MoneyAsked) => ({
  ...{ source, normId, what, follows, times },
  ...{ quantity: countedBase({ follows }) ? null : quantity, dong: normId ? null : dong },
})
const countOf = (money: MoneyAsked) => {
  const { quantity, follows, times } = saidOf(money)
  return { quantity, follows, times }
}

/** Which stored row each row that is asked for is: the very same first, then one by the same norm at the same amount. */
function storedOf(asked: readonly MoneyAsked[], stored: readonly MoneyFields[]): (MoneyFields | undefined)[] {
  const left = [...stored]
  const taken = (is: (money: MoneyFields) => boolean) => {
    const at = left.findIndex(is)
    return at < 0 ? undefined : left.splice(at, 1)[0]
  }
  const whole = asked.map((one) => taken((money) => same(saidOf(money), saidOf(one))))
  return asked.map((one, at) => {
    const { normId, dong } = one
    return (
      whole[at] ?? taken((money) => normId !== null && normId === money.normId && (dong ?? money.dong) === money.dong)
    )
  })
}

/** A stored row at the amount that was written, whatever its norm says by now, with what else is asked of it. */
function kept(there: MoneyFields, asked: MoneyAsked, line: Asked): MoneyFields {
  const counted = mustCount({ ...there, source: asked.source, ...countAsked(asked) }, line)
  // For other people or classes than now it is until somebody says how many.
  if (same(countOf(there), countOf(asked)) && !countedBase(counted)) return counted
  return { ...counted, ofPeople: line.people, ofClasses: line.classes }
}
const countAsked = ({ quantity, follows = null, times = null }: MoneyAsked) => ({ quantity, follows, times })

export const changeLine = change(contract.changeLine, async ({ db, actor, input, today }) => {
  const { planLineId, was, ...wanted } = input
  const { trainingPlanId, held, line } = await lineHeld({ db, actor, today }, planLineId)
  const stored = fieldsOf(line)
  const now = lineSeen(line)
  const of = { areaId: held.areaId, subject: trainingPlanId, what: 'plan.line_changed', facts: { line: planLineId } }
  // What follows people and classes is compared as the line will have them: it is no money that anybody changed.
  const sized = { people: wanted.people ?? now.people, classes: wanted.classes ?? now.classes }
  const counted = <F extends { readonly money?: readonly MoneyAsked[] }>(fields: F) =>
    fields.money ? { ...fields, money: fields.money.map((one) => countedFor(one, sized)) } : fields
  const edit = { was: was ? counted(was) : null, wanted: counted(wanted), now: counted(now) }
  const set = await mergedOrTold(db, edit, of)
  const asked = { ...now, ...set } as Asked
  const { fields, code } = await checked(db, held, { said: asked, was: stored.placeId, today })
  // What was computed by a norm stays at its amount until the norm is chosen anew.
  const there = storedOf(asked.money, stored.money)
  const anew = asked.money.filter((_, at) => !there[at])
  const priced = await mustPrice(db, held, { money: anew, today, line: asked })
  const money = asked.money.flatMap((one, at) => {
    const row = there[at]
    return row ? kept(row, one, asked) : (priced.shift() ?? [])
  })
  const freed = asked.topicId === now.topicId ? 0 : await freeSeats(db, planLineId)
  if (asked.people < line.named - freed) throw planProblem('plan.too_many_seats', { named: line.named })
  await updateLine(db, held.areaId, { ...fields, id: planLineId, money })
  await mustAddUp(db, trainingPlanId)
  await countEdit(db, trainingPlanId, actor.accountId)
  const after = (await linesOf(db, trainingPlanId, { today, priced: null })).find(
    (one) => one.planLineId === planLineId,
  )
  const changes = after ? [...changedIn(line, after, ['people', 'classes', 'dong']), ...differences(line, after)] : []
  const facts = { code, line: planLineId, changes, ...(freed > 0 && { freed }) }
  return told(trainingPlanId, { what: 'changed', areaId: held.areaId, facts })
})

export const dropLine = change(contract.dropLine, async ({ db, actor, input, today }) => {
  const { trainingPlanId, held, line } = await lineHeld({ db, actor, today }, input.planLineId)
  await deleteLine(db, input.planLineId)
  if (held.amends) await keepDropped(db, trainingPlanId, { firstId: line.firstId, because: input.because })
  await countEdit(db, trainingPlanId, actor.accountId)
  const facts = { code: line.code, ...figuresOf(line), because: input.because }
  return told(trainingPlanId, { what: 'dropped', areaId: held.areaId, facts })
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
