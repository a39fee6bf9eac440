import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { say } from '#platform/web/language.ts'
import { Question } from './Question.tsx'
import { ScreenTitle } from './ScreenTitle.tsx'
import type { Sheet } from './sheet.ts'
import type { GroupScreen as Shown } from './walk.ts'
import { useInSight } from './whole.ts'
import { personName } from './words.ts'

/** What a family answers in one breath. A mark shared by all its questions is said once. */
export function GroupScreen({ sheet, screen }: { sheet: Sheet; screen: Shown }) {
  const { group, person, asked, key } = screen
  const inSight = useInSight()
  const first = asked[0]?.mark ?? 'text'
  const shared = asked.every((question) => question.mark === first)
  return (
    <>
      <ScreenTitle whose={person === null ? undefined : personName(sheet.facts, person)}>
        {say(group.title)}
      </ScreenTitle>
      {asked.slice(0, inSight).map((question) => (
        <Question key={`${key}:${question.id}`} sheet={sheet} question={question} person={person} mark={!shared} />
      ))}
      {shared && first !== 'text' && (
        <p class="quiet">
          {say({ vi: 'Câu hỏi', en: 'Questions' })} <MarkNote mark={first} />
        </p>
      )}
    </>
  )
}
