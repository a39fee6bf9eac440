/** On the screen of a session: a code that changes every few seconds, to scan or to type. */
import { useEffect, useState } from 'preact/hooks'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { ClassSessionId } from '#kernel/ids.ts'
import { useFilter } from '#platform/web/address.ts'
import { send } from '#platform/web/calls.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import { asProblem, type WebProblem } from '#platform/web/problem.ts'
import type * as contract from '../contract.ts'
import { oldestSeconds } from '../model.ts'
import { codeSaid } from '../rules.ts'
import { showCode, showTaughtCode } from './calls.ts'
import '../../ui/classes.css'

type Screen = OutputOf<typeof contract.showCode>

/** Asked anew when the one that is shown ends; of a line that is away again and again. */
function useScreen(classSessionId: ClassSessionId, teaches: boolean) {
  const [screen, setScreen] = useState<Screen | null>(null)
  const [problem, setProblem] = useState<WebProblem | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const stop = new AbortController()
    const ask = async () => {
      try {
        const next = await send(teaches ? showTaughtCode : showCode, { classSessionId }, { signal: stop.signal })
        setScreen(next)
        setProblem(null)
        timer = setTimeout(ask, next.milliseconds + 50)
      } catch (fault) {
        if (stop.signal.aborted) return
        // An old code would be refused: better none.
        setScreen(null)
        setProblem(asProblem(fault))
        timer = setTimeout(ask, 3000)
      }
    }
    void ask()
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [classSessionId, teaches])
  return { screen, problem }
}

export default function CodePage({ params: { classSessionId } }: { params: { classSessionId: string } }) {
  const [as] = useFilter('vai')
  const { screen, problem } = useScreen(classSessionId as ClassSessionId, as === 'day')
  return (
    <Page title={{ vi: 'Mã điểm danh', en: 'Code of the session' }} state={screen?.title}>
      {problem && <ProblemNote of={problem} />}
      {screen && (
        <div class="classes-screen">
          <header>
            <p class="classes-screen-title">{screen.title}</p>
            {screen.session && (
              <p>
                {say(
                  { vi: 'Buổi {from}-{until}, {place}', en: 'Session {from}-{until}, {place}' },
                  { ...screen.session, place: screen.session.place || '...' },
                )}
              </p>
            )}
          </header>
          {screen.squares.length > 0 && <Squares of={screen.squares} />}
          <p class="classes-code">
            {codeSaid(screen.code)
              .split(' ')
              .map((part, at) => (
                <span key={at}>{`${part} `}</span>
              ))}
          </p>
          <p class="classes-screen-way">
            {say(
              {
                vi: 'Quét mã bằng máy ảnh điện thoại, hoặc mở trang Điểm danh ({address}), đăng nhập và gõ tám số trên. Mã đổi liên tục, quá {n} giây thì không nhận.',
                en: 'Scan it with the camera of a phone, or open {address}, sign in and type the eight figures. The code changes all the time and is refused after {n} seconds.',
              },
              { address: screen.address ?? '/diem-danh', n: oldestSeconds },
            )}
          </p>
          <Button look="quiet" onClick={() => history.back()}>
            {say({ vi: 'Rời màn hình này', en: 'Leave this screen' })}
          </Button>
        </div>
      )}
    </Page>
  )
}

const quiet = 4

function Squares({ of }: { of: readonly string[] }) {
  const size = of.length + 2 * quiet
  const path = of
    .flatMap((row, y) => [...row].flatMap((dark, x) => (dark === '1' ? [`M${x + quiet} ${y + quiet}h1v1h-1z`] : [])))
    .join('')
  return (
    <svg class="classes-squares" viewBox={`0 0 ${size} ${size}`} role="img" aria-label="QR">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
