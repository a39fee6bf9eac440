/** What the file half of an import asks of a list of members. Read in a worker, without the database. */
import { findBirth, findDay } from '#kernel/cells.ts'
import { isName } from '#kernel/names.ts'
import { fold, tidy } from '#kernel/text.ts'
import { bringsAlike } from '#platform/server/imports/faulty.ts'
import { readFile, type SentFile, type Target } from '#platform/server/imports/read.ts'
import { type ColumnKey, columns } from './rules/columns.ts'
import { groupRows, type ReadBody } from './rules/plan.ts'
import { type Against, type ReadRow, rowReader } from './rules/rows.ts'

export type Counts = {
  readonly rows: number
  readonly bodies: number
  readonly joined: number
  readonly unchanged: number
}

const members: Target<ColumnKey, Against, ReadRow, ReadBody, Counts> = {
  columns,
  leaves: ({ bodies }) => {
    const names = new Set(bodies.map(({ name }) => fold(tidy(name))))
    return {
      mayBe: ({ body, name, role, from, birth }) =>
        (isName(tidy(name)) && (body !== '' || role !== '' || from !== '')) ||
        (name !== '' && (findDay(from) !== null || findBirth(birth) !== null)),
      isPart: (text) => names.has(fold(tidy(text))),
    }
  },
  rowReader,
  group: groupRows,
  doubts: () => [],
  brings: (rows) => bringsAlike(rows, ({ body, name }) => [`${fold(tidy(body))} ${fold(tidy(name))}`]),
  rowsOf: ({ rows }) => rows.length,
  // What becomes of them the database says.
  count: (bodies) => ({
    ...{ rows: bodies.reduce((sum, { rows }) => sum + rows.length, 0), bodies: bodies.length },
    ...{ joined: 0, unchanged: 0 },
  }),
}

export const read = (file: SentFile, against: Against) => readFile(members, file, against)
