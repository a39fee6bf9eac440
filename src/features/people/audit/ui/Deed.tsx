import { useTo } from '#platform/web/address.ts'
import { say } from '#platform/web/language.ts'
import type { NewsLine } from '../columns.ts'

/** What was done, with what it speaks of where that opens. */
export function Deed({ of: { said, subject } }: { of: NewsLine }) {
  const to = useTo()
  return (
    <span>
      {say(said)}
      {subject && ': '}
      {subject && (subject.opens ? <a href={to(subject.opens)}>{say(subject.name)}</a> : say(subject.name))}
    </span>
  )
}
