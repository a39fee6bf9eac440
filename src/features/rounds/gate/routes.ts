import { mustBeAble, oversOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { type Library, standardSaid } from '#features/standards/library.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { getRound } from '../must.ts'
import { overrideChanges, whyNotBy } from './changes.ts'
import { gatePeopleColumns, overrideColumns } from './columns.ts'
import * as contract from './contract.ts'
import { overrideButtons } from './model.ts'
import { peopleAtGate } from './must.ts'
import { overridesAt } from './queries.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

async function shown(library: Library, { db, actor, input, today }: Call<typeof contract.showGate>) {
  const round = await getRound(db, input.roundId)
  const over = await mustBeAble({ db, actor }, 'gate.open', round.areaId)
  const { people, rules } = await peopleAtGate(db, round, today)
  return {
    ...{ roundId: round.roundId, round: round.name, standardId: round.openingStandard, gate: round.gate, rules },
    standard: standardSaid(library, round.openingStandard),
    people: people.map(({ heldBack, ...one }) => ({ ...one, mayOpen: heldBack && !whyNotBy(actor, over, one) })),
  }
}
const show = (library: Library) => read(contract.showGate, (call) => shown(library, call))
const peopleFile = (library: Library) =>
  fileOf(
    contract.gatePeopleFile,
    async (call) => {
      const { people, round } = await shown(library, call)
      const title = { vi: 'Chứng nhận của người khảo sát', en: 'Credentials of who surveys' }
      return { rows: people, columns: gatePeopleColumns, title, place: round }
    },
    { whole: true },
  )

async function listed({ db, actor, input, today }: Call<typeof contract.listOverrides>, window: Window) {
  const { areaId, roundId: round = null } = input
  await mustBeAble({ db, actor }, 'round.read', areaId)
  const { rows, total } = await overridesAt(db, { area: areaId, round, today }, window)
  const overs = await oversOf(db, [...new Set(rows.map((row) => row.areaId))])
  return {
    areaName: (await namesOn(db, [areaId], today)).get(areaId) ?? '',
    total,
    rows: rows.map(({ total: _total, ...row }) => {
      const by = { actor, over: overs.get(row.areaId) ?? [] }
      return { ...row, can: buttonsFor(overrideButtons, by, () => row.withdrawn === null) }
    }),
  }
}

const list = read(contract.listOverrides, (call) => listed(call, { page: call.input.page ?? 1, size: pageSize }))

const listFile = fileOf(contract.overridesFile, async (call, window) => {
  const { rows, total, areaName } = await listed(call, window)
  const title = { vi: 'Khảo sát khi chưa có chứng nhận', en: 'Surveying without a credential' }
  return { rows, more: total > window.page * window.size, columns: overrideColumns, title, place: areaName }
})

export const gateRoutes = (library: Library): Route[] => [
  show(library),
  peopleFile(library),
  list,
  listFile,
  ...overrideChanges,
]
