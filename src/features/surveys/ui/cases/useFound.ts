/** Households found for the list of a round, asked a moment after the last letter. */
import { useEffect, useState } from 'preact/hooks'
import type { findForList as contract } from '#features/rounds/adding/contract.ts'
import { numbersIn } from '#features/rounds/adding/rules.ts'
import { findForList } from '#features/rounds/adding/ui/calls.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId, RoundId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import { asProblem, type WebProblem } from '#platform/web/problem.ts'

export type Way = 'words' | 'numbers' | 'village'
export type Sought = {
  readonly way: Way
  readonly q: string
  readonly pasted: string
  readonly villageId: AreaId | null
}
type Answer = OutputOf<typeof contract>
type State = { readonly data: Answer | null; readonly problem: WebProblem | null }

function inputOf({ way, q, pasted, villageId }: Sought) {
  if (way === 'words') return q.trim() ? { q: q.trim() } : null
  if (way === 'village') return villageId ? { villageId } : null
  const numbers = numbersIn(pasted).slice(0, 500)
  return numbers.length > 0 ? { numbers } : null
}

/** `again` changes where the same question is to be asked anew: after households were added. */
export function useFound(roundId: RoundId, sought: Sought, again: number): State {
  const [state, setState] = useState<State>({ data: null, problem: null })
  const input = inputOf(sought)
  const key = JSON.stringify(input)
  useEffect(() => {
    if (!input) return setState({ data: null, problem: null })
    const stop = new AbortController()
    const wait = setTimeout(() => {
      send(findForList, { roundId, ...input }, { signal: stop.signal }).then(
        (data) => !stop.signal.aborted && setState({ data, problem: null }),
        (fault) => !stop.signal.aborted && setState({ data: null, problem: asProblem(fault) }),
      )
    }, 250)
    return () => {
      clearTimeout(wait)
      stop.abort()
    }
  }, [key, roundId, again])
  return state
}
