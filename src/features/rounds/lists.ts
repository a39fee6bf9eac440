/** The lists of rounds as files and on paper. */
import { getArea } from '#features/areas/queries.ts'
import type { RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Route } from '#platform/server/handle.ts'
import { withBrought } from '#platform/server/lists/brought.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import type { Joined } from '#platform/server/room.ts'
import { progressColumns, roundColumns, villageColumns } from './columns.ts'
import * as contract from './contract.ts'
import { standingCounts } from './counts/strayed.ts'
import { enumeratorColumns } from './list/columns.ts'
import { enumeratorsFile } from './list/contract.ts'
import { enumeratorsAt } from './list/routes.ts'
import { paceWords } from './model.ts'
import { getRound } from './must.ts'
import { progressFile } from './progress/contract.ts'
import { openProgress } from './progress/routes.ts'
import { everyOpen, standAtRound } from './queries.ts'
import { roundsOf, villagesOf } from './routes.ts'
import { isOpen } from './rules/progress.ts'

const whole = { whole: true } as const
const whichWords = {
  open: { vi: 'đang làm', en: 'under way' },
  ended: { vi: 'đã kết thúc', en: 'ended' },
} as const

const placeOf = async (db: Db, id: RoundId): Promise<string> => {
  const { areaName, name } = await getRound(db, id)
  return `${areaName}, ${name}`
}

export const roundFiles = ({ brought }: Pick<Joined, 'brought'>): Route[] => [
  fileOf(
    contract.listRoundsFile,
    async (call) => ({
      rows: (await roundsOf(call)).rounds,
      columns: roundColumns,
      title: { vi: 'Các kỳ rà soát', en: 'Review rounds' },
      place: (await getArea(call.db, call.input.areaId, call.today)).name,
      filters: call.input.which ? [whichWords[call.input.which]] : [],
    }),
    whole,
  ),
  fileOf(
    contract.villagesFile,
    async ({ db, input, today }) => {
      const round = await getRound(db, input.roundId)
      await standAtRound(db, round)
      return {
        rows: await villagesOf(db, round, { counts: await standingCounts(db, [round.roundId], today), today }),
        columns: await withBrought(
          villageColumns(round.windowUntil < today && isOpen(round.state)),
          { brought, to: contract.villagesFile.name },
          [db, round.roundId],
        ),
        title: { vi: 'Các thôn của kỳ rà soát', en: 'Villages of the round' },
        place: `${round.areaName}, ${round.name}`,
      }
    },
    whole,
  ),
  fileOf(
    enumeratorsFile,
    async (call) => ({
      rows: (await enumeratorsAt(call)).enumerators,
      columns: enumeratorColumns,
      title: { vi: 'Rà soát viên của kỳ', en: 'Enumerators of the round' },
      place: await placeOf(call.db, call.input.roundId),
    }),
    whole,
  ),
  fileOf(
    progressFile,
    async ({ db, input: { pace }, today }) => {
      const { rounds } = await openProgress(db, today, { from: 0, most: everyOpen })
      return {
        rows: rounds.filter((round) => pace === undefined || round.pace === pace),
        columns: progressColumns,
        title: { vi: 'Tiến độ rà soát', en: 'Progress of the reviews' },
        filters: pace ? [paceWords[pace]] : [],
      }
    },
    whole,
  ),
]
