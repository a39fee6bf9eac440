/** What stands in a file of plans. */

import { type Known, size } from './ground.ts'
import type { Asker } from './readings.ts'
import type { Inside, Sent } from './sent.ts'
import { about, linesOf } from './shape.ts'

const beginning = (text: string): string => {
  const line = text.replaceAll('"', '').replace(/\s+/g, ' ').trim()
  return line.length > 110 ? `${line.slice(0, 110)}…` : line
}

const often = (times: number): string => (times === 1 ? 'once' : `${about(times)} times`)

/** Of what row security asks only how often; its plans stand in `every-call.txt`. */
const insideOf = (inside: readonly Inside[], { guards }: Known): string[] => {
  const asked = inside.filter(({ of }) => guards.has(of)).map(({ of, times }) => `${of} ${often(times)}`)
  const others = inside.filter(({ of }) => !guards.has(of))
  return [
    ...(asked.length > 0 ? [`  row security asks ${asked.join(', ')}`] : []),
    ...others.flatMap(({ of, text, plan, times }) => [
      `  in ${of}, ${often(times)}: ${beginning(text)}`,
      ...linesOf(plan, 2),
    ]),
  ]
}

export const textOf = (sent: Sent, known: Known): string =>
  [beginning(sent.text), ...linesOf(sent.plan, 1), ...insideOf(sent.inside, known)].join('\n')

const ground = `On ${size.households.toLocaleString('en')} households, 600 of them in the large commune.`

export type Part = { readonly asker: Asker; readonly statements: readonly string[] }

/** A file: the call, and the statements it sends for each who asks; where they are the next one's too, once. */
export function fileOf(title: string, parts: readonly Part[]): string {
  const texts = parts.map(({ statements }) => statements.join('\n\n'))
  const heads = parts.map(({ asker: { who, role } }, at) => {
    const isSame = at > 0 && texts[at] === texts[at - 1]
    return `# ${who}, as ${role}${isSame ? ': the same' : `\n\n${texts[at]}`}`
  })
  return `${[title, ground, ...heads].join('\n\n')}\n`
}

/** The plans inside the functions that row security asks, each once. */
export function guardsOf(sent: readonly Sent[], { guards }: Known): string[] {
  const asked = sent.flatMap(({ inside }) => inside).filter(({ of, text }) => guards.has(of) && text !== '')
  const first = new Map(asked.map((one) => [`${one.of}, in row security: ${beginning(one.text)}`, one.plan]))
  return [...first].map(([head, plan]) => [head, ...linesOf(plan, 1)].join('\n'))
}
