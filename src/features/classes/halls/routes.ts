import { mustBeAble, oversOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { mayEnd } from '#features/people/norms/rules.ts'
import { can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { changeHall, closeHall, enterHall } from './changes.ts'
import { hallColumns } from './columns.ts'
import * as contract from './contract.ts'
import { hallButtons, hallStates } from './model.ts'
import * as halls from './queries.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

async function hallsOf({ db, actor, input, today }: Call<typeof contract.listHalls>, window: Window) {
  const { areaId, state = null, seats = null, q } = input
  const over = await mustBeAble({ db, actor }, 'training.read', areaId)
  const { rows, total } = await halls.hallsAt(db, { area: areaId, today, state, seats, q: q?.trim() || null }, window)
  const overs = await oversOf(db, [...new Set(rows.map((row) => row.areaId))])
  return {
    areaName: (await namesOn(db, [areaId], today)).get(areaId) ?? '',
    total,
    rows: rows.map(({ total: _total, ...row }) => ({
      ...row,
      can: buttonsFor(
        hallButtons,
        { actor, over: overs.get(row.areaId) ?? [] },
        (_button, name) => name === 'change' || mayEnd(row, row.until),
      ),
    })),
    mayWrite: can(actor, 'class.manage', over),
  }
}

const list = read(contract.listHalls, (call) => hallsOf(call, { page: call.input.page ?? 1, size: pageSize }))
const listFile = fileOf(contract.hallsFile, async (call, window) => {
  const { rows, total, areaName } = await hallsOf(call, window)
  const { state, seats, q } = call.input
  return {
    rows,
    more: total > window.page * window.size,
    columns: hallColumns,
    title: { vi: 'Hội trường, phòng học', en: 'Halls and rooms' },
    place: areaName,
    filters: [
      ...(state ? [hallStates[state]] : []),
      ...(seats ? [{ vi: `từ ${seats} chỗ ngồi`, en: `${seats} seats or more` }] : []),
      ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
    ],
  }
})

export const hallRoutes: Route[] = [list, listFile, enterHall, changeHall, closeHall]
