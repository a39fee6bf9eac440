import { overOf } from '#features/areas/must.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { planProblem } from '../plan/problems.ts'
import { findPlan } from '../plan/queries.ts'
import { linesOf } from '../plan/store/lines.ts'
import { beginAmendment } from './changes.ts'
import { changeColumns, versionColumns } from './columns.ts'
import * as contract from './contract.ts'
import type { Change } from './model.ts'
import * as amendments from './queries.ts'
import { changesBetween } from './rules.ts'

async function shown({ db, actor, input, today }: Call<typeof contract.showAmendments>) {
  const { trainingPlanId } = input
  const plan = await findPlan(db, trainingPlanId, today)
  if (!plan) throw planProblem('plan.not_found')
  const { areaId, state, amends, amendment } = plan
  const root = amends?.trainingPlanId ?? trainingPlanId
  const versions = await amendments.versionsOf(db, root)
  const drafting = await amendments.findDrafting(db, root)
  // Of a plan all its approved states; of an amendment the one before it, and itself, unless it was given up.
  const states = amends
    ? plan.givenUp
      ? []
      : [
          ...versions.filter((one) => one.amendment < amendment).slice(-1),
          { trainingPlanId, amendment, day: plan.approved?.day ?? null },
        ]
    : versions
  const changes: Change[] = []
  let before: Awaited<ReturnType<typeof linesOf>> = []
  for (const [at, one] of states.entries()) {
    const lines = await linesOf(db, one.trainingPlanId, { today, priced: null })
    if (at > 0) {
      const dropped = await amendments.droppedIn(db, one.trainingPlanId)
      changes.unshift(...changesBetween(before, lines, { ...one, dropped }))
    }
    before = lines
  }
  const over = await overOf(db, areaId)
  const may = state === 'approved' && !amends && !drafting
  return {
    name: plan.name,
    versions,
    drafting,
    givenUp: await amendments.givenUpOf(db, root),
    changes,
    can: buttonsFor(contract.amendButtons, { actor, over }, () => may),
  }
}

const show = read(contract.showAmendments, async (call) => {
  const { name: _name, ...answer } = await shown(call)
  return answer
})

const changesFile = fileOf(
  contract.changesFile,
  async (call) => {
    const { changes: rows, name: place } = await shown(call)
    const title = { vi: 'Thay đổi qua các lần điều chỉnh', en: 'What amendments changed' }
    return { rows, columns: changeColumns, title, place }
  },
  { whole: true },
)
const versionsFile = fileOf(
  contract.versionsFile,
  async (call) => {
    const { versions: rows, name: place } = await shown(call)
    const title = { vi: 'Các lần phê duyệt, điều chỉnh', en: 'Approvals and amendments' }
    return { rows, columns: versionColumns, title, place }
  },
  { whole: true },
)

export const amendRoutes: Route[] = [show, changesFile, versionsFile, beginAmendment]
