/** Changing what others may have changed since it was read: what touches comes back side by side, is chosen, and sent again. */
import { useRef } from 'preact/hooks'
import { decided, same } from '#kernel/revisions.ts'
import type { Change } from './changes.ts'
import type { WebProblem } from './problem.ts'
import type { Told } from './told.ts'

export type EditInHand<I, O> = Change<I, O> & {
  /** What a person must decide; none where nothing touches. */
  readonly touching: readonly Told[]
  /** Sends it again: of what touches, `mine` as typed and the rest as it stands. */
  readonly decide: (mine: ReadonlySet<string>) => Promise<O | null>
}

/** What is sent of a change: the fields that are not as they were seen. */
export function changesOf<T extends object>(was: T, now: T): Partial<T> {
  const changed = Object.entries(now).filter(([field, value]) => !same(value, was[field as keyof T]))
  return Object.fromEntries(changed) as Partial<T>
}

/** A change that can be sent once more with something added to what was sent last. */
export function useAgain<I extends object, O>(change: Change<I, O>) {
  const sent = useRef<I | null>(null)
  const run: Change<I, O>['run'] = (input, file) => {
    sent.current = input
    return change.run(input, file)
  }
  /** Null where nothing is left to be sent: what was refused is let go. */
  const runWith = async (more: (input: I) => I | null) => {
    const next = sent.current && more(sent.current)
    if (!next) change.clear()
    return next ? run(next) : null
  }
  return { run, runWith }
}

/** What was asked stays in sight while its answer is on its way. */
export function useMeanwhile<T>(asked: T, pending: boolean): T {
  const last = useRef(asked)
  if (!pending) last.current = asked
  return last.current
}

/** What is sent after a choice: of what touches, `mine` as typed and the rest as it stands; null where nothing is left. */
export type Choose<I> = (input: I, touching: readonly Told[], mine: (field: string) => boolean) => I | null

export function useEdit<I extends object, O>(change: Change<I, O>, choose: Choose<I> = decided): EditInHand<I, O> {
  const { run, runWith } = useAgain(change)
  const touching = useMeanwhile(touchingOf(change.problem), change.pending)
  const decide = (mine: ReadonlySet<string>) => runWith((input) => choose(input, touching, (field) => mine.has(field)))
  return { ...change, run, problem: touching.length > 0 ? null : change.problem, touching, decide }
}

const touchingOf = (problem: WebProblem | null): readonly Told[] =>
  problem?.code === 'record.changed_since' ? (problem.facts.touching as readonly Told[]) : []
