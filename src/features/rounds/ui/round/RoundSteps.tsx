import { showDate } from '#kernel/dates.ts'
import { type StepState, Steps } from '#platform/web/kit/Steps.tsx'
import { say } from '#platform/web/language.ts'
import { roundStateWords } from '../../model.ts'
import type { RoundAnswer } from '../answers.ts'

type Step = RoundAnswer['steps'][number]

const states = { done: 'done', skipped: 'on_paper', now: 'now', ahead: 'later' } as const satisfies Record<
  Step['state'],
  StepState
>

/** Every step of the law in order. What the software does not do yet is named, and who passed it by is kept. */
export const RoundSteps = ({ of }: { of: RoundAnswer }) => (
  <Steps
    label={{ vi: 'Các bước của kỳ rà soát', en: 'Steps of the round' }}
    of={of.steps.map((step) => ({
      key: step.step,
      label: roundStateWords[step.step],
      state: states[step.state],
      note: noteOf(step),
    }))}
  />
)

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function noteOf(step: Step): string | undefined {
  const when = [step.day && showDate(step.day), step.by].filter(Boolean).join(', ')
  const parts = [
    when,
    step.because ? sentence(step.because) : '',
    !step.built && step.state !== 'skipped'
      ? say({
          vi: 'Chưa có trong phần mềm: làm trên giấy, ghi lại ở đây',
          en: 'Not in the software: done on paper, recorded here',
        })
      : '',
  ]
  return parts.filter(Boolean).join('. ') || undefined
}
