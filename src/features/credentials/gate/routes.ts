import { oversOf } from '#features/areas/must.ts'
import { provincesOf } from '#features/training/frameworks/queries.ts'
import { areasWith } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { setGate, withdrawGate } from './changes.ts'
import { settingColumns } from './columns.ts'
import * as contract from './contract.ts'
import { settingButtons } from './model.ts'
import { settingsAt } from './queries.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

async function listed({ db, actor, input, today }: Call<typeof contract.listSettings>, window: Window) {
  const { rows, total } = await settingsAt(db, { area: input.areaId ?? null, today }, window)
  const overs = await oversOf(db, [...new Set(rows.map(({ areaId }) => areaId))])
  return {
    total,
    rows: rows.map(({ total: _total, ...row }) => {
      const by = { actor, over: overs.get(row.areaId) ?? [] }
      return { ...row, can: buttonsFor(settingButtons, by, () => row.state !== 'withdrawn') }
    }),
  }
}

const list = read(contract.listSettings, async (call) => ({
  ...(await listed(call, { page: call.input.page ?? 1, size: pageSize })),
  mayEnterAt: await provincesOf(call.db, areasWith(call.actor, 'credential.rule'), call.today),
}))

const listFile = fileOf(contract.settingsFile, async (call, window) => {
  const { rows, total } = await listed(call, window)
  const title = { vi: 'Kiểm tra chứng nhận khi giao việc khảo sát', en: 'The gate to the survey' }
  return { rows, more: total > window.page * window.size, columns: settingColumns, title }
})

export const gateRoutes: Route[] = [list, listFile, setGate, withdrawGate]
