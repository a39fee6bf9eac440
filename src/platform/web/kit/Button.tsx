/** A button. One that cannot be used says why, in words beside it, and still takes the focus so that it can be heard. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { say, type Words } from '../language.ts'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

export type ButtonProps = {
  readonly children: ComponentChildren
  readonly look?: ButtonLook | undefined
  readonly onClick?: (() => void) | undefined
  readonly submit?: boolean | undefined
  /** The reason it cannot be used now; shown as text. */
  readonly whyNot?: Words | null | undefined
  readonly pending?: boolean | undefined
  readonly label?: Words | undefined
}

export function Button({ children, look = 'secondary', onClick, submit, whyNot, pending, label }: ButtonProps) {
  const id = useId()
  const stopped = Boolean(whyNot) || Boolean(pending)
  // A form that is not ready hears of the press all the same: it shows what is missing, and sends nothing.
  const press = (event: Event) => {
    if (pending || (stopped && !submit)) event.preventDefault()
    else if (!stopped) onClick?.()
  }
  return (
    <span class="button-with-reason">
      <button
        type={submit ? 'submit' : 'button'}
        class={`button ${look}`}
        onClick={press}
        aria-disabled={stopped || undefined}
        aria-busy={pending || undefined}
        aria-label={label && say(label)}
        aria-describedby={whyNot ? id : undefined}
      >
        {children}
      </button>
      {whyNot && (
        <small id={id} class="why-not">
          {say(whyNot)}
        </small>
      )}
    </span>
  )
}
