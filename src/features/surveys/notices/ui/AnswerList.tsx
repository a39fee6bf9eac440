import { showInstant } from '#kernel/dates.ts'
import { say } from '#platform/web/language.ts'
import type { Notice } from '../model.ts'
import { outcomes } from '../words.ts'

/** What the commune answered, the last first, as the office reads it. */
export const AnswerList = ({ of }: { of: Pick<Notice, 'answers'> }) => (
  <ol class="plain-list">
    {[...of.answers].reverse().map(({ outcome, words, by, at }) => (
      <li key={at + outcome}>
        <strong>{say(outcomes[outcome])}</strong>
        {words && `. ${words}`} <span class="quiet">({`${by}, ${showInstant(at)}`})</span>
      </li>
    ))}
  </ol>
)
