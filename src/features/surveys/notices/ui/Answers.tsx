import { showInstant } from '#kernel/dates.ts'
import { say } from '#platform/web/language.ts'
import type { Notice } from '../model.ts'
import { outcomes } from '../words.ts'

/** What the commune answered, the last first; an earlier one stays readable. */
export const Answers = ({ of }: { of: Pick<Notice, 'answers'> }) => (
  <>
    {[...of.answers].reverse().map(({ outcome, words, by, at }, n) => (
      <span key={at + outcome} class={n === 0 ? 'remark surveys-remark' : 'quiet'}>
        {n > 0 && `${say({ vi: 'Trước đó', en: 'Before' })}: `}
        <strong>{say(outcomes[outcome])}</strong>
        {words && `. ${words}`} ({by}, {showInstant(at)})
      </span>
    ))}
  </>
)
