import { mustBeAble, oversOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { rosterButtons } from '../roster/contract.ts'
import { handOver, refuseRecord, takeRecord, withdrawRecord } from './changes.ts'
import { handoverColumns, leftColumns } from './columns.ts'
import * as contract from './contract.ts'
import { handoverButtons, handoverStates } from './model.ts'
import { handoversAt, leftAt } from './queries.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

async function listed({ db, actor, input, today }: Call<typeof contract.listHandovers>, window: Window) {
  const { areaId, state = null } = input
  await mustBeAble({ db, actor }, 'roster.read', areaId)
  const { rows, total } = await handoversAt(db, { areaId, state, today }, window)
  const overs = await oversOf(
    db,
    rows.flatMap(({ fromId, toId }) => [fromId, toId]),
  )
  const canOf = ({ fromId, toId, state: now }: (typeof rows)[number]) =>
    now !== 'asked'
      ? []
      : (['to', 'from'] as const).flatMap((at) =>
          buttonsFor(
            handoverButtons,
            { actor, over: overs.get(at === 'to' ? toId : fromId) ?? [] },
            (button) => button.at === at,
          ),
        )
  return {
    areaName: (await namesOn(db, [areaId], today)).get(areaId) ?? '',
    total,
    rows: rows.map((row) => {
      const { fromId: _from, toId: _to, ...shown } = row
      return { ...shown, can: canOf(row) }
    }),
  }
}

const list = read(contract.listHandovers, (call) => listed(call, { page: call.input.page ?? 1, size: pageSize }))

const listFile = fileOf(contract.handoversFile, async (call, window) => {
  const { rows, total, areaName } = await listed(call, window)
  const { state } = call.input
  return {
    rows,
    more: total > window.page * window.size,
    columns: handoverColumns,
    title: { vi: 'Bàn giao hồ sơ cán bộ', en: 'Records handed over' },
    place: areaName,
    filters: state ? [handoverStates[state]] : [],
  }
})

async function leftOver({ db, actor, input: { areaId }, today }: Call<typeof contract.listLeft>, window: Window) {
  const over = await mustBeAble({ db, actor }, 'roster.read', areaId)
  return {
    areaName: (await namesOn(db, [areaId], today)).get(areaId) ?? '',
    ...(await leftAt(db, { areaId, today }, window)),
    can: buttonsFor(rosterButtons, { actor, over }),
  }
}

const left = read(contract.listLeft, (call) => leftOver(call, { page: call.input.page ?? 1, size: pageSize }))

const leftFile = fileOf(contract.leftFile, async (call, window) => {
  const { rows, total, areaName } = await leftOver(call, window)
  return {
    rows,
    more: total > window.page * window.size,
    columns: leftColumns,
    title: { vi: 'Hồ sơ do đơn vị đã hết giữ', en: 'Records kept by units that have ended' },
    place: areaName,
  }
})

export const handoverRoutes: Route[] = [
  list,
  listFile,
  left,
  leftFile,
  handOver,
  takeRecord,
  refuseRecord,
  withdrawRecord,
]
