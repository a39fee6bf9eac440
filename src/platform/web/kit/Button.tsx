/** A button. One that cannot be used says why, in words beside it, and still takes the focus so that it can be heard. */
import type { ComponentChildren } from 'preact'
import { useContext, useEffect, useId, useState } from 'preact/hooks'
import { say, type Words } from '../language.ts'
import { Missing } from './trying.ts'

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

const stillMissing = { vi: 'Còn thiếu: {names}.', en: 'Still missing: {names}.' }
/** A reason that names by itself what is missing; the names of the fields would say it twice. */
const namesMissing = (why: Words): boolean => say(why).startsWith(say(stillMissing, { names: '' }).replace('.', ''))

const atWork = {
  vi: 'Đang làm. Việc lớn có thể mất đến một phút; cứ để trang mở, không cần bấm lại.',
  en: 'At work. A large act may take up to a minute; leave the page open, there is no need to press again.',
}

/** Milliseconds after which somebody who waits wants to know that it goes on. */
const soon = 2_000
function useLong(pending: boolean): boolean {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    setLong(false)
    if (!pending) return
    const timer = setTimeout(() => setLong(true), soon)
    return () => clearTimeout(timer)
  }, [pending])
  return isLong && pending
}

export function Button({ children, look = 'secondary', onClick, submit, whyNot, pending, label }: ButtonProps) {
  const id = useId()
  const stopped = Boolean(whyNot) || Boolean(pending)
  const missing = useContext(Missing)
  const isLong = useLong(Boolean(pending))
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
          {submit &&
            missing.length > 0 &&
            !namesMissing(whyNot) &&
            ` ${say(stillMissing, { names: missing.join('; ') })}`}
        </small>
      )}
      {isLong && (
        <small class="why-not" role="status">
          {say(atWork)}
        </small>
      )}
    </span>
  )
}
