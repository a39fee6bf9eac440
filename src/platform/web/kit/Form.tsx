/** A form: Enter sends it, the problem stands above the buttons, nothing typed is ever cleared by a refusal. */
import type { ComponentChildren } from 'preact'
import type { WebProblem } from '../problem.ts'
import { ProblemNote } from './ProblemNote.tsx'

type Props = {
  readonly onSubmit: () => void
  readonly problem?: WebProblem | null | undefined
  readonly actions: ComponentChildren
  readonly children: ComponentChildren
}

export const Form = ({ onSubmit, problem, actions, children }: Props) => (
  <form
    class="form"
    noValidate
    onSubmit={(event) => {
      event.preventDefault()
      onSubmit()
    }}
  >
    {children}
    <ProblemNote of={problem ?? null} />
    <div class="form-actions">{actions}</div>
  </form>
)
