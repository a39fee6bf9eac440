/** Numbers in the language of now: `1.500.000` and `48,5`, in English `1,500,000` and `48.5`. What is typed stays in the writing of its field. */
import * as kernel from '#kernel/numbers.ts'
import { inWriting } from '#kernel/numbers.ts'
import { language } from './language.ts'

export const showNumber = (value: number): string => inWriting(kernel.showNumber(value), language.value)
export const showMoney = (amount: kernel.Vnd): string => inWriting(kernel.showMoney(amount), language.value)

export function showShare(part: number, whole: number): string | null {
  const share = kernel.showShare(part, whole)
  return share && inWriting(share, language.value)
}
