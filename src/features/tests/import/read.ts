/** What the file half of an import asks of a list of questions. Read in a worker, without the database. */
import { fold } from '#kernel/text.ts'
import { bringsAlike } from '#platform/server/imports/faulty.ts'
import { readFile, type SentFile, type Target } from '#platform/server/imports/read.ts'
import { type ColumnKey, columns } from './rules/columns.ts'
import { type Against, type Counts, countOf, groupRows, type ReadQuestion, rowReader } from './rules/rows.ts'

const questions = (against: Against): Target<ColumnKey, Against, ReadQuestion, ReadQuestion, Counts> => ({
  columns,
  leaves: () => ({
    mayBe: ({ topic, kind, ask }) => [topic, kind, ask].filter((cell) => cell !== '').length > 1,
    isPart: () => false,
  }),
  rowReader,
  group: groupRows,
  doubts: () => [],
  brings: (rows) => bringsAlike(rows, ({ topic, ask }) => [`${fold(topic)} ${fold(ask)}`]),
  rowsOf: () => 1,
  count: (read) => countOf(read, against.known),
})

export const read = (file: SentFile, against: Against) => readFile(questions(against), file, against)
