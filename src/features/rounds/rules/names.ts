/** How a round is called that begins. Pure. */
import { fold } from '#kernel/text.ts'

/** The name, or with the first number (`lần 2`) under which the commune has no round yet. */
export function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map(fold))
  const tried = (n: number) => (n === 1 ? name : `${name} (lần ${n})`)
  let n = 1
  while (used.has(fold(tried(n)))) n += 1
  return tried(n)
}
