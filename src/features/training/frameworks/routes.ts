import { overOf } from '#features/areas/must.ts'
import { areasWith } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import {
  approveFramework,
  beginFramework,
  changeFramework,
  correctFrameworkDecision,
  dropFramework,
  newVersion,
} from './changes.ts'
import { frameworkColumns, topicColumns } from './columns.ts'
import * as contract from './contract.ts'
import { areaConditionNames, frameworkFilters } from './model.ts'
import { frameworkProblem } from './problems.ts'
import * as frameworks from './queries.ts'
import { lacksOf } from './rules.ts'
import { addTopic, changeTopic, dropTopic } from './topics.ts'

const pageSize = 50
const found = 8
type Window = { readonly page: number; readonly size: number }

function listed({ db, actor, input, today }: Call<typeof contract.listFrameworks>, window: Window) {
  const { q, state: asked = null } = input
  const toApprove = asked === 'to_approve' ? { at: areasWith(actor, 'training.approve'), by: actor.accountId } : null
  const state = asked === 'to_approve' ? null : asked
  return frameworks.frameworksAt(db, { today, q: q?.trim() || null, state, toApprove }, window)
}

const list = read(contract.listFrameworks, async (call) => ({
  ...(await listed(call, { page: call.input.page ?? 1, size: pageSize })),
  mayBeginAt: await frameworks.provincesOf(call.db, areasWith(call.actor, 'training.manage'), call.today),
}))

const listFile = fileOf(contract.frameworksFile, async (call, window) => {
  const { rows, total } = await listed(call, window)
  const { q, state } = call.input
  return {
    rows,
    more: total > window.page * window.size,
    columns: frameworkColumns,
    title: { vi: 'Khung chương trình đào tạo, bồi dưỡng', en: 'Training frameworks' },
    filters: [
      ...(state ? [frameworkFilters[state]] : []),
      ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
    ],
  }
})

const search = read(contract.searchFrameworks, async ({ db, input, today }) => {
  const { rows } = await frameworks.frameworksAt(db, { today, q: input.q }, { page: 1, size: found })
  return { frameworks: rows }
})

async function shown({ db, actor, input, today }: Call<typeof contract.showFramework>) {
  const framework = await frameworks.findFramework(db, input.frameworkId, today)
  if (!framework) throw frameworkProblem('framework.not_found')
  const { areaId, state, lineId: line } = framework
  const topicList = await frameworks.topicsOf(db, input.frameworkId)
  const versions = await frameworks.frameworksAt(db, { today, line }, { page: 1, size: 100 })
  const last = Math.max(0, ...versions.rows.filter((one) => one.state === 'approved').map(({ version }) => version))
  const asked = areaConditionNames.filter((one) => topicList.some(({ areaConditions }) => areaConditions.includes(one)))
  const places = []
  for (const condition of asked)
    places.push({
      condition,
      communes: areaId && (await frameworks.communesThat(db, condition, { area: areaId, day: today })),
    })
  return {
    ...framework,
    topicList,
    lacks: state === 'drafted' ? lacksOf(topicList, framework).map(({ vi, en }) => ({ vi, en })) : [],
    leftOut: state === 'drafted' ? await frameworks.leftOutOf(db, input.frameworkId) : [],
    versions: versions.rows,
    places,
    can: areaId
      ? buttonsFor(
          contract.frameworkButtons,
          { actor, over: await overOf(db, areaId) },
          // A new version is made of the last one.
          ({ when }, button) =>
            when === state && (state === 'drafted' || button === 'correct' || framework.version >= last),
        )
      : [],
  }
}

const show = read(contract.showFramework, shown)

const topicsFile = fileOf(
  contract.topicsFile,
  async (call) => {
    const { topicList, name } = await shown(call)
    return { rows: topicList, columns: topicColumns, title: { vi: 'Chuyên đề', en: 'Topics' }, place: name }
  },
  { whole: true },
)

export const frameworkRoutes: Route[] = [
  list,
  listFile,
  search,
  show,
  topicsFile,
  beginFramework,
  newVersion,
  changeFramework,
  dropFramework,
  approveFramework,
  correctFrameworkDecision,
  addTopic,
  changeTopic,
  dropTopic,
]
