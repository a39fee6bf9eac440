/** What the family's copy of a result says, line by line, before it is drawn. Pure. */
import type { Verdict } from '#features/standards/model/verdict.ts'
import type { Line } from '#features/standards/rules/words.ts'

export type CopyLine = { readonly text: string; readonly look: 'title' | 'heading' | 'class' | 'plain' | 'quiet' }

export type CopyPart = {
  readonly heading: string
  readonly standard: string
  readonly className: string
  readonly class: Verdict['class']
  readonly lines: readonly Line[]
  readonly changes: string
}

const whyKinds: readonly Line['kind'][] = ['class', 'income', 'lacking', 'not_lacking', 'open', 'missing']

/** Each standard with its class, why, and what would change it; the class of an open one is said in its lines. */
export function partLines({ heading, standard, className, class: known, lines, changes }: CopyPart): CopyLine[] {
  const plain = (of: readonly Line[]): CopyLine[] => of.map(({ text }) => ({ text: `- ${text}`, look: 'plain' }))
  const why = lines.filter(({ kind }) => whyKinds.includes(kind) && (kind !== 'class' || known === null))
  const change = lines.filter(({ kind }) => kind === 'change')
  return [
    { text: heading, look: 'heading' },
    { text: standard, look: 'quiet' },
    { text: className, look: 'class' },
    ...plain(why),
    ...(change.length > 0 ? [{ text: changes, look: 'heading' } as const, ...plain(change)] : []),
  ]
}

/** A text in lines no wider than there is room; a word that is wider stands alone. */
export function wrapped(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measure(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}
