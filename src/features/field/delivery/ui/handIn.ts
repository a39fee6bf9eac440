/** A file of another phone brought in: in parts, each form answered; harmless to do again. */
import type { Said } from '#kernel/text.ts'
import { asProblem, type WebProblem } from '#platform/web/problem.ts'
import { sendSealedTexts } from '#platform/web/together.ts'
import { readFile } from '../rules.ts'
import { deliver } from './calls.ts'

export type HandedIn = {
  readonly taken: number
  readonly refused: readonly { readonly at: number; readonly title: Said }[]
  /** Not answered: to be tried again. */
  readonly left: number
  /** Lines that were cut short on the way. */
  readonly broken: number
  readonly problem: WebProblem | null
}

const atOnce = 100

/** Null where it is no such file. */
export async function handIn(text: string, onPart: (done: number, of: number) => void): Promise<HandedIn | null> {
  const file = readFile(text)
  if (!file) return null
  const { sealed, broken } = file
  let [taken, answered] = [0, 0]
  const refused: { at: number; title: Said }[] = []
  let problem: WebProblem | null = null
  for (let at = 0; at < sealed.length && !problem; at += atOnce) {
    onPart(at, sealed.length)
    try {
      const told = await sendSealedTexts(deliver, sealed.slice(at, at + atOnce))
      for (const [n, one] of told.entries()) {
        if (!one || one.status >= 500) continue
        answered += 1
        if (one.problem) refused.push({ at: at + n + 1, title: one.problem.title })
        else taken += 1
      }
    } catch (fault) {
      problem = asProblem(fault)
    }
  }
  return { taken, refused, left: sealed.length - answered, broken, problem }
}
