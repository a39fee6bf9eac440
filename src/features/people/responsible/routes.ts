import { mustBeAble, oversOf } from '#features/areas/must.ts'
import { crumbs, namesOn } from '#features/areas/queries.ts'
import { can } from '#kernel/access.ts'
import { showDate } from '#kernel/dates.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { actedFor } from '../roster/store/acting.ts'
import { responsibleColumns } from './columns.ts'
import * as contract from './contract.ts'
import { responsibleAt } from './queries.ts'

async function responsibleOn({ db, actor, input, today }: Call<typeof contract.listResponsible>) {
  const { areaId, day = today } = input
  await mustBeAble({ db, actor }, 'roster.read', areaId)
  const found = await responsibleAt(db, areaId, { day, today })
  const areaName = (await namesOn(db, [areaId], day)).get(areaId) ?? ''
  const acting = (found ?? []).filter(({ standing }) => standing === 'acting')
  const overs = await oversOf(
    db,
    acting.map((one) => one.areaId),
  )
  // Who works for a lower unit sees of those above only some posts.
  const whole = acting.filter((one) => can(actor, 'roster.read', overs.get(one.areaId) ?? []))
  const acted = await actedFor(
    db,
    whole.map(({ appointmentId }) => appointmentId),
  )
  const rows = (found ?? []).map((one) => ({ ...one, actsFor: acted.get(one.appointmentId) ?? null }))
  return { day, areaName, stands: found !== null, rows }
}

const list = read(contract.listResponsible, responsibleOn)

const listFile = fileOf(
  contract.responsibleFile,
  async (call) => {
    const { rows, day } = await responsibleOn(call)
    const way = await crumbs(call.db, call.input.areaId, day)
    // One of many villages of its name: up to the commune, and the province.
    const place = way
      .filter(({ level }) => level !== 'nation')
      .map(({ name }) => name)
      .reverse()
      .slice(0, 3)
      .join(', ')
    const title = { vi: `Người phụ trách ngày ${showDate(day)}`, en: `Who is responsible on ${showDate(day)}` }
    return { rows, columns: responsibleColumns, title, place }
  },
  { whole: true },
)

export const responsibleRoutes: Route[] = [list, listFile]
