/** What the file half of an import asks of a list of topics. Read in a worker, without the database. */
import { readFile, type SentFile, type Target } from '#platform/server/imports/read.ts'
import { type ColumnKey, columns } from './rules/columns.ts'
import { type Against, type Counts, countOf, groupRows, type ReadTopic, rowReader, topicsBefore } from './rules/rows.ts'

const topics = (against: Against): Target<ColumnKey, Against, ReadTopic, ReadTopic, Counts> => ({
  columns,
  leaves: () => ({ mayBe: ({ code, title }) => code !== '' && title !== '', isPart: () => false }),
  rowReader,
  group: (rows, faults) => groupRows(rows, faults, against),
  doubts: () => [],
  brings: (rows) => topicsBefore(rows, against),
  rowsOf: () => 1,
  count: (read) => countOf(read, against.topics),
})

export const read = (file: SentFile, against: Against) => readFile(topics(against), file, against)
