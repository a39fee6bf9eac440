import { mustBeAble } from '#features/areas/must.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { getRound } from '../must.ts'
import { conflictColumns } from './columns.ts'
import * as contract from './contract.ts'
import { conflictsOf } from './queries.ts'

async function listed({ db, input, actor, today }: Call<typeof contract.listConflicts>) {
  const { roundId, areaId, areaName, name } = await getRound(db, input.roundId)
  await mustBeAble({ db, actor }, 'round.read', areaId)
  const rows = await conflictsOf(db, { roundId, areaId, today })
  return { place: `${areaName}, ${name}`, total: rows.length, rows }
}

const list = read(contract.listConflicts, listed)

const listFile = fileOf(
  contract.conflictsFile,
  async (call) => {
    const { rows, place } = await listed(call)
    return {
      rows,
      columns: conflictColumns,
      title: { vi: 'Người làm rà soát là thành viên của hộ', en: 'Who works on the round and lives in its households' },
      place,
    }
  },
  { whole: true },
)

export const conflictRoutes: Route[] = [list, listFile]
