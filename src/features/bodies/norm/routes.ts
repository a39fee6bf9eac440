import { mustBeAble } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { levelWords } from '#features/areas/words.ts'
import { ruleStates } from '#features/people/norms/model.ts'
import { withButtons } from '#features/people/norms/must.ts'
import { placesOfRules } from '#features/people/norms/queries.ts'
import { areasWith } from '#kernel/access.ts'
import { showDate } from '#kernel/dates.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { bodyKindWords } from '../model.ts'
import { endNorm, enterNorm, followNorm } from './changes.ts'
import { bodyNormColumns, lineColumns, unitColumns } from './columns.ts'
import * as contract from './contract.ts'
import { bodiesNeeded, normsOfBodies, unitsWords } from './model.ts'
import { normsAt } from './queries.ts'
import { normAt } from './store/gaps.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

async function normOf({ db, actor, input, today }: Call<typeof contract.showNorm>, window: Window) {
  const { areaId, day = today, kind = null, level = null, show = 'lacking' } = input
  await mustBeAble({ db, actor }, 'body.read', areaId)
  return {
    day,
    areaName: (await namesOn(db, [areaId], day)).get(areaId) ?? '',
    ...(await normAt(db, areaId, { day, kind, level, show, ...window })),
  }
}

const norm = read(contract.showNorm, (call) => normOf(call, { page: call.input.page ?? 1, size: pageSize }))

const normFile = fileOf(
  contract.normFile,
  async (call) => {
    const { lines, areaName, day } = await normOf(call, { page: 1, size: 0 })
    return { rows: lines, columns: lineColumns, title: bodiesNeeded, place: `${areaName}, ${showDate(day)}` }
  },
  { whole: true },
)

const gapsFile = fileOf(contract.gapsFile, async (call, window) => {
  const { units, sums, areaName, day } = await normOf(call, window)
  const { kind, level, show = 'lacking' } = call.input
  return {
    rows: units,
    more: sums.units > window.page * window.size,
    columns: unitColumns,
    title: unitsWords[show],
    place: `${areaName}, ${showDate(day)}`,
    filters: [...(kind ? [bodyKindWords[kind]] : []), ...(level ? [levelWords[level]] : [])],
  }
})

async function normsIn({ db, actor, input, today }: Call<typeof contract.listNorms>, window: Window) {
  const { kind = null, level = null, state = null } = input
  const { rows, total } = await normsAt(db, { today, kind, level, state }, window)
  return { total, rows: await withButtons({ db, actor }, rows) }
}

const list = read(contract.listNorms, async (call) => ({
  ...(await normsIn(call, { page: call.input.page ?? 1, size: pageSize })),
  mayEnterAt: await placesOfRules(call.db, areasWith(call.actor, 'roster.rules'), call.today),
}))

const listFile = fileOf(contract.normsFile, async (call, window) => {
  const { rows, total } = await normsIn(call, window)
  const { kind, level, state } = call.input
  return {
    rows,
    more: total > window.page * window.size,
    columns: bodyNormColumns,
    title: normsOfBodies,
    filters: [
      ...(kind ? [bodyKindWords[kind]] : []),
      ...(level ? [levelWords[level]] : []),
      ...(state ? [ruleStates[state]] : []),
    ],
  }
})

export const bodyNormRoutes: Route[] = [
  ...[norm, normFile, gapsFile],
  ...[list, listFile, enterNorm, followNorm, endNorm],
]
