import { mustBeAble } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { rosterButtons } from '../roster/contract.ts'
import { mustFind } from '../roster/must.ts'
import { changeMove, correctMoveEnd, endMove, moveOfficial, takeMoveAway } from './changes.ts'
import { intoDifficultSaid, moveColumns, ownMoveColumns } from './columns.ts'
import * as contract from './contract.ts'
import { moveFilters, moveWords } from './model.ts'
import { movesAt, movesOf } from './queries.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

async function movesOn({ db, actor, input, today }: Call<typeof contract.listMoves>, window: Window) {
  const { areaId, day = today, state = null, kind = null, difficult = false, year = null } = input
  const filter = { areaId, day, state, kind, difficult, year, q: input.q?.trim() || null }
  const over = await mustBeAble({ db, actor }, 'roster.read', areaId)
  return {
    day,
    areaName: (await namesOn(db, [areaId], day)).get(areaId) ?? '',
    ...(await movesAt(db, { ...filter, ...window })),
    can: buttonsFor(rosterButtons, { actor, over }),
  }
}

const list = read(contract.listMoves, (call) => movesOn(call, { page: call.input.page ?? 1, size: pageSize }))

const title = { vi: 'Luân chuyển, biệt phái', en: 'Rotation and secondment' }
const listFile = fileOf(contract.movesFile, async (call, window) => {
  const { rows, total, areaName } = await movesOn(call, window)
  const { state, kind, difficult, year, q } = call.input
  return {
    rows,
    more: total > window.page * window.size,
    columns: moveColumns,
    title,
    place: areaName,
    filters: [
      ...(state ? [moveFilters[state]] : []),
      ...(kind ? [moveWords[kind]] : []),
      ...(difficult ? [intoDifficultSaid] : []),
      ...(year ? [{ vi: `bắt đầu năm ${year}`, en: `begun in ${year}` }] : []),
      ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
    ],
  }
})

async function ofOfficial({ db, input, today }: Call<typeof contract.showMoves>) {
  const { name } = await mustFind(db, input.officialId)
  return { name, moves: await movesOf(db, input.officialId, today) }
}

const show = read(contract.showMoves, ofOfficial)

const showFile = fileOf(
  contract.officialMovesFile,
  async (call) => {
    const { moves, name } = await ofOfficial(call)
    return { rows: moves, columns: ownMoveColumns, title, place: name }
  },
  { whole: true },
)

export const moveRoutes: Route[] = [
  list,
  listFile,
  show,
  showFile,
  moveOfficial,
  changeMove,
  endMove,
  correctMoveEnd,
  takeMoveAway,
]
