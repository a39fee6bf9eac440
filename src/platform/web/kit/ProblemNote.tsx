/** What happened, what is safe, what to do. Heard at once; `again` offers the retry. */
import { useEffect, useRef } from 'preact/hooks'
import { say } from '../language.ts'
import type { WebProblem } from '../problem.ts'
import { Button } from './Button.tsx'

type Props = { readonly of: WebProblem | null; readonly again?: (() => void) | undefined }

export function ProblemNote({ of, again }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (of) box.current?.scrollIntoView({ block: 'nearest' })
  }, [of])
  if (!of) return null
  return (
    <div ref={box} class="problem" role="alert">
      <p>{say(of.title)}</p>
      {again && (
        <Button look="quiet" onClick={again}>
          {say({ vi: 'Thử lại', en: 'Try again' })}
        </Button>
      )}
    </div>
  )
}
