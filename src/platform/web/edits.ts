/** Changing what others may have changed since it was read: what touches comes back side by side, is chosen, and sent again. */
import { useRef } from 'preact/hooks'
import { decided, type Touching } from '#kernel/revisions.ts'
import type { Call } from './calls.ts'
import { type Change, type ChangeOptions, useChange } from './changes.ts'
import type { WebProblem } from './problem.ts'

/** A field that both touched, as the server tells it. */
export type Told = Touching & {
  readonly by: string
  /** When the value that stands was recorded; null where that was not kept. */
  readonly at: string | null
  /** Both values in words, where they are ids. */
  readonly said?: { readonly yours: unknown; readonly theirs: unknown }
}

export type EditInHand<I, O> = Change<I, O> & {
  /** What a person must decide; none where nothing touches. */
  readonly touching: readonly Told[]
  /** Sends it again: of what touches, `mine` as typed and the rest as it stands. */
  readonly decide: (mine: ReadonlySet<string>) => Promise<O | null>
}

export function useEdit<I extends object, O>(call: Call<I, O>, options: ChangeOptions = {}): EditInHand<I, O> {
  const change = useChange(call, options)
  const sent = useRef<I | null>(null)
  const run = (input: I) => {
    sent.current = input
    return change.run(input)
  }
  const touching = touchingOf(change.problem)
  const decide = async (mine: ReadonlySet<string>) =>
    sent.current ? run(decided(sent.current, touching, (field) => mine.has(field))) : null
  return { ...change, problem: touching.length > 0 ? null : change.problem, run, touching, decide }
}

const touchingOf = (problem: WebProblem | null): readonly Told[] =>
  problem?.code === 'record.changed_since' ? (problem.facts.touching as readonly Told[]) : []
