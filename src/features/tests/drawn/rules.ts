/** How a test is drawn and put in order, the same for the same seed; what of a question a learner is given; its steps. */
import type { FrameworkTopicId, QuestionId } from '#kernel/ids.ts'
import type { QuestionBody, QuestionKind } from '../bank/model.ts'
import type { Lack, Part, Sheet, TestState } from './model.ts'

/** A number of 32 bits that words are turned into (FNV-1a, mixed as Murmur ends): the same everywhere. */
function mixed(words: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** In an order that the seed alone says, whatever order they came in. */
const shuffled = <T>(all: readonly T[], seed: string, nameOf: (one: T) => string): T[] =>
  all
    .map((one) => ({ one, name: nameOf(one), rank: mixed(`${seed}|${nameOf(one)}`) }))
    .sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1))
    .map(({ one }) => one)

export type InBank = {
  readonly questionId: QuestionId
  readonly topicId: FrameworkTopicId
  readonly kind: QuestionKind
}

/** What of the bank a seed draws for the parts, each question once, and what the bank lacks for them. */
export function drawn<T extends InBank>(
  bank: readonly T[],
  { parts, seed }: { readonly parts: readonly Part[]; readonly seed: string },
): { readonly items: T[]; readonly lacks: Lack[] } {
  const left = new Set(shuffled(bank, seed, ({ questionId }) => questionId))
  const items: T[] = []
  const lacks: Lack[] = []
  // Who takes any kind takes what the others leave.
  const inTurn = [...parts.filter(({ kind }) => kind !== null), ...parts.filter(({ kind }) => kind === null)]
  for (const { topicId, kind, count } of inTurn) {
    const fitting = [...left].filter((one) => one.topicId === topicId && (kind === null || one.kind === kind))
    const taken = fitting.slice(0, count)
    for (const one of taken) left.delete(one)
    items.push(...taken)
    if (taken.length < count) lacks.push({ topicId, kind, lacks: count - taken.length })
  }
  return { items, lacks }
}

/** The numbers of the questions in the order of a variant. */
export const orderOf = (numbers: readonly number[], seed: string, variant: number): number[] =>
  shuffled(numbers, `${seed}|${variant}`, String)

/** Which variant a person is given. */
export const variantOf = (person: string, { seed, variants }: { readonly seed: string; readonly variants: number }) =>
  1 + (mixed(`${seed}|${person}`) % variants)

/** A question without what is right. */
export function sheetOf(ask: string, body: QuestionBody): Sheet {
  switch (body.kind) {
    case 'single':
    case 'multiple':
      return { ask, kind: body.kind, options: body.options }
    case 'true_false':
      return { ask, kind: body.kind }
    case 'numeric':
      return { ask, kind: body.kind, unit: body.unit }
    case 'household': {
      const { standardId, day, facts } = body
      return { ask, kind: body.kind, household: { standardId, day, facts } }
    }
  }
}

export const questionsIn = (parts: readonly Part[]): number => parts.reduce((sum, { count }) => sum + count, 0)

const line = ['draft', 'fixed', 'open', 'closed'] as const satisfies readonly TestState[]

/** On to the next state, or back to the one before; null where it is no step. */
export function stepTo(from: TestState, to: TestState): 'on' | 'back' | null {
  const apart = line.indexOf(to) - line.indexOf(from)
  return apart === 1 ? 'on' : apart === -1 ? 'back' : null
}

/**
 * What may follow. What somebody has answered is not drawn anew; of a class that was called off nothing is opened; and once
 * a class was completed its learners know what was right, so that nothing is opened again.
 */
type After = { readonly begun: number; readonly off: boolean; readonly wasCompleted: boolean }
export const nextOf = (state: TestState, { begun, off, wasCompleted }: After): TestState[] =>
  line.filter((to) => {
    const how = stepTo(state, to)
    if (to === 'open' && (off || (how === 'back' && wasCompleted))) return false
    return how === 'on' || (how === 'back' && (begun === 0 || to === 'open'))
  })

/** A short code on every page: which test, which order, whose sheet. Without letters that are taken for figures. */
export function codeOf(test: string, variant: number, whose: string): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  const short = (words: string, size: number) => {
    const hash = mixed(words)
    return Array.from({ length: size }, (_, at) => letters[(hash >>> (at * 5)) & 31]).join('')
  }
  return `${short(test, 4)}-${variant}-${short(`${test}|${whose}`, 5)}`
}
