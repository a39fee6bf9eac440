/** The lists of the register as files and on paper. */
import { classWords } from '#kernel/classes.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import type { Route } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { goneColumns, householdColumns, memberColumns, noClass } from './columns.ts'
import * as contract from './contract.ts'
import type { ListedHousehold } from './model/views.ts'
import { householdAt, householdsAt } from './routes.ts'

const onDay = (day: PlainDate) => ({ vi: `trong ngày ${showDate(day)}`, en: `on ${showDate(day)}` })

export const householdFiles: Route[] = [
  fileOf(contract.householdsFile, async (call, window) => {
    const { rows, area, day, total, more } = await householdsAt(call, {
      ...window,
      far: true,
      ...(window.last && { beside: { household: window.last as HouseholdId, side: 'after' } }),
    })
    const { class: wanted, q } = call.input
    return {
      rows,
      more: more ? rows.length === window.size : total > window.page * window.size,
      columns: householdColumns,
      mark: (row: ListedHousehold) => row.householdId,
      title: { vi: 'Danh sách hộ', en: 'Households' },
      place: area.name,
      filters: [
        onDay(day),
        ...(wanted ? [wanted === 'none' ? noClass : classWords[wanted]] : []),
        ...(q?.trim() ? [{ vi: `tìm "${q.trim()}"`, en: `search "${q.trim()}"` }] : []),
      ],
    }
  }),
  fileOf(
    contract.membersFile,
    async (call) => {
      const { members, others, headName, village, day } = await householdAt(call)
      const { gone = false } = call.input
      return {
        rows: gone ? others : members,
        columns: gone ? goneColumns : memberColumns,
        title: gone
          ? { vi: 'Người không ở trong hộ', en: 'Persons not in the household' }
          : { vi: 'Thành viên của hộ', en: 'Members of the household' },
        place: `${headName}, ${village.name}`,
        filters: [onDay(day)],
      }
    },
    { whole: true },
  ),
]
