import { overOf } from '#features/areas/must.ts'
import { stateNear } from '#features/areas/queries.ts'
import { stoodOn } from '#features/areas/views.ts'
import { levelWords } from '#features/areas/words.ts'
import { areasWith, can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { limitsOn } from '../limits/queries.ts'
import { isRegistered } from '../printed/queries.ts'
import { unitsBefore } from '../taken/store/origins.ts'
import { correctPlanDecision } from './changes/decided.ts'
import { addLine, changeLine, dropLine, dropSeat } from './changes/lines.ts'
import { approvePlan, beginPlan, changePlan, dropPlan, recallPlan, repricePlan, submitPlan } from './changes/plans.ts'
import { lineColumns, moneyColumns, planColumns, planSeatColumns, postsSaid } from './columns.ts'
import * as contract from './contract.ts'
import { isClosed, planFilters } from './model.ts'
import { planProblem } from './problems.ts'
import * as plans from './queries.ts'
import { codeSaid, isOutside, sumsOf } from './rules/lines.ts'
import { marksOf } from './rules/marks.ts'
import { moneyOf, pricedOn } from './rules/money.ts'
import { closedLines } from './rules/weeks.ts'
import { standingOf } from './store/drafts.ts'
import { plansBeyond, sumBelow } from './store/hanging.ts'
import { linesOf, topicsSought } from './store/lines.ts'
import { clashesIn, goneIn, seatsIn } from './store/seats.ts'

const pageSize = 50
const found = 8
type Window = { readonly page: number; readonly size: number }

const listed = ({ db, actor, input, today }: Call<typeof contract.listPlans>, window: Window) => {
  const { q, year = null, level = null, state: asked = null, parentId: parent = null, areaId: area = null } = input
  const toApprove = asked === 'to_approve' ? { at: areasWith(actor, 'training.decide'), by: actor.accountId } : null
  const toCarry = asked === 'to_carry' ? areasWith(actor, 'training.plan') : null
  const aboveLess = asked === 'above_less' ? areasWith(actor, 'training.plan') : null
  const told = asked === 'given_up_asked' ? areasWith(actor, 'training.comment') : null
  const givenUp = asked === 'given_up' || told !== null
  const state = asked === 'drafted' || asked === 'approved' ? asked : null
  return plans.plansAt(
    db,
    {
      today,
      q: q?.trim() || null,
      year,
      level,
      state,
      toApprove,
      toCarry,
      aboveLess,
      givenUp,
      asked: told,
      parent,
      area,
    },
    window,
  )
}

const list = read(contract.listPlans, async (call) => ({
  ...(await listed(call, { page: call.input.page ?? 1, size: pageSize })),
  years: await plans.yearsOfPlans(call.db),
}))

const listFile = fileOf(contract.plansFile, async (call, window) => {
  const { rows, total } = await listed(call, window)
  const { q, year, level, state } = call.input
  return {
    rows,
    more: total > window.page * window.size,
    columns: planColumns,
    title: { vi: 'Kế hoạch đào tạo, bồi dưỡng', en: 'Plans of training' },
    filters: [
      ...(year ? [{ vi: `năm ${year}`, en: `of ${year}` }] : []),
      ...(level ? [levelWords[level]] : []),
      ...(state ? [planFilters[state]] : []),
      ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
    ],
  }
})

const search = read(contract.searchPlans, async ({ db, input, today }) => {
  const { rows } = await plans.plansAt(db, { today, q: input.q }, { page: 1, size: found })
  return { plans: rows }
})

/** How the unit of a plan ended, and what stands where it stood; null where it stands. */
async function endedUnit(db: Db, areaId: AreaId, today: PlainDate) {
  const { name, until } = await stateNear(db, areaId, today)
  if (until === null || today < until) return null
  const after = await stoodOn(db, [areaId], today)
  return { from: until, name, after: after.map((one) => ({ areaId: one.areaId, name: one.name })) }
}

async function shown({ db, actor, input, today }: Call<typeof contract.showPlan>) {
  const { trainingPlanId } = input
  const day = input.day ?? today
  const found = await plans.findPlan(db, trainingPlanId, today, day)
  if (!found) throw planProblem('plan.not_found')
  const { versionId, ...plan } = found
  // What is approved is as it was approved, and on another day nobody computes anew.
  const priced = plan.state === 'drafted' && day === today ? pricedOn(plan.year, today) : null
  const lineList = await linesOf(db, versionId, { today, priced })
  const over = await overOf(db, plan.areaId)
  const limits = await limitsOn(db, over, { day: pricedOn(plan.year, today), year: plan.year })
  return {
    ...plan,
    day,
    lineList,
    closed: closedLines(plan.year, lineList, limits),
    classLimit: limits.find(({ kind }) => kind === 'largest_class')?.value ?? null,
    clashes: plan.state === 'drafted' ? await clashesIn(db, versionId) : [],
    ended: await endedUnit(db, plan.areaId, today),
    before: plan.state === 'drafted' ? await unitsBefore(db, versionId, today) : [],
    gone: plan.state === 'drafted' ? await goneIn(db, versionId, today) : [],
    sums: sumsOf(lineList),
    coded: await isRegistered(db, trainingPlanId),
    leftBeyond: plan.amends && plan.state === 'drafted' ? await plansBeyond(db, trainingPlanId, day) : [],
    below: can(actor, 'training.read', over) ? await sumBelow(db, trainingPlanId, day) : null,
    can: buttonsFor(contract.planButtons, { actor, over }, ({ when }) => when === plan.state && !isClosed(plan)),
  }
}

const show = read(contract.showPlan, shown)

const linesFile = fileOf(
  contract.linesFile,
  async (call) => {
    const { lineList, name, ...of } = await shown(call)
    const mark = marksOf({ ...of, lineList }, call.today).find(({ key }) => key === call.input.mark)
    return {
      rows: mark ? lineList.filter(({ planLineId }) => mark.lines.includes(planLineId)) : lineList,
      ...(mark && { filters: [mark.said] }),
      columns: lineColumns,
      title: { vi: 'Các dòng kế hoạch', en: 'Lines of the plan' },
      place: name,
    }
  },
  { whole: true },
)

const moneyFile = fileOf(
  contract.moneyFile,
  async (call) => {
    const { lineList, name } = await shown(call)
    return { rows: moneyOf(lineList), columns: moneyColumns, title: { vi: 'Kinh phí', en: 'Money' }, place: name }
  },
  { whole: true },
)

const seatsOf = async ({ db, input, today }: Call<typeof contract.listSeats>, window: Window) => {
  const plan = await plans.findPlan(db, input.trainingPlanId, today, input.day ?? today)
  if (!plan) throw planProblem('plan.not_found')
  const lines = (await linesOf(db, plan.versionId, { today, priced: null })).map((line) => ({
    ...{ planLineId: line.planLineId, code: codeSaid(line), title: line.title, weeks: line.weeks },
  }))
  const { rows, total } = await seatsIn(db, { planId: plan.versionId, line: input.line ?? null, today }, window)
  const codes = new Map(lines.map(({ planLineId, code }) => [planLineId, code]))
  return { plan, lines, total, rows: rows.map((row) => ({ ...row, code: codes.get(row.planLineId) ?? row.code })) }
}

const seats = read(contract.listSeats, async (call) => {
  const { db, actor, input } = call
  const { plan, ...found } = await seatsOf(call, { page: input.page ?? 1, size: pageSize })
  return {
    ...{ name: plan.name, amendment: plan.amendment, ...found },
    can:
      plan.state === 'drafted' && !isClosed(plan)
        ? buttonsFor(contract.seatButtons, { actor, over: await overOf(db, plan.areaId) })
        : [],
  }
})

const seatsFile = fileOf(contract.seatsFile, async (call, window) => {
  const { plan, rows, total } = await seatsOf(call, window)
  return {
    ...{ rows, columns: planSeatColumns, more: total > window.page * window.size },
    title: { vi: 'Người có tên trong kế hoạch', en: 'People named in the plan' },
    place: plan.name,
  }
})

const topics = read(contract.searchTopics, async ({ db, input }) => {
  const standing = await standingOf(db, input.trainingPlanId)
  if (!standing) throw planProblem('plan.not_found')
  const { year } = standing
  const sought = await topicsSought(db, { over: await overOf(db, standing.area_id), year }, input.q)
  return {
    topics: sought.map(({ posts, ...topic }) => ({
      ...{ ...topic, audience: postsSaid(posts), outside: isOutside(year, topic.period) },
    })),
  }
})

export const planRoutes: Route[] = [
  ...[list, listFile, search, show, linesFile, moneyFile, seats, seatsFile, topics],
  ...[
    beginPlan,
    changePlan,
    dropPlan,
    repricePlan,
    submitPlan,
    recallPlan,
    approvePlan,
    correctPlanDecision,
    addLine,
    changeLine,
    dropLine,
    dropSeat,
  ],
]
