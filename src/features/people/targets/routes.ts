import { mustBeAble } from '#features/areas/must.ts'
import { findArea, namesOn } from '#features/areas/queries.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { changeTarget, endTarget, setTarget } from './changes.ts'
import { targetColumns } from './columns.ts'
import * as contract from './contract.ts'
import { targetsAt } from './queries.ts'

async function targetsOf({ db, actor, input, today }: Call<typeof contract.listTargets>) {
  const { areaId, day = today, all, coming } = input
  const which = coming ? 'coming' : all ? 'all' : 'in_force'
  const over = await mustBeAble({ db, actor }, 'roster.read', areaId)
  const isProvince = (await findArea(db, areaId, today))?.level === 'province'
  return {
    day,
    areaName: (await namesOn(db, [areaId], day)).get(areaId) ?? '',
    rows: await targetsAt(db, { areaId, day, which }),
    can: isProvince ? buttonsFor(contract.targetButtons, { actor, over }) : [],
  }
}

const list = read(contract.listTargets, targetsOf)

const listFile = fileOf(
  contract.targetsFile,
  async (call) => {
    const { rows, areaName } = await targetsOf(call)
    return {
      rows,
      columns: targetColumns,
      title: {
        vi: 'Luân chuyển, biệt phái đến nơi đặc biệt khó khăn: chỉ tiêu và thực hiện',
        en: 'Moves into especially difficult units: target and actual',
      },
      place: areaName,
      filters: call.input.coming
        ? [{ vi: 'sắp áp dụng', en: 'to come' }]
        : call.input.all
          ? [{ vi: 'cả chỉ tiêu đã hết', en: 'ended ones too' }]
          : [],
    }
  },
  { whole: true },
)

export const targetRoutes: Route[] = [list, listFile, setTarget, changeTarget, endTarget]
