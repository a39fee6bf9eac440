import { overOf } from '#features/areas/must.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { addGoal, addProgramme, changeProgramme, dropGoal, dropProgramme, meetGoal, reopenGoal } from './changes.ts'
import { goalColumns, programmeColumns } from './columns.ts'
import * as contract from './contract.ts'
import { programmeKinds, programmeStates } from './model.ts'
import { programmeProblem } from './problems.ts'
import * as programmes from './queries.ts'

const pageSize = 50
const found = 8
type Window = { readonly page: number; readonly size: number }

const listed = ({ db, input, today }: Call<typeof contract.listProgrammes>, window: Window) =>
  programmes.programmesAt(
    db,
    { today, q: input.q?.trim() || null, kind: input.kind ?? null, state: input.state ?? null },
    window,
  )

const list = read(contract.listProgrammes, (call) => listed(call, { page: call.input.page ?? 1, size: pageSize }))

const listFile = fileOf(contract.programmesFile, async (call, window) => {
  const { rows, total } = await listed(call, window)
  const { q, kind, state } = call.input
  return {
    rows,
    more: total > window.page * window.size,
    columns: programmeColumns,
    title: { vi: 'Chương trình, đề án, kế hoạch', en: 'Programmes, schemes, plans' },
    filters: [
      ...(kind ? [programmeKinds[kind]] : []),
      ...(state ? [programmeStates[state]] : []),
      ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
    ],
  }
})

const search = read(contract.searchProgrammes, async ({ db, input, today }) => {
  const { rows } = await programmes.programmesAt(db, { today, q: input.q }, { page: 1, size: found })
  return { programmes: rows }
})

async function shown({ db, actor, input, today }: Call<typeof contract.showProgramme>) {
  const { programmeId } = input
  const programme = await programmes.findProgramme(db, programmeId, today)
  if (!programme) throw programmeProblem('programme.not_found')
  const over = await overOf(db, programme.areaId)
  const parts = await programmes.programmesAt(db, { today, partOf: programmeId }, { page: 1, size: 100 })
  const readyMade = await programmes.isReadyMade(db, programmeId)
  return {
    ...programme,
    goalList: await programmes.goalsOf(db, programmeId, today),
    parts: parts.rows,
    can: buttonsFor(contract.programmeButtons, { actor, over }, (_button, name) => name !== 'drop' || !readyMade),
  }
}

const show = read(contract.showProgramme, shown)

const goalsFile = fileOf(
  contract.goalsFile,
  async (call) => {
    const { goalList, name } = await shown(call)
    return { rows: goalList, columns: goalColumns, title: { vi: 'Mục tiêu', en: 'Goals' }, place: name }
  },
  { whole: true },
)

export const programmeRoutes: Route[] = [
  list,
  listFile,
  search,
  show,
  goalsFile,
  addProgramme,
  changeProgramme,
  addGoal,
  meetGoal,
  reopenGoal,
  dropGoal,
  dropProgramme,
]
