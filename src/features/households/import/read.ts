/** What the file half of an import asks of a list of households. Read in a worker, without the register. */
import { readFile, type SentFile, type Target } from '#platform/server/imports/read.ts'
import { brokenNumbers } from './rules/brokenNumbers.ts'
import { type ColumnKey, columns } from './rules/columns.ts'
import { doubtsBetween, groupRows, type ReadHousehold } from './rules/group.ts'
import { mayBeMember } from './rules/mayBe.ts'
import { type Against, type ReadMember, rowReader, type Village, villageFinder } from './rules/rows.ts'
import { householdsAround } from './rules/together.ts'

const membersOf = (households: readonly ReadHousehold[]): number =>
  households.reduce((sum, { members }) => sum + members.length, 0)

export type Counts = {
  readonly households: number
  readonly members: number
  readonly villages: readonly (Village & { readonly households: number; readonly members: number })[]
}

function count(households: readonly ReadHousehold[], { villages }: Against): Counts {
  return {
    households: households.length,
    members: membersOf(households),
    villages: villages.flatMap(({ areaId, name }) => {
      const mine = households.filter((household) => household.villageId === areaId)
      return mine.length > 0 ? [{ areaId, name, households: mine.length, members: membersOf(mine) }] : []
    }),
  }
}

const households: Target<ColumnKey, Against, ReadMember, ReadHousehold, Counts> = {
  columns,
  leaves: ({ villages }) => {
    const find = villageFinder(villages)
    return { mayBe: mayBeMember(find), isPart: (text) => find(text) !== null }
  },
  rowReader,
  group: groupRows,
  doubts: function* (rows) {
    yield* brokenNumbers(rows)
    yield* doubtsBetween(rows)
  },
  brings: householdsAround,
  rowsOf: ({ members }) => members.length,
  count,
}

export const read = (file: SentFile, against: Against) => readFile(households, file, against)
