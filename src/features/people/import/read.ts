/** What the file half of an import asks of a list of officials. Read in a worker, without the database. */
import { findBirth, findSex } from '#kernel/cells.ts'
import { tidyCitizenId } from '#kernel/citizenId.ts'
import { isName } from '#kernel/names.ts'
import { fold, tidy } from '#kernel/text.ts'
import { bringsAlike } from '#platform/server/imports/faulty.ts'
import { readFile, type SentFile, type Target } from '#platform/server/imports/read.ts'
import { type ColumnKey, columns } from './rules/columns.ts'
import { doubtsOf, groupRows, type ReadPerson } from './rules/group.ts'
import { type Against, type ReadRow, rowReader } from './rules/rows.ts'
import { understood } from './rules/understood.ts'

export type Counts = {
  readonly people: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly given: number
}

const officials: Target<ColumnKey, Against, ReadRow, ReadPerson, Counts> = {
  columns,
  leaves: ({ units }) => {
    const names = new Set(units.map(({ name }) => tidy(name).toLowerCase()))
    return {
      mayBe: ({ name, sex, birth, citizenId, post }) =>
        (isName(tidy(name)) && (birth !== '' || post !== '')) ||
        findSex(sex) !== null ||
        /\d{9}/.test(tidyCitizenId(citizenId)) ||
        (name !== '' && findBirth(birth) !== null),
      isPart: (text) => names.has(tidy(text).toLowerCase()),
    }
  },
  rowReader,
  group: groupRows,
  doubts: (rows) => [...understood(rows), ...doubtsOf(rows)].sort((a, b) => a.row - b.row),
  // Two of one name are one person where birth and unit are the same too: of a province there are hundreds of a name.
  brings: (rows) =>
    bringsAlike(rows, ({ personalNumber, citizenId, name, birth, unit, within }) => [
      tidy(personalNumber),
      tidyCitizenId(citizenId),
      name === '' ? '' : [name, birth, unit, within].map((cell) => fold(tidy(cell))).join(' | '),
    ]),
  rowsOf: ({ posts }) => 1 + posts.length,
  // What becomes of them the database says.
  count: (people) => ({ people: people.length, added: 0, changed: 0, unchanged: 0, given: 0 }),
}

export const read = (file: SentFile, against: Against) => readFile(officials, file, against)
