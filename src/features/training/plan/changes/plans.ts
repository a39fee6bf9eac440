/** What is done with a plan: begun, changed, dropped, computed anew. Its lines: lines.ts. */
import { mustBeAble, overOf } from '#features/areas/must.ts'
import { findArea, stateNear } from '#features/areas/queries.ts'
import { mergedOrTold } from '#features/people/audit/must.ts'
import { type PlainDate, plainDate, showDate, yearOf } from '#kernel/dates.ts'
import { changedIn } from '#kernel/event.ts'
import { tidy } from '#kernel/text.ts'
import { change, happened } from '#platform/server/handle.ts'
import { mustAmend, mustChange } from '../../amend/must.ts'
import { deleteSendings, hasComments } from '../../comments/queries.ts'
import { trainingEvent } from '../../events.ts'
import { keepSigned } from '../../printed/inputs.ts'
import { putLines } from '../../taken/changes/proposal.ts'
import * as contract from '../contract.ts'
import { isPlanLevel } from '../model.ts'
import { mustAddUp, mustBeNamedOnce, mustBeProgrammeFor, mustHoldDraft, mustKeepLimit } from '../must.ts'
import { planProblem } from '../problems.ts'
import { leastClasses } from '../rules/lines.ts'
import { pricedOn } from '../rules/money.ts'
import * as plans from '../store/drafts.ts'
import { carriedOutBy, isApprovedAbove, isCalledOff } from '../store/hanging.ts'
import { linesOf, repriceLines, totalsOf } from '../store/lines.ts'

const tidied = (said: plans.Particulars): plans.Particulars => ({
  ...said,
  name: tidy(said.name),
  largestClassBy: said.largestClassBy.trim(),
  reason: said.reason.trim(),
  purpose: said.purpose.trim(),
  execution: said.execution.trim(),
})

export const beginPlan = change(contract.beginPlan, async ({ db, actor, input, today }) => {
  const { trainingPlanId, areaId, year, parentId, purpose = '', execution = '', lines, ...rest } = input
  const said = { ...rest, purpose, execution, reason: '' }
  const over = await mustBeAble({ db, actor }, 'training.plan', areaId)
  const [first, last] = [yearOf(today) - 5, yearOf(today) + 5]
  if (year < first || year > last) throw planProblem('plan.year_far', { first: String(first), last: String(last) })
  const level = (await findArea(db, areaId, today))?.level
  if (!isPlanLevel(level)) throw planProblem('plan.not_of_unit')
  const above = { over: over.filter((unit) => unit !== areaId), year }
  if (parentId) {
    if (!(await isApprovedAbove(db, parentId, above))) throw planProblem('plan.parent')
    if (await isCalledOff(db, parentId, today)) throw planProblem('plan.parent_called_off')
    await plans.holdUnit(db, areaId)
    const there = await carriedOutBy(db, parentId, areaId)
    if (there) throw planProblem('plan.carried_out', { name: there.name })
  }
  await mustBeProgrammeFor(db, { over, today }, said.programmeId)
  await mustBeNamedOnce(db, { ...tidied(said), areaId, year }, trainingPlanId)
  await mustKeepLimit(db, over, { ...said, day: pricedOn(year, today), year })
  const made = { id: trainingPlanId, areaId, level, year, parentId, by: actor.accountId }
  await plans.insertPlan(db, { ...tidied(said), ...made })
  const event = trainingEvent('plan.begun', { subject: trainingPlanId, area: areaId, facts: { year } })
  // With the classes of a proposal, or not at all.
  const taken = lines ? [await putLines({ db, actor, today }, { trainingPlanId, lines })] : []
  return happened(event, { trainingPlanId }, taken)
})

