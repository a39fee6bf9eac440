import { overOf } from '#features/areas/must.ts'
import { mayEnd } from '#features/people/norms/rules.ts'
import { areasWith } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { showDate } from '#kernel/dates.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { provincesOf } from '../frameworks/queries.ts'
import { changeNorm, endNorm, enterNorm, raiseNorm } from './changes.ts'
import { normColumns, valueColumns } from './columns.ts'
import * as contract from './contract.ts'
import { countedBys, normStates } from './model.ts'
import { normProblem } from './problems.ts'
import * as norms from './queries.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

const listed = ({ db, input, today }: Call<typeof contract.listNorms>, window: Window) => {
  const { q, state = null, countedBy = null, areaId: area = null, day = null } = input
  return norms.normsAt(db, { today, q: q?.trim() || null, state, countedBy, area, day }, window)
}

const list = read(contract.listNorms, async (call) => ({
  ...(await listed(call, { page: call.input.page ?? 1, size: pageSize })),
  provinces: await norms.provincesWithNorms(call.db, call.today),
  mayEnterAt: await provincesOf(call.db, areasWith(call.actor, 'training.norm'), call.today),
}))

const listFile = fileOf(contract.normsFile, async (call, window) => {
  const { rows, total } = await listed(call, window)
  const { q, state, countedBy, areaId, day } = call.input
  const named = areaId && (await norms.provincesWithNorms(call.db, call.today)).find((one) => one.areaId === areaId)
  return {
    rows,
    more: total > window.page * window.size,
    columns: normColumns,
    title: { vi: 'Định mức chi đào tạo, bồi dưỡng', en: 'Norms of spending on training' },
    filters: [
      ...(named ? [{ vi: named.name, en: named.name }] : []),
      ...(state ? [normStates[state]] : []),
      ...(day ? [{ vi: `ngày ${showDate(day)}`, en: `on ${showDate(day)}` }] : []),
      ...(countedBy ? [{ vi: `tính cho ${countedBys[countedBy].vi}`, en: `per ${countedBys[countedBy].en}` }] : []),
      ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
    ],
  }
})

async function shown({ db, actor, input, today }: Call<typeof contract.showNorm>) {
  const norm = await norms.findNorm(db, input.spendingNormId, today)
  if (!norm) throw normProblem('norm.not_found')
  const values = await norms.normsAt(db, { today, line: norm.lineId }, { page: 1, size: 500 })
  const over = await overOf(db, norm.areaId)
  return {
    ...norm,
    values: values.rows,
    can: buttonsFor(contract.normButtons, { actor, over }, ({ of }) => {
      if (of === 'any') return true
      return norm.last && (of === 'open' ? norm.until === null : mayEnd(norm, norm.until))
    }),
  }
}

const show = read(contract.showNorm, shown)

const valuesFile = fileOf(
  contract.valuesFile,
  async (call) => {
    const { values, item } = await shown(call)
    return { rows: values, columns: valueColumns, title: { vi: 'Các mức', en: 'Values' }, place: item }
  },
  { whole: true },
)

export const normRoutes: Route[] = [list, listFile, show, valuesFile, enterNorm, changeNorm, raiseNorm, endNorm]
