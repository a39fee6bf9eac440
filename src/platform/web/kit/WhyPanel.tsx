import type { ComponentChildren } from 'preact'
import { say, type Words } from '../language.ts'

type Props = { readonly children: ComponentChildren; readonly label?: Words; readonly open?: boolean }

/** "Vì sao?": opens the explanation where it stands. */
export const WhyPanel = ({ children, label, open = false }: Props) => (
  <details class="why" open={open}>
    <summary>{say(label ?? { vi: 'Vì sao?', en: 'Why?' })}</summary>
    <div class="why-body">{children}</div>
  </details>
)
