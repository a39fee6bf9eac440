import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import { ofAll } from '../attempts/rules.ts'
import type { Remarked } from './model.ts'

/** Whether somebody passes now, or no longer. */
export function turnSaid({ before, after }: Remarked): Said {
  if (before.passed === after.passed) return { vi: 'không đổi', en: 'as before' }
  return after.passed ? { vi: 'nay đạt', en: 'passes now' } : { vi: 'không còn đạt', en: 'no longer passes' }
}

export const remarkedColumns = columnsOf<Remarked>()([
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (row) => row.name },
  { key: 'number', head: { vi: 'Lần làm', en: 'Attempt' }, number: true, text: (row) => row.number },
  { key: 'before', head: { vi: 'Điểm trước', en: 'Before' }, text: ({ before }) => ofAll(before) },
  { key: 'after', head: { vi: 'Điểm sau', en: 'After' }, text: ({ after }) => ofAll(after) },
  { key: 'turn', head: { vi: 'Đạt hay không', en: 'Passing' }, text: turnSaid },
])
