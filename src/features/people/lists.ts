/** Who has access, as a file and on paper. */
import { namesOn } from '#features/areas/queries.ts'
import type { Route } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { givenHereSaid, grantColumns, leftGrantsSaid } from './columns.ts'
import { accessFile } from './contract.ts'
import { accessTo } from './routes.ts'

export const peopleFiles: Route[] = [
  fileOf(
    accessFile,
    async (call) => ({
      rows: (await accessTo(call)).grants,
      columns: grantColumns,
      title: { vi: 'Ai có quyền', en: 'Who has access' },
      filters: [...(call.input.ended ? [leftGrantsSaid] : []), ...(call.input.here ? [givenHereSaid] : [])],
      place: (await namesOn(call.db, [call.input.areaId], call.today)).get(call.input.areaId) ?? '',
    }),
    { whole: true },
  ),
]
