/** The question that is being answered right now, as it is read on the page: its label, and the answer that stands there. */
import type { InWords } from './typed.ts'

const text = (element: Element | null | undefined): string => element?.textContent?.trim() ?? ''

/** Null where nobody is at a question. */
export function inWordsHere(): InWords | null {
  const field = document.activeElement?.closest('.field')
  if (!field) return null
  const label = text(field.querySelector('label, legend')?.firstChild as Element | null)
  return { label, text: answerIn(field) }
}

function answerIn(field: Element): string {
  const chosen = [...field.querySelectorAll('input:checked')].map((box) => text(box.closest('label')))
  const listed = [...field.querySelectorAll('select')].map((list) => list.selectedOptions[0]?.text ?? '')
  const typed = [...field.querySelectorAll<HTMLInputElement>('input:not([type=radio], [type=checkbox]), textarea')]
  return [
    chosen.join(', '),
    listed.join(', '),
    typed
      .map(({ value }) => value)
      .filter(Boolean)
      .join('/'),
  ]
    .filter(Boolean)
    .join(', ')
}
