/**
 * A form: Enter sends it, what was typed is kept at every stroke and offered again, nothing typed is ever cleared by a
 * refusal. What stops it is said at its field; the problem of the whole stands above the buttons.
 */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { type Draft, DraftHere, useLook } from '../draft.ts'
import type { WebProblem } from '../problem.ts'
import { DraftNote } from './DraftNote.tsx'
import { isAt } from './Field.tsx'
import { ProblemNote } from './ProblemNote.tsx'
import { focusOn, ProblemAt, Tried, useTrying } from './trying.ts'

type Props = {
  readonly onSubmit: () => void
  /** Where what is typed is kept. Null only where nothing is lost: a search, a password. */
  readonly draft: Draft | null
  readonly problem?: WebProblem | null | undefined
  readonly actions: ComponentChildren
  readonly children: ComponentChildren
}

export function Form({ onSubmit, draft, problem, actions, children }: Props) {
  const box = useRef<HTMLFormElement>(null)
  const trying = useTrying(box, 'all')
  useLook(draft)
  const at = problem?.at ?? null
  useEffect(() => {
    const fields = at ? [...(box.current?.querySelectorAll<HTMLElement>('[data-at]') ?? [])] : []
    focusOn(fields.find((field) => isAt(at ?? '', field.dataset.at ?? '')))
  }, [problem])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const button = event.submitter
    if (button?.ariaDisabled !== 'true' && !trying.stops()) return onSubmit()
    if (button?.ariaDisabled === 'true' && !trying.stops()) trying.say(whyNotOf(button))
  }
  return (
    <DraftHere.Provider value={draft}>
      <form ref={box} class="form" noValidate onSubmit={submit}>
        {draft && <DraftNote of={draft} />}
        <div class="form-body" inert={draft?.offered.value != null}>
          <ProblemAt.Provider value={problem && at ? { at, title: problem.title } : null}>
            <Tried.Provider value={trying.tried}>{children}</Tried.Provider>
          </ProblemAt.Provider>
          <ProblemNote of={problem ?? null} />
          <p class="only-heard" role="alert">
            {trying.heard}
          </p>
          <div class="form-actions">{actions}</div>
        </div>
      </form>
    </DraftHere.Provider>
  )
}

/** What stands beside a button that cannot be used. */
const whyNotOf = (button: HTMLElement): string =>
  document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent ?? ''