export const changePlan = change(contract.changePlan, async ({ db, actor, input, today }) => {
  const { trainingPlanId, was, ...wanted } = input
  const held = await mustHoldDraft({ db, actor }, 'training.plan', trainingPlanId)
  const {
    areaId,
    year,
    amends,
    amendment: _nth,
    edits: _edits,
    workedBy: _by,
    carriedInto: _into,
    givenUp: _up,
    ...now
  } = held
  const of = { areaId, subject: trainingPlanId, what: 'plan.changed' }
  const set = await mergedOrTold(db, { was: was ?? null, wanted, now }, of)
  const said = tidied({ ...now, ...set } as plans.Particulars)
  if (amends && said.programmeId !== now.programmeId) throw planProblem('plan.amendment_programme')
  if ((amends === null) !== (said.reason === '')) throw planProblem('plan.amendment_reason')
  if (said.programmeId !== now.programmeId)
    await mustBeProgrammeFor(db, { over: await overOf(db, areaId), today }, said.programmeId)
  if (said.name !== now.name || said.programmeId !== now.programmeId)
    await mustBeNamedOnce(db, { ...said, areaId, year }, trainingPlanId)
  const { largestClass } = said
  if (largestClass !== now.largestClass)
    await mustKeepLimit(db, await overOf(db, areaId), { largestClass, day: pricedOn(year, today), year })
  if (largestClass !== null) {
    const lines = await linesOf(db, trainingPlanId, { today, priced: null })
    const large = lines.filter(({ people, classes }) => classes < leastClasses(people, largestClass))
    if (large.length > 0) throw planProblem('plan.lines_too_large', { codes: large.map(({ code }) => code).join(', ') })
  }
  await plans.updatePlan(db, trainingPlanId, said)
  await plans.countEdit(db, trainingPlanId, actor.accountId)
  const event = trainingEvent('plan.changed', {
    ...{ subject: trainingPlanId, area: areaId, facts: { changes: changedIn(now, said, Object.keys(now)) } },
  })
  return happened(event, { trainingPlanId })
})

/** What units have commented on stays, without its lines, for what they said. */
export const dropPlan = change(contract.dropPlan, async ({ db, actor, input, today }) => {
  const { trainingPlanId, because } = input
  const { areaId, year, name } = await mustHoldDraft({ db, actor }, 'training.plan', trainingPlanId)
  if (await hasComments(db, trainingPlanId)) await plans.giveUp(db, trainingPlanId, { on: today, because })
  else {
    await deleteSendings(db, trainingPlanId)
    await plans.deletePlan(db, trainingPlanId)
  }
  const event = trainingEvent('plan.dropped', {
    subject: trainingPlanId,
    area: areaId,
    facts: { plan: name, year, because },
  })
  return happened(event, { trainingPlanId })
})

export const repricePlan = change(contract.repricePlan, async ({ db, actor, input, today }) => {
  const { trainingPlanId, edits } = input
  const held = await mustHoldDraft({ db, actor }, 'training.plan', trainingPlanId)
  if (held.edits !== edits) throw planProblem('plan.changed_since')
  const day = pricedOn(held.year, today)
  const { dong: before } = await totalsOf(db, trainingPlanId)
  const changed = await repriceLines(db, trainingPlanId, day)
  if (changed === 0) throw planProblem('plan.nothing_to_price')
  await mustAddUp(db, trainingPlanId)
  await plans.countEdit(db, trainingPlanId, actor.accountId)
  const { dong: after } = await totalsOf(db, trainingPlanId)
  const changes = changedIn({ dong: Number(before) }, { dong: Number(after) }, ['dong'])
  const facts = { changed, day, changes }
  return happened(trainingEvent('plan.repriced', { subject: trainingPlanId, area: held.areaId, facts }), {
    trainingPlanId,
  })
})

