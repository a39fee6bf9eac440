/** Which steps of time a code may be of. Pure. */
import { codeSeconds, oldestSeconds } from './model.ts'

export const stepAt = (nowMs: number): number => Math.floor(nowMs / 1000 / codeSeconds)

/** The steps whose codes are taken now: none began more than `oldestSeconds` ago, and none is to come. */
export function stepsTaken(nowMs: number): number[] {
  const last = stepAt(nowMs)
  return Array.from({ length: oldestSeconds / codeSeconds }, (_, back) => last - back)
}

/** What is typed, as it is sent: "1234 5678" and "12345678" are one; null of what is no code. */
export const codeIn = (text: string): string | null => {
  const bare = text.replace(/[\s.-]/g, '')
  return /^\d{8}$/.test(bare) ? bare : null
}
export const codeSaid = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`
