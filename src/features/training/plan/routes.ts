import { overOf } from '#features/areas/must.ts'
import { levelWords } from '#features/areas/words.ts'
import { areasWith, can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { limitsOn } from '../limits/queries.ts'
import { addLine, changeLine, dropLine, dropSeat, takeLines } from './changes/lines.ts'
import { approvePlan, beginPlan, changePlan, dropPlan, repricePlan, submitPlan } from './changes/plans.ts'
import { lineColumns, moneyColumns, planColumns, planSeatColumns, postsSaid } from './columns.ts'
import * as contract from './contract.ts'
import { planFilters } from './model.ts'
import { planProblem } from './problems.ts'
import * as plans from './queries.ts'
import { closedLines, moneyOf, pricedOn, sumsOf } from './rules.ts'
import { linesOf, topicsSought } from './store/lines.ts'
import { seatsIn } from './store/seats.ts'

const pageSize = 50
const found = 8
type Window = { readonly page: number; readonly size: number }

const listed = ({ db, actor, input, today }: Call<typeof contract.listPlans>, window: Window) => {
  const { q, year = null, level = null, state: asked = null, parentId: parent = null } = input
  const toApprove = asked === 'to_approve' ? { at: areasWith(actor, 'training.decide'), by: actor.accountId } : null
  const toCarry = asked === 'to_carry' ? areasWith(actor, 'training.plan') : null
  const state = asked === 'to_approve' || asked === 'to_carry' ? null : asked
  return plans.plansAt(db, { today, q: q?.trim() || null, year, level, state, toApprove, toCarry, parent }, window)
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

async function shown({ db, actor, input, today }: Call<typeof contract.showPlan>) {
  const { trainingPlanId } = input
  const day = input.day ?? today
  const found = await plans.findPlan(db, trainingPlanId, today, day)
  if (!found) throw planProblem('plan.not_found')
  const { versionId, ...plan } = found
  const lineList = await linesOf(db, versionId, { today, priced: pricedOn(plan.year, today) })
  const over = await overOf(db, plan.areaId)
  return {
    ...plan,
    day,
    lineList,
    closed: closedLines(
      plan.year,
      lineList,
      await limitsOn(db, over, { day: pricedOn(plan.year, today), year: plan.year }),
    ),
    sums: sumsOf(lineList),
    below: can(actor, 'training.read', over) ? await plans.sumBelow(db, trainingPlanId, day) : null,
    can: buttonsFor(contract.planButtons, { actor, over }, ({ when }) => when === plan.state),
  }
}

const show = read(contract.showPlan, shown)

const linesFile = fileOf(
  contract.linesFile,
  async (call) => {
    const { lineList, name } = await shown(call)
    return {
      rows: lineList,
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
  return { plan, ...(await seatsIn(db, { planId: plan.versionId, line: input.line ?? null, today }, window)) }
}

const seats = read(contract.listSeats, async (call) => {
  const { db, actor, input, today } = call
  const { plan, ...found } = await seatsOf(call, { page: input.page ?? 1, size: pageSize })
  const lines = await linesOf(db, plan.versionId, { today, priced: today })
  return {
    ...{ name: plan.name, amendment: plan.amendment, ...found },
    lines: lines.map(({ planLineId, code, title, weeks }) => ({ planLineId, code, title, weeks })),
    can:
      plan.state === 'drafted' ? buttonsFor(contract.seatButtons, { actor, over: await overOf(db, plan.areaId) }) : [],
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
  const standing = await plans.standingOf(db, input.trainingPlanId)
  if (!standing) throw planProblem('plan.not_found')
  const sought = await topicsSought(db, await overOf(db, standing.area_id), input.q)
  return { topics: sought.map(({ posts, ...topic }) => ({ ...topic, audience: postsSaid(posts) })) }
})

export const planRoutes: Route[] = [
  ...[list, listFile, search, show, linesFile, moneyFile, seats, seatsFile, topics],
  ...[
    beginPlan,
    changePlan,
    dropPlan,
    repricePlan,
    submitPlan,
    approvePlan,
    addLine,
    changeLine,
    dropLine,
    dropSeat,
    takeLines,
  ],
]
