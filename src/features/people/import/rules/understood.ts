/** What of a file was understood otherwise than it is written, or may be a slip: a person looks at it before it is written. Pure. */
import { type Fault, faultAt } from '#kernel/imports.ts'
import { type Sex, sexWords } from '#kernel/persons.ts'
import { tidy } from '#kernel/text.ts'
import { doubtOfName } from '../../roster/rules.ts'
import type { ColumnKey } from './columns.ts'
import type { ReadRow } from './rows.ts'

const isWord = (cell: string, sex: Sex): boolean =>
  [sexWords[sex].vi, sexWords[sex].en].some((word) => word.toLowerCase() === tidy(cell).toLowerCase())

export function* understood(rows: readonly ReadRow[]): Generator<Fault<ColumnKey>> {
  const spelt = new Map<string, ReadRow[]>()
  for (const row of rows) {
    const doubt = doubtOfName(row.who.name)
    if (doubt) yield faultAt(row, 'name', doubt)
    const { sexAsWritten: cell } = row
    if (!isWord(cell, row.who.sex)) spelt.set(tidy(cell), [...(spelt.get(tidy(cell)) ?? []), row])
  }
  // Once for each spelling: a whole column may be written so.
  for (const [cell, [first, ...more]] of spelt) {
    if (!first) continue
    const { vi, en } = sexWords[first.who.sex]
    yield faultAt(first, 'sex', {
      vi: `“${cell}” được hiểu là ${vi}${more.length > 0 ? `, ở ${more.length + 1} dòng` : ''}. Nếu không phải, hãy ghi lại Nam hoặc Nữ.`,
      en: `“${cell}” is understood as ${en}${more.length > 0 ? ` in ${more.length + 1} rows` : ''}. If it is not, write male or female.`,
    })
  }
}
