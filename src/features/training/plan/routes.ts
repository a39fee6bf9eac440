import { overOf } from '#features/areas/must.ts'
import { levelWords } from '#features/areas/words.ts'
import { areasWith, can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { addLine, changeLine, dropLine, takeLines } from './changes/lines.ts'
import { approvePlan, beginPlan, changePlan, dropPlan, repricePlan } from './changes/plans.ts'
import { lineColumns, moneyColumns, planColumns, postsSaid } from './columns.ts'
import * as contract from './contract.ts'
import { planFilters } from './model.ts'
import { planProblem } from './problems.ts'
import * as plans from './queries.ts'
import { moneyOf, pricedOn, sumsOf } from './rules.ts'
import { linesOf, topicsSought } from './store/lines.ts'

const pageSize = 50
const found = 8
type Window = { readonly page: number; readonly size: number }

const listed = ({ db, actor, input, today }: Call<typeof contract.listPlans>, window: Window) => {
  const { q, year = null, level = null, state: asked = null, parentId: parent = null } = input
  const toApprove = asked === 'to_approve' ? { at: areasWith(actor, 'training.decide'), by: actor.accountId } : null
  const state = asked === 'to_approve' ? null : asked
  return plans.plansAt(db, { today, q: q?.trim() || null, year, level, state, toApprove, parent }, window)
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

const topics = read(contract.searchTopics, async ({ db, input }) => {
  const standing = await plans.standingOf(db, input.trainingPlanId)
  if (!standing) throw planProblem('plan.not_found')
  const sought = await topicsSought(db, await overOf(db, standing.area_id), input.q)
  return { topics: sought.map(({ posts, ...topic }) => ({ ...topic, audience: postsSaid(posts) })) }
})

export const planRoutes: Route[] = [
  ...[list, listFile, search, show, linesFile, moneyFile, topics],
  ...[beginPlan, changePlan, dropPlan, repricePlan, approvePlan, addLine, changeLine, dropLine, takeLines],
]
