/** What is asked of all that is written in this room. */
import type { Said } from '#kernel/text.ts'
import { studyProblem } from './problems.ts'
import { holdsNumber } from './rules.ts'

/** What people write here, as they are told of it. */
const fields = {
  text: { vi: 'Nội dung', en: 'Text' },
  title: { vi: 'Tên', en: 'Title' },
  summary: { vi: 'Tóm tắt', en: 'Summary' },
  basis: { vi: 'Căn cứ', en: 'Source' },
  because: { vi: 'Lý do', en: 'Reason' },
  toWords: { vi: 'Nơi nhận', en: 'Whom it went to' },
} as const satisfies Record<string, Said>

type Written = Partial<Readonly<Record<keyof typeof fields, string | null | undefined>>>

/** Throws where a number by which a person is known stands in what others will read. */
export function mustNameNobody(written: Written): void {
  for (const [field, said] of Object.entries(fields))
    if (holdsNumber(written[field as keyof Written] ?? '')) throw studyProblem('study.number', { field: said })
}
