import type { ComponentChildren } from 'preact'
import { say, type Words } from '../language.ts'

type Props = {
  readonly children: ComponentChildren
  readonly label?: Words
  readonly open?: boolean
  /** Inside a box of its own: without the line at its side. */
  readonly boxed?: boolean
}

/** "Vì sao?": opens the explanation where it stands. */
export const WhyPanel = ({ children, label, open = false, boxed = false }: Props) => (
  <details class={boxed ? 'why boxed' : 'why'} open={open}>
    <summary>{say(label ?? { vi: 'Vì sao?', en: 'Why?' })}</summary>
    <div class="why-body">{children}</div>
  </details>
)
