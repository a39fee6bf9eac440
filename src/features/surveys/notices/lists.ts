/** What this room adds to the files of others' lists. */
import type { RoundId } from '#kernel/ids.ts'
import type { BroughtColumns } from '#platform/server/lists/brought.ts'
import { villageNotices } from './columns.ts'
import { villagesTold as toldIn } from './queries.ts'

/** Of each village of a round, how many of its notices wait; no column where nothing was ever told. */
export const villagesTold: BroughtColumns = {
  to: 'rounds.villagesFile',
  columns: async (db, roundId) => {
    const told = await toldIn(db, roundId as RoundId)
    const open = new Map<string, number>(told.map((one) => [one.villageId, one.open]))
    return told.length === 0 ? [] : [{ ...villageNotices, text: ({ villageId }) => open.get(villageId) ?? 0 }]
  },
}
