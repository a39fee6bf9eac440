/** A panel under a button: one at a time, and it closes by Escape or a press beside it. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { say, type Words } from '../language.ts'

type Props = { readonly label: Words; readonly files?: true; readonly children: ComponentChildren }

export function Floating({ label, files, children }: Props) {
  const box = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const shut = () => {
      if (box.current?.open) box.current.open = false
    }
    const beside = ({ target }: Event) => {
      if (!box.current?.contains(target as Node)) shut()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !box.current?.open) return
      event.stopPropagation()
      shut()
      box.current.querySelector('summary')?.focus()
    }
    // By keyboard the next button is reached without a press: what has the focus is where one is.
    document.addEventListener('pointerdown', beside)
    document.addEventListener('focusin', beside)
    document.addEventListener('keydown', onKey, true)
    return () => {
      document.removeEventListener('pointerdown', beside)
      document.removeEventListener('focusin', beside)
      document.removeEventListener('keydown', onKey, true)
    }
  }, [])
  return (
    <details class="column-choice" ref={box}>
      <summary class="button quiet">{say(label)}</summary>
      <div class={files ? 'floating column-list listing-files' : 'floating column-list'}>{children}</div>
    </details>
  )
}
