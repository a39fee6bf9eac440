/** Calls a number from the phone it stands on, with or without a line to the server. */
import type { ComponentChildren } from 'preact'
import { spacedPhone } from '#kernel/phones.ts'
import { say } from '../language.ts'

type Props = {
  readonly phone: string
  /** Who is called. */
  readonly name: string
  readonly children: ComponentChildren
  readonly class?: string | undefined
}

export const CallLink = ({ phone, name, children, class: look = 'button secondary' }: Props) => (
  <a
    class={look}
    href={`tel:${phone}`}
    aria-label={say({ vi: 'Gọi {name}, {phone}', en: 'Call {name}, {phone}' }, { name, phone: spacedPhone(phone) })}
  >
    {children}
  </a>
)
