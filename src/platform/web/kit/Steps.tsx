/** Where a procedure stands. A step that the software does not carry is named, and said to be done on paper. */
import type { Said } from '#kernel/text.ts'
import { say, type Words } from '../language.ts'

export type StepState = 'done' | 'now' | 'later' | 'on_paper' | 'refused'
export type Step = {
  readonly key: string
  readonly label: Words
  readonly state: StepState
  /** Who and when, or what the paper says. */
  readonly note?: Words | undefined
  readonly href?: string | undefined
}

const words: Readonly<Record<StepState, Said>> = {
  done: { vi: 'xong', en: 'done' },
  now: { vi: 'đang làm', en: 'now' },
  later: { vi: 'chưa tới', en: 'later' },
  on_paper: { vi: 'làm trên giấy', en: 'on paper' },
  refused: { vi: 'bị trả lại', en: 'refused' },
}

export const Steps = ({ of, label }: { of: readonly Step[]; label: Words }) => (
  <ol class="steps" aria-label={say(label)}>
    {of.map((step) => (
      <li key={step.key} class={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
        <span class="step-name">{step.href ? <a href={step.href}>{say(step.label)}</a> : say(step.label)}</span>
        <span class="step-state">{say(words[step.state])}</span>
        {step.note && <span class="step-note">{say(step.note)}</span>}
      </li>
    ))}
  </ol>
)
