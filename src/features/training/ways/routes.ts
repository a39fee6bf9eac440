import { mustBeAble, oversOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { mayEnd } from '#features/people/norms/rules.ts'
import { can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { normStates } from '../money/model.ts'
import { changeWay, closePlace, dropWay, enterWay, openPlace } from './changes.ts'
import { placeColumns, wayColumns } from './columns.ts'
import * as contract from './contract.ts'
import { placeButtons, wayButtons } from './model.ts'
import * as ways from './queries.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

async function placesOf({ db, actor, input, today }: Call<typeof contract.listPlaces>) {
  const { areaId, state = null } = input
  const over = await mustBeAble({ db, actor }, 'training.read', areaId)
  const rows = await ways.placesAt(db, { area: areaId, today, state })
  return {
    areaName: (await namesOn(db, [areaId], today)).get(areaId) ?? '',
    // Under an area what is the actor's there is theirs at its units.
    rows: rows.map((row) => ({ ...row, can: buttonsFor(placeButtons, { actor, over }, () => mayEnd(row, row.until)) })),
    mayWrite: can(actor, 'training.manage', over),
  }
}
const places = read(contract.listPlaces, placesOf)
const placesFile = fileOf(
  contract.placesFile,
  async (call) => {
    const { rows, areaName } = await placesOf(call)
    const { state } = call.input
    return {
      rows,
      columns: placeColumns,
      title: { vi: 'Nơi mở lớp', en: 'Places of classes' },
      place: areaName,
      filters: state ? [normStates[state]] : [],
    }
  },
  { whole: true },
)

async function waysOf({ db, actor, input, today }: Call<typeof contract.listWays>, window: Window) {
  const { areaId, placeId: place = null, q } = input
  await mustBeAble({ db, actor }, 'training.read', areaId)
  const { rows, total } = await ways.waysAt(db, { area: areaId, today, place, q: q?.trim() || null }, window)
  const overs = await oversOf(db, [...new Set(rows.map((row) => row.areaId))])
  return {
    total,
    rows: rows.map(({ areaId: kept, ...row }) => ({
      ...row,
      can: buttonsFor(wayButtons, { actor, over: overs.get(kept) ?? [] }),
    })),
    areaName: (await namesOn(db, [areaId], today)).get(areaId) ?? '',
  }
}
const list = read(contract.listWays, async (call) => ({
  ...(await waysOf(call, { page: call.input.page ?? 1, size: pageSize })),
  missing: await ways.communesWithoutWay(call.db, call.input.areaId, call.today),
}))
const listFile = fileOf(contract.waysFile, async (call, window) => {
  const { rows, total, areaName } = await waysOf(call, window)
  const { placeId, q } = call.input
  const name = placeId && (await namesOn(call.db, [placeId], call.today)).get(placeId)
  return {
    rows,
    more: total > window.page * window.size,
    columns: wayColumns,
    title: { vi: 'Đường đến nơi mở lớp', en: 'Ways to places of classes' },
    place: areaName,
    filters: [
      ...(name ? [{ vi: `đến ${name}`, en: `to ${name}` }] : []),
      ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
    ],
  }
})

export const wayRoutes: Route[] = [
  ...[places, placesFile, openPlace, closePlace],
  ...[list, listFile, enterWay, changeWay, dropWay],
]