export const submitPlan = change(contract.submitPlan, async ({ db, actor, input, today }) => {
  const { trainingPlanId, edits } = input
  const held = await mustHoldDraft({ db, actor }, 'training.plan', trainingPlanId)
  if (held.edits !== edits) throw planProblem('plan.changed_since')
  const { until } = await stateNear(db, held.areaId, today)
  if (until !== null && until <= today) throw planProblem('plan.unit_ended', { day: showDate(until) })
  if (!held.amends && (await totalsOf(db, trainingPlanId)).lines === 0) throw planProblem('plan.no_lines')
  if (held.amends) {
    const lines = await linesOf(db, trainingPlanId, { today, priced: null })
    await mustChange(db, held, { id: trainingPlanId, lines, decidedOn: today })
  }
  await plans.submit(db, trainingPlanId, today)
  const event = trainingEvent('plan.submitted', {
    ...{ subject: trainingPlanId, area: held.areaId, facts: { year: held.year } },
  })
  return happened(event, { trainingPlanId })
})

export const recallPlan = change(contract.recallPlan, async ({ db, actor, input }) => {
  const { trainingPlanId, edits } = input
  const held = await mustHoldDraft({ db, actor }, 'training.plan', trainingPlanId)
  if (held.edits !== edits || !(await plans.recall(db, trainingPlanId))) throw planProblem('plan.not_submitted')
  const event = trainingEvent('plan.recalled', {
    ...{ subject: trainingPlanId, area: held.areaId, facts: { year: held.year } },
  })
  return happened(event, { trainingPlanId })
})

/** A plan is decided from the year before it on, and not in days to come. */
export function mustBePlausible(on: PlainDate, { year, today }: { year: number; today: PlainDate }): void {
  const [first, end] = [plainDate(`${year - 1}-01-01`), plainDate(`${year}-12-31`)]
  const last = end < today ? end : today
  if (first > last) throw planProblem('plan.not_yet', { year: String(year), first: showDate(first) })
  if (on < first || on > last) throw planProblem('plan.day_far', { first: showDate(first), last: showDate(last) })
}

export const approvePlan = change(contract.approvePlan, async ({ db, actor, input, today, services }) => {
  const { trainingPlanId, decidedOn, issuer, signer, edits } = input
  const number = tidy(input.number)
  const held = await mustHoldDraft({ db, actor }, 'training.decide', trainingPlanId)
  if (held.workedBy.includes(actor.accountId)) throw planProblem('plan.own_draft')
  if (held.edits !== edits) throw planProblem('plan.changed_since')
  const lines = await linesOf(db, trainingPlanId, { today, priced: null })
  // An amendment that leaves no line calls the plan off.
  if (lines.length === 0 && !held.amends) throw planProblem('plan.no_lines')
  mustBePlausible(decidedOn, { year: held.year, today })
  // Two of a unit that are approved in one second are counted one after the other.
  await plans.holdAround(db, trainingPlanId)
  const before = await plans.stepsBefore(db, trainingPlanId)
  if (before.parent && decidedOn < before.parent)
    throw planProblem('plan.before_parent', { day: showDate(before.parent) })
  if (before.sent && decidedOn < before.sent) throw planProblem('plan.before_sent', { day: showDate(before.sent) })
  if (before.framework && decidedOn < before.framework)
    throw planProblem('plan.before_framework', { day: showDate(before.framework) })
  if (!(await findArea(db, held.areaId, decidedOn))) throw planProblem('plan.unit_gone', { day: showDate(decidedOn) })
  if (await plans.isNumberTaken(db, held.areaId, { number, on: decidedOn })) throw planProblem('plan.number_taken')
  if (held.amends) await mustAmend(db, held, { id: trainingPlanId, lines, decidedOn })
  const by = { by: actor.accountId, signer: signer ? { ...signer, name: tidy(signer.name) } : null }
  const said = { number, on: decidedOn, issuer: tidy(issuer), ...by }
  if (!(await plans.approve(db, trainingPlanId, said))) throw planProblem('plan.fixed')
  const { areaId, amends } = held
  await keepSigned(db, { id: trainingPlanId, areaId, amends, keys: services.keys, today })
  const facts = { number, day: decidedOn, year: held.year, ...(held.amends && { amendment: held.amendment }) }
  return happened(trainingEvent('plan.approved', { subject: trainingPlanId, area: held.areaId, facts }), {
    trainingPlanId,
  })
})
