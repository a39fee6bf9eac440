import { oversOf } from '#features/areas/must.ts'
import { areasWith } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { provincesOf } from '../frameworks/queries.ts'
import { endLimit, enterLimit, followLimit, withdrawLimit } from './changes.ts'
import { limitColumns } from './columns.ts'
import * as contract from './contract.ts'
import { limitButtons, limitKinds, limitStates } from './model.ts'
import * as limits from './queries.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

async function listed({ db, actor, input, today }: Call<typeof contract.listLimits>, window: Window) {
  const { q, kind = null, state = null, areaId: area = null } = input
  const { rows, total } = await limits.limitsAt(db, { today, q: q?.trim() || null, kind, state, area }, window)
  const overs = await oversOf(db, [...new Set(rows.map(({ areaId }) => areaId))])
  return {
    total,
    rows: rows.map(({ open, followed, ...row }) => {
      const by = { actor, over: overs.get(row.areaId) ?? [] }
      const stands = row.state !== 'withdrawn'
      return { ...row, can: buttonsFor(limitButtons, by, (button) => stands && (button.open ? open : !followed)) }
    }),
  }
}

const list = read(contract.listLimits, async (call) => ({
  ...(await listed(call, { page: call.input.page ?? 1, size: pageSize })),
  provinces: await limits.provincesWithLimits(call.db, call.today),
  mayEnterAt: await provincesOf(call.db, areasWith(call.actor, 'training.norm'), call.today),
}))

const listFile = fileOf(contract.limitsFile, async (call, window) => {
  const { rows, total } = await listed(call, window)
  const { q, kind, state, areaId } = call.input
  const named = areaId && (await limits.provincesWithLimits(call.db, call.today)).find((one) => one.areaId === areaId)
  return {
    rows,
    more: total > window.page * window.size,
    columns: limitColumns,
    title: { vi: 'Giới hạn mở lớp', en: 'Limits of classes' },
    filters: [
      ...(named ? [{ vi: named.name, en: named.name }] : []),
      ...(kind ? [limitKinds[kind]] : []),
      ...(state ? [limitStates[state]] : []),
      ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
    ],
  }
})

export const limitRoutes: Route[] = [list, listFile, enterLimit, followLimit, endLimit, withdrawLimit]
