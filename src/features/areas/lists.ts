/** The lists of units as files and on paper. */
import { showDate } from '#kernel/dates.ts'
import type { Route } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { childColumns, declaredColumns } from './columns.ts'
import * as contract from './contract.ts'
import { listDeclaredTotals } from './declared.ts'
import { findArea } from './queries.ts'
import { childrenOf, lastName } from './routes.ts'

const whole = { whole: true } as const
const onDay = (day: Parameters<typeof showDate>[0]) => ({
  vi: `đơn vị ngày ${showDate(day)}`,
  en: `units as at ${showDate(day)}`,
})

export const areaFiles: Route[] = [
  fileOf(
    contract.declaredFile,
    async ({ db, input, today }) => {
      const day = input.day ?? today
      return {
        rows: await listDeclaredTotals(db, input.areaId),
        columns: declaredColumns,
        title: { vi: 'Tổng số do địa phương khai báo', en: 'Declared totals' },
        place: (await findArea(db, input.areaId, day))?.name ?? (await lastName(db, input.areaId, day)),
      }
    },
    whole,
  ),
  fileOf(
    contract.childrenFile,
    async (call) => {
      const { areas, day } = await childrenOf(call)
      const { db, input } = call
      return {
        rows: areas,
        columns: childColumns,
        title: { vi: 'Đơn vị trực thuộc', en: 'Units below' },
        place: (await findArea(db, input.areaId, day))?.name ?? (await lastName(db, input.areaId, day)),
        filters: [onDay(day)],
      }
    },
    whole,
  ),
]
