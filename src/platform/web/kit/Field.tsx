/** The frame of one question: label, hint, the control, and what is wrong with it, tied together for those who listen. */
import type { ComponentChildren } from 'preact'
import { useContext, useId } from 'preact/hooks'
import { say, type Words } from '../language.ts'
import { ProblemAt, Tried } from './trying.ts'

export type FieldFrame = {
  readonly label: Words
  readonly hint?: Words | undefined
  readonly problem?: Words | null | undefined
  readonly required?: boolean | undefined
  /** Nothing is said of whether it may stay empty: another field beside it, or what is chosen already, answers. */
  readonly plain?: boolean | undefined
  /** What is wrong with what is typed. Said once it is left, or once somebody tries to go on. */
  readonly fault?: Words | null | undefined
  /** Its name in what is sent: `signedOn`, `person.name`. What the server says of it stands here. */
  readonly at?: string | undefined
}

export type Wiring = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly required: boolean | undefined
}

/** `unread`: holds something that says nothing, or wrong. `missing`: is asked for and empty. Either stops a form. */
export type Stop = 'unread' | 'missing' | undefined
export type Shown = FieldFrame & { readonly stop: Stop }

/** How a control stands now: empty or not, and left already or still being typed in. */
type Standing = { readonly empty: boolean; readonly fault?: Words | null | undefined; readonly left?: boolean }

const missing: Words = { vi: 'Chưa điền mục này.', en: 'This is needed.' }

/** The frame with what is to be said of it now. */
export function useShown(frame: FieldFrame, { empty, fault: own, left = false }: Standing): Shown {
  const tried = useContext(Tried)
  const told = useContext(ProblemAt)
  const fault = own ?? (empty ? null : frame.fault)
  const stop: Stop = fault ? 'unread' : frame.required && empty ? 'missing' : undefined
  const said = fault && (left || tried !== 'no') ? fault : stop === 'missing' && tried === 'all' ? missing : null
  const server = told && told.at === frame.at ? told.title : null
  return { ...frame, problem: frame.problem ?? said ?? server, stop }
}

/** Ids for a control and its hint and problem. */
export function useWiring({ hint, problem, required }: Pick<FieldFrame, 'hint' | 'problem' | 'required'>): Wiring {
  const id = useId()
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return { id, 'aria-describedby': described || undefined, 'aria-invalid': problem ? true : undefined, required }
}

type Props = Shown & { readonly wiring: Wiring; readonly children: ComponentChildren }

/** A single control with its label. */
export const Field = ({ label, hint, problem, required, plain, stop, at, wiring, children }: Props) => (
  <div class="field" data-stop={stop} data-at={at}>
    <label for={wiring.id}>
      {say(label)}
      {!required && !plain && <Optional />}
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
export const FieldGroup = ({ label, hint, problem, required, plain, stop, at, wiring, children }: Props) => (
  <fieldset class="field" aria-describedby={wiring['aria-describedby']} data-stop={stop} data-at={at}>
    <legend>
      {say(label)}
      {!required && !plain && <Optional />}
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
