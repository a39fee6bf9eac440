/** What a new password must be, said before it is sent. The server asks the same. */
import { nfc } from '#kernel/text.ts'
import type { Words } from '#platform/web/language.ts'

export const shortestPassword = 10

export const passwordHint: Words = {
  vi: `Ít nhất ${shortestPassword} ký tự. Một câu dài dễ nhớ là tốt nhất.`,
  en: `At least ${shortestPassword} characters. A long sentence is best.`,
}

/** Why these two do not make a password yet; null when they do. */
export function whyNotPassword(password: string, again: string): Words | null {
  if (nfc(password).length < shortestPassword) return passwordHint
  if (nfc(password) !== nfc(again)) return { vi: 'Hai lần nhập chưa giống nhau.', en: 'The two are not the same.' }
  return null
}
