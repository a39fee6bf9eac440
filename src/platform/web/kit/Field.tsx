/** The frame of one question: label, hint, the control, and what is wrong with it, tied together for those who listen. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { say, type Words } from '../language.ts'

export type FieldFrame = {
  readonly label: Words
  readonly hint?: Words | undefined
  readonly problem?: Words | null | undefined
  readonly required?: boolean | undefined
}

export type Wiring = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly required: boolean | undefined
}

/** Ids for a control and its hint and problem. */
export function useWiring({ hint, problem, required }: Omit<FieldFrame, 'label'>): Wiring {
  const id = useId()
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return { id, 'aria-describedby': described || undefined, 'aria-invalid': problem ? true : undefined, required }
}

type Props = FieldFrame & { readonly wiring: Wiring; readonly children: ComponentChildren }

/** A single control with its label. */
export const Field = ({ label, hint, problem, required, wiring, children }: Props) => (
  <div class="field">
    <label for={wiring.id}>
      {say(label)}
      {!required && <Optional />}
    </label>
    {hint && (
      <p class="hint" id={`${wiring.id}-hint`}>
        {say(hint)}
      </p>
    )}
    {children}
    <FieldProblem id={wiring.id} problem={problem} />
  </div>
)

/** Several controls that answer one question (radio buttons, the boxes of a day). */
export const FieldGroup = ({ label, hint, problem, required, wiring, children }: Props) => (
  <fieldset class="field" aria-describedby={wiring['aria-describedby']}>
    <legend>
      {say(label)}
      {!required && <Optional />}
    </legend>
    {hint && (
      <p class="hint" id={`${wiring.id}-hint`}>
        {say(hint)}
      </p>
    )}
    {children}
    <FieldProblem id={wiring.id} problem={problem} />
  </fieldset>
)

const Optional = () => <span class="optional"> ({say({ vi: 'không bắt buộc', en: 'optional' })})</span>

const FieldProblem = ({ id, problem }: { id: string; problem: Words | null | undefined }) =>
  problem ? (
    <p class="field-problem" id={`${id}-problem`}>
      {say(problem)}
    </p>
  ) : null
