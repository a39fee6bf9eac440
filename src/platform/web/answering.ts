/** The question that is being answered right now, as it is read on the page: its label, and the answer that stands there. */
import type { InWords } from './typed.ts'

const text = (element: Element | null | undefined): string => element?.textContent?.trim() ?? ''

const secret = 'input:is([type=password], [autocomplete$=password], [autocomplete=one-time-code])'

/** Null where what is changed right now is no question, or one whose answer nobody may keep. */
export function inWordsHere(): InWords | null {
  // The event that is being handled: the focus may lie elsewhere.
  const place = globalThis.event?.target
  const field = place instanceof Element ? place.closest('.field') : null
  if (!field || field.querySelector(secret)) return null
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
