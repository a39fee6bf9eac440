/** A link that looks like a button: goes somewhere, changes nothing. `download` leaves the application alone. */
import type { ComponentChildren } from 'preact'
import type { ButtonLook } from './Button.tsx'
import { Unbroken } from './Unbroken.tsx'

type Props = {
  readonly href: string
  readonly children: ComponentChildren
  readonly look?: ButtonLook | undefined
  readonly download?: boolean | undefined
  /** What is told besides, that the link was followed. */
  readonly onClick?: (() => void) | undefined
}

export const LinkButton = ({ href, children, look = 'secondary', download, onClick }: Props) => (
  <a class={`button ${look}`} href={href} download={download} onClick={onClick}>
    {typeof children === 'string' ? <OneText text={children} /> : children}
  </a>
)

/** One part of the button, whatever it is made of. */
const OneText = ({ text }: { text: string }) => (
  <span>
    <Unbroken text={text} />
  </span>
)
