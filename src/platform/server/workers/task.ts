/** How a piece of work is named, given to a worker process and answered. */
import { Problem, type ProblemStatus } from '#kernel/problem.ts'
import type { Said } from '#kernel/text.ts'

/** A module whose functions can be done elsewhere: plain data in, plain data or bytes out. `M` is its type. */
export type Tasks<M> = { readonly address: string; readonly module?: M }

/** `tasksAt<typeof import('./compose.ts')>(new URL('./compose.ts', import.meta.url))` */
export const tasksAt = <M>({ href }: URL): Tasks<M> => ({ address: href })

/** Functions of any kind, whose own types `run` keeps. */
export type Doers = Record<string, (...given: never[]) => unknown>

export type Task = { readonly address: string; readonly name: string; readonly given: readonly unknown[] }

type Refusal = {
  readonly code: string
  readonly status: ProblemStatus
  readonly said: Said
  readonly facts: Problem['facts']
}
/** A refusal keeps its words on the way; a fault is told by its stack. */
export type Outcome =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'fault'; readonly stack: string }

export const refusedBy = ({ code, status, said, facts }: Problem): Outcome => ({
  kind: 'refused',
  refusal: { code, status, said, facts },
})

/** The result, or what was thrown where it was done. */
export function resultOf(outcome: Outcome): unknown {
  if (outcome.kind === 'done') return outcome.result
  if (outcome.kind === 'fault') throw Object.assign(new Error('a worker failed'), { stack: outcome.stack })
  const { code, status, said, facts } = outcome.refusal
  throw Object.assign(new Problem(code, { status, ...said }), { facts })
}
