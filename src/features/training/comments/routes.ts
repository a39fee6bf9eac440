import { mustBeAble, overOf, oversOf } from '#features/areas/must.ts'
import { stoodOn } from '#features/areas/views.ts'
import { areasWith, can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, TrainingPlanId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { isClosed } from '../plan/model.ts'
import { planProblem } from '../plan/problems.ts'
import { findPlan } from '../plan/queries.ts'
import { askUnit, giveComment, replyToComment, sendForComment, takeSendingBack, withdrawComment } from './changes.ts'
import { askedColumns, commentColumns, openColumns, owedColumns } from './columns.ts'
import * as contract from './contract.ts'
import type { Asked } from './model.ts'
import * as comments from './queries.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

async function getPlan(db: Db, id: TrainingPlanId, today: PlainDate) {
  const plan = await findPlan(db, id, today)
  if (!plan) throw planProblem('plan.not_found')
  return plan
}

/** What came of the units that have ended, where it stands below the unit of the plan and was not asked itself. */
async function withHeirs(
  db: Db,
  asked: Awaited<ReturnType<typeof comments.askedBy>>,
  of: { readonly areaId: AreaId; readonly today: PlainDate } | null,
): Promise<Asked[]> {
  const gone = of ? asked.filter(({ state }) => state === 'gone').map(({ unitId }) => unitId) : []
  if (!of || gone.length === 0) return asked.map((one) => ({ ...one, heirs: [] }))
  const below = new Set((await comments.unitsUnder(db, of.areaId, of.today)).map(({ unitId }) => unitId))
  const stood = (await stoodOn(db, gone, of.today)).filter(
    ({ areaId }) => below.has(areaId) && !asked.some(({ unitId }) => unitId === areaId),
  )
  return asked.map((one) => ({
    ...one,
    heirs: stood
      .filter(({ origin }) => origin === one.unitId)
      .map(({ areaId: unitId, name: unitName }) => ({ unitId, unitName })),
  }))
}

async function shown({ db, actor, input, today }: Call<typeof contract.showComments>) {
  const { trainingPlanId } = input
  const plan = await getPlan(db, trainingPlanId, today)
  const sendings = await comments.sendingsOf(db, trainingPlanId)
  const [last] = sendings
  const isDraft = plan.state === 'drafted' && !isClosed(plan)
  const open = isDraft && last !== undefined && last.takenBack === null
  const over = await overOf(db, plan.areaId)
  const mayAsk = open && last.due >= today && can(actor, 'training.plan', over)
  const asked = await withHeirs(
    db,
    last ? await comments.askedBy(db, last.planSendingId, today) : [],
    mayAsk ? { areaId: plan.areaId, today } : null,
  )
  const all = await comments.commentsOf(db, trainingPlanId, today)
  const overs = await oversOf(
    db,
    asked.map(({ unitId }) => unitId),
  )
  return {
    name: plan.name,
    sendings,
    open,
    changedSince: open && last.edits !== plan.edits,
    asked,
    comments: all,
    unanswered: all.filter((one) => !one.agrees && !one.withdrawn && one.replies.length === 0).length,
    // Who sees their own unit alone does not know of the others.
    silent:
      open && (can(actor, 'training.plan', over) || can(actor, 'training.decide', over))
        ? asked.filter(({ state }) => state === 'waits' || state === 'overdue').length
        : null,
    mine: open
      ? asked
          .filter(({ unitId }) => can(actor, 'training.comment', overs.get(unitId) ?? []))
          .map(({ unitId, unitName }) => ({ unitId, unitName }))
      : [],
    // What was said is answered after the approval too.
    can: buttonsFor(contract.commentButtons, { actor, over }, (_of, name) => name === 'reply' || isDraft),
  }
}

const show = read(contract.showComments, async (call) => {
  const { name: _name, ...answer } = await shown(call)
  return answer
})

const commentsFile = fileOf(
  contract.commentsFile,
  async (call) => {
    const { comments: rows, name: place } = await shown(call)
    const title = { vi: 'Tổng hợp ý kiến góp ý', en: 'Comments on a plan' }
    return { rows, columns: commentColumns, title, place }
  },
  { whole: true },
)
const askedFile = fileOf(
  contract.askedFile,
  async (call) => {
    const { asked: rows, name: place } = await shown(call)
    const title = { vi: 'Đơn vị được lấy ý kiến', en: 'Units asked for comment' }
    return { rows, columns: askedColumns, title, place }
  },
  { whole: true },
)

const units = read(contract.unitsBelow, async ({ db, actor, input, today }) => {
  const { areaId } = await getPlan(db, input.trainingPlanId, today)
  await mustBeAble({ db, actor }, 'training.plan', areaId)
  const named = await comments.namedIn(db, input.trainingPlanId)
  const units = await comments.unitsUnder(db, areaId, today)
  return { units: units.map((unit) => ({ ...unit, named: named.has(unit.unitId) })) }
})

type Asking = Pick<Call<{ input: unknown }>, 'db' | 'actor' | 'today'>

const owedOf = ({ db, actor, today }: Asking, window: Window) =>
  comments.owedBy(db, { at: areasWith(actor, 'training.comment'), today }, window)
const openOf = ({ db, actor, today }: Asking, window: Window) =>
  comments.openAt(db, { at: areasWith(actor, 'training.plan'), today }, window)

const owed = read(contract.commentsOwed, (call) => owedOf(call, { page: call.input.page ?? 1, size: pageSize }))
const unanswered = read(contract.commentsOpen, (call) => openOf(call, { page: call.input.page ?? 1, size: pageSize }))

const owedFile = fileOf(contract.owedFile, async (call, window) => {
  const { rows, total } = await owedOf(call, window)
  const title = { vi: 'Kế hoạch chờ đơn vị góp ý', en: 'Plans to comment on' }
  return { rows, more: total > window.page * window.size, columns: owedColumns, title }
})
const openFile = fileOf(contract.openFile, async (call, window) => {
  const { rows, total } = await openOf(call, window)
  const title = { vi: 'Ý kiến chờ trả lời', en: 'Comments to answer' }
  return { rows, more: total > window.page * window.size, columns: openColumns, title }
})

export const commentRoutes: Route[] = [
  ...[show, commentsFile, askedFile, units, owed, owedFile, unanswered, openFile],
  ...[sendForComment, askUnit, takeSendingBack, giveComment, withdrawComment, replyToComment],
]
