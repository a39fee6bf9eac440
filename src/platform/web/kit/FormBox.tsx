/** The box of a form: Enter sends it, what stops it is said at its field, the problem of the whole above the buttons. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { say } from '../language.ts'
import type { WebProblem } from '../problem.ts'
import { ProblemNote } from './ProblemNote.tsx'
import { focusOn, Missing, ProblemAt, Tried, useMissing, useTrying } from './trying.ts'

export type FormBoxProps = {
  readonly onSubmit: () => void
  readonly problem?: WebProblem | null | undefined
  readonly actions: ComponentChildren
  readonly children: ComponentChildren
}
type Props = FormBoxProps & {
  /** Above what is typed, which waits for its answer where `waits`. */
  readonly above?: ComponentChildren
  readonly waits?: boolean
}

export function FormBox({ onSubmit, problem: told, actions, children, above, waits = false }: Props) {
  const box = useRef<HTMLFormElement>(null)
  const trying = useTrying(box, 'all')
  const missing = useMissing(box)
  const [at, setAt] = useState<string | null>(null)
  /** The refused field is another than it was: what was said of it is over. */
  const [mended, setMended] = useState<WebProblem | null>(null)
  const problem = told && told === mended ? null : (told ?? null)
  useEffect(() => setAt(told?.at ? placeOf(box.current, told.at) : null), [told])
  useEffect(() => {
    if (at) focusOn(box.current?.querySelector<HTMLElement>(`[data-at="${CSS.escape(at)}"]`))
  }, [at, problem])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const button = event.submitter
    if (button?.getAttribute('aria-disabled') !== 'true' && !trying.stops()) return onSubmit()
    if (button?.getAttribute('aria-disabled') === 'true' && !trying.stops()) trying.say(whyNotOf(button))
  }
  /** Something was typed since it was refused: what was said then is of what was sent. */
  const [since, setSince] = useState<WebProblem | null>(null)
  const typed = (event: InputEvent) => {
    const field = (event.target as Element).closest<HTMLElement>('[data-at]')
    if (told && at && field?.dataset.at === at) setMended(told)
    if (told) setSince(told)
  }
  return (
    <form ref={box} class="form" noValidate onSubmit={submit} onInput={typed}>
      {above}
      <div class="form-body" inert={waits}>
        <ProblemAt.Provider value={problem && at ? { at, title: problem.title } : null}>
          <Tried.Provider value={trying.tried}>{children}</Tried.Provider>
        </ProblemAt.Provider>
        {problem && at ? (
          // Seen at its field, which has the focus; heard here.
          <p class="only-heard" role="alert">
            {say(problem.title)}
          </p>
        ) : (
          <ProblemNote of={problem} earlier={problem !== null && problem === since} />
        )}
        <p class="only-heard" role="alert">
          {trying.heard}
        </p>
        <Missing.Provider value={missing}>
          <div class="form-actions">{actions}</div>
        </Missing.Provider>
      </div>
    </form>
  )
}

/** The field that a refusal means: it may name it alone (`citizenId`), or its way there (`person.citizenId`). */
function placeOf(form: HTMLElement | null, told: string): string | null {
  const places = [...(form?.querySelectorAll<HTMLElement>('[data-at]') ?? [])].map(({ dataset }) => dataset.at ?? '')
  const within = places.filter((at) => at.endsWith(`.${told}`))
  const named = places.find((at) => told === at || told.endsWith(`.${at}`) || told.startsWith(`${at}.`))
  return named ?? (within.length === 1 ? (within[0] ?? null) : null)
}

/** What stands beside a button that cannot be used. */
const whyNotOf = (button: HTMLElement): string =>
  document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent ?? ''
