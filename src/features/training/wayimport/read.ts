/** What the file half of an import asks of a list of ways. Read in a worker, without the database. */
import { fold, tidy } from '#kernel/text.ts'
import { bringsAlike } from '#platform/server/imports/faulty.ts'
import { readFile, type SentFile, type Target } from '#platform/server/imports/read.ts'
import { type ColumnKey, columns } from './rules/columns.ts'
import { type Against, type Counts, countOf, groupRows, type ReadWay, rowReader } from './rules/rows.ts'

const ways = (against: Against): Target<ColumnKey, Against, ReadWay, ReadWay, Counts> => ({
  columns,
  leaves: () => ({
    mayBe: ({ from, to, km }) => [from, to, km].filter((cell) => cell !== '').length > 1,
    isPart: () => false,
  }),
  rowReader,
  group: groupRows,
  doubts: () => [],
  brings: (rows) => bringsAlike(rows, ({ from, to }) => [[fold(tidy(from)), fold(tidy(to))].sort().join(' ')]),
  rowsOf: () => 1,
  count: (read) => countOf(read, against),
})

export const read = (file: SentFile, against: Against) => readFile(ways(against), file, against)
