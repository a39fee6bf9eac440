/** A sheet of paper as it is typed. */
import type { OutputOf } from '#kernel/endpoint.ts'
import type { Words } from '#platform/web/language.ts'
import { letterOf } from '../../bank/rules.ts'
import type { Sheet } from '../../drawn/model.ts'
import type * as contract from '../contract.ts'
import { readAnswer } from '../rules.ts'

export type ResultsAnswer = OutputOf<typeof contract.listResults>

/** The sheets in the order of a variant. */
export const sheetsIn = ({ sheets, orders }: ResultsAnswer, variant: number): Sheet[] =>
  (orders[variant - 1] ?? []).flatMap((number) => sheets.find((one) => one.number === number)?.sheet ?? [])

/** What can be written there: "A-D", "Đ, S", "số", "N, C, T, K". */
export function takes({ kind, options = [] }: Sheet): Words {
  if (kind === 'numeric') return { vi: 'số', en: 'number' }
  if (kind === 'true_false') return { vi: 'Đ, S', en: 'T, F' }
  if (kind === 'household') return { vi: 'N, C, T, K', en: 'N, C, T, K' }
  const letters = `A-${letterOf(options.length - 1)}`
  return kind === 'multiple' ? { vi: `${letters}, nhiều ý`, en: `${letters}, several` } : { vi: letters, en: letters }
}

export const cellFault = (sheet: Sheet, text: string): Words | null =>
  readAnswer(sheet, text) === undefined ? { vi: 'Không đọc được.', en: 'It cannot be read.' } : null
