/** Reading for a page: loading, problem, data, and the old data kept in sight while the new is on its way. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Call, partsOf, send } from './calls.ts'
import { asProblem, type WebProblem } from './problem.ts'

export type Read<O> = {
  readonly data: O | null
  readonly problem: WebProblem | null
  /** On its way. With data in hand the page stays and may say "đang cập nhật". */
  readonly loading: boolean
  readonly again: () => void
}

type State<O> = { readonly subject: string; readonly data: O | null; readonly problem: WebProblem | null }
type Reader = { readonly name: string; readonly again: () => void }
const readers = new Set<Reader>()

/** Reads again what is on the screen: all of it, or the named calls only. */
export function refresh(calls?: readonly { readonly name: string }[]): void {
  for (const reader of readers) if (!calls || calls.some((call) => call.name === reader.name)) reader.again()
}

/**
 * Reads a call while the component stands. `null` as input waits. Names in the path say which record is meant: another
 * record drops the old data, another filter keeps it until the new comes.
 */
export const useRead = <I extends object, O>(call: Call<I, O>, input: I | null): Read<O> =>
  useAnswer(call, input, (given, signal) => send(call, given, { signal }))

type Ask<I, A> = (input: I, signal: AbortSignal) => Promise<A>

/** The same with another way to ask: what a page holds is what `ask` resolves with. */
export function useAnswer<I extends object, A>(
  call: Pick<Call<I, unknown>, 'name' | 'path'>,
  input: I | null,
  ask: Ask<I, A>,
): Read<A> {
  const [state, setState] = useState<State<A>>({ subject: '', data: null, problem: null })
  const [round, setRound] = useState(0)
  const [settled, setSettled] = useState('')
  const subject = input ? partsOf(call, input).path : ''
  const wanted = input ? `${round} ${call.name} ${JSON.stringify(input)}` : ''
  const latest = useRef(input)
  latest.current = input

  useEffect(() => {
    const reader = { name: call.name, again: () => setRound((n) => n + 1) }
    readers.add(reader)
    return () => void readers.delete(reader)
  }, [call.name])

  useEffect(() => {
    if (!wanted || !latest.current) return
    const stop = new AbortController()
    const settle = (next: (before: State<A>) => State<A>) => {
      if (stop.signal.aborted) return
      setState(next)
      setSettled(wanted)
    }
    ask(latest.current, stop.signal).then(
      (data) => settle(() => ({ subject, data, problem: null })),
      (fault) => settle((before) => ({ subject, data: keptData(before, subject), problem: asProblem(fault) })),
    )
    return () => stop.abort()
  }, [wanted])

  const mine = state.subject === subject
  return {
    data: mine ? state.data : null,
    problem: mine && settled === wanted ? state.problem : null,
    loading: wanted !== '' && settled !== wanted,
    again: () => setRound((n) => n + 1),
  }
}

const keptData = <O>(before: State<O>, subject: string): O | null => (before.subject === subject ? before.data : null)
