/** What JSON would let pass without a word. */
import type { Said } from '#kernel/text.ts'

/** A text with the colon after it, a brace, a number. */
const pieces = /"((?:[^"\\]|\\.)*)"(\s*:)?|[{}]|-?\d[\d.eE+-]*/g
const thousands = /^-?[1-9]\d{0,2}\.000$/

const twice = (name: string): Said => ({ vi: `"${name}" có hai lần`, en: `"${name}" stands twice` })
const notThousands = (piece: string): Said => ({
  vi: `${piece} trong JSON là ${Number(piece)}; hãy ghi ${piece.replace('.', '')} hoặc ${Number(piece)}`,
  en: `${piece} is ${Number(piece)} in JSON; write ${piece.replace('.', '')} or ${Number(piece)}`,
})

function firstDoubt(text: string): Said | null {
  const open: Set<string>[] = []
  for (const [piece, said = '', colon] of text.matchAll(pieces)) {
    if (piece === '{') open.push(new Set())
    else if (piece === '}') open.pop()
    else if (colon !== undefined) {
      const name = said.includes('\\') ? String(JSON.parse(`"${said}"`)) : said
      if (open.at(-1)?.has(name)) return twice(name)
      open.at(-1)?.add(name)
    } else if (thousands.test(piece)) return notThousands(piece)
  }
  return null
}

/** Goes through without calling itself: a line may be nested as deep as it is long. */
function namesIn(value: unknown): number {
  const waiting: unknown[] = [value]
  let count = 0
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next !== 'object' || next === null) continue
    const held = Object.values(next)
    if (!Array.isArray(next)) count += held.length
    for (const one of held) if (typeof one === 'object') waiting.push(one)
  }
  return count
}

/** What may be a name: a quote and a colon stand together in a text too, where the quote is written `\"`. */
function colonsIn(text: string): number {
  const colon = /"\s*:/g
  let count = 0
  while (colon.test(text)) count++
  return count
}

/**
 * A name that stands twice in one object, of which the last would count, or `800.000`, which is 800 to a machine; null
 * where the text of the value has neither. Counting first is a quarter of the work.
 */
export const doubtIn = (text: string, value: unknown): Said | null =>
  colonsIn(text) === namesIn(value) && !text.includes('.000') ? null : firstDoubt(text)
