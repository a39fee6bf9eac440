/** Whether a refusal still speaks of what stands in a form: it does until one of the things changes that it speaks of. */
import { useRef } from 'preact/hooks'
import type { WebProblem } from './problem.ts'

/** `about`: what the refusal speaks of, as it stands now. Of what was typed otherwise since nothing is said. */
export function useStill(problem: WebProblem | null, about: unknown): WebProblem | null {
  const now = JSON.stringify(about)
  const told = useRef<{ problem: WebProblem | null; about: string }>({ problem: null, about: '' })
  if (told.current.problem !== problem) told.current = { problem, about: now }
  return told.current.about === now ? problem : null
}
