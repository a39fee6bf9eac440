import { oversOf } from '#features/areas/must.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { extensionChanges } from './changes.ts'
import { extensionColumns } from './columns.ts'
import * as contract from './contract.ts'
import { extensionButtons } from './model.ts'
import { extensionsAt } from './queries.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

async function listed({ db, actor, input, today }: Call<typeof contract.listExtensions>, window: Window) {
  const { rows, total } = await extensionsAt(db, { area: input.areaId ?? null, today }, window)
  const overs = await oversOf(db, [...new Set(rows.map(({ areaId }) => areaId))])
  return {
    total,
    rows: rows.map(({ total: _total, ...row }) => {
      const by = { actor, over: overs.get(row.areaId) ?? [] }
      return { ...row, can: buttonsFor(extensionButtons, by, () => row.withdrawnBecause === null) }
    }),
  }
}

const list = read(contract.listExtensions, (call) => listed(call, { page: call.input.page ?? 1, size: pageSize }))

const listFile = fileOf(contract.extensionsFile, async (call, window) => {
  const { rows, total } = await listed(call, window)
  const title = { vi: 'Quyết định gia hạn chứng nhận', en: 'Decisions that extend credentials' }
  return { rows, more: total > window.page * window.size, columns: extensionColumns, title }
})

export const extensionRoutes: Route[] = [list, listFile, ...extensionChanges]
