/** What the file half of an import asks of a list of topics. Read in a worker, without the database. */
import { readFile, type SentFile, type Target } from '#platform/server/imports/read.ts'
import { type ColumnKey, columns } from './rules/columns.ts'
import { type Against, type Counts, countOf, groupRows, type ReadTopic, rowReader } from './rules/rows.ts'

const topics = (against: Against): Target<ColumnKey, Against, ReadTopic, ReadTopic, Counts> => ({
  columns,
  leaves: () => ({ mayBe: ({ code, title }) => code !== '' && title !== '', isPart: () => false }),
  rowReader,
  group: (rows, faults) => groupRows(rows, faults, against),
  doubts: () => [],
  rowsOf: () => 1,
  count: (read) => countOf(read, against.topics),
})

export const read = (file: SentFile, against: Against) => readFile(topics(against), file, against)
