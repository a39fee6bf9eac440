/** What happened, what is safe, what to do. Heard at once; `again` offers the retry where it can help, else the way back. */
import { useEffect, useRef } from 'preact/hooks'
import { say } from '../language.ts'
import type { WebProblem } from '../problem.ts'
import { Button } from './Button.tsx'

type Props = {
  readonly of: WebProblem | null
  readonly again?: (() => void) | undefined
  /** What it was said of was changed since: it is not said of what stands there now. */
  readonly earlier?: boolean
}

export function ProblemNote({ of, again, earlier = false }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (of) box.current?.scrollIntoView({ block: 'nearest' })
  }, [of])
  if (!of) return null
  return (
    <div ref={box} class="problem" role="alert">
      {earlier && (
        <p>
          <small>
            {say({
              vi: 'Nói về lần gửi trước; đã sửa sau đó, bấm lại để gửi.',
              en: 'Of what was sent before; changed since, send it again.',
            })}
          </small>
        </p>
      )}
      <p>{say(of.title)}</p>
      {again && of.passes && (
        <Button look="quiet" onClick={again}>
          {say({ vi: 'Thử lại', en: 'Try again' })}
        </Button>
      )}
      {again && of.status === 404 && <WaysOut />}
    </div>
  )
}

/** From a page of what is not there, or no more: where one came from, and the first page. */
const WaysOut = () => (
  <p>
    {history.length > 1 && (
      <Button look="quiet" onClick={() => history.back()}>
        {say({ vi: 'Quay lại', en: 'Back' })}
      </Button>
    )}{' '}
    <a href={location.pathname.startsWith('/phone') ? '/phone' : '/'}>
      {location.pathname.startsWith('/phone')
        ? say({ vi: 'Về Hộ của tôi', en: 'To My households' })
        : say({ vi: 'Về Việc của tôi', en: 'To My work' })}
    </a>
  </p>
)
