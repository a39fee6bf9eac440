/** Those who are to be nominated, by name; whom a refusal names may be left out at once. */
import type { OfficialId } from '#kernel/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { say } from '#platform/web/language.ts'
import type { Somebody } from './need.ts'

type Props = {
  readonly people: readonly Somebody[]
  readonly taken: readonly OfficialId[]
  readonly onChange: (people: readonly Somebody[]) => void
}

/** More than these are opened by who wants to see them. */
const seenAtOnce = 10

export function ChosenPeople({ people, taken, onChange }: Props) {
  const without = (officials: readonly OfficialId[]) =>
    onChange(people.filter(({ officialId }) => !officials.includes(officialId)))
  const still = people.filter(({ officialId }) => taken.includes(officialId)).map(({ officialId }) => officialId)
  return (
    <>
      {still.length > 0 && (
        <Button onClick={() => without(still)}>
          {say({ vi: 'Bỏ {n} người vừa nêu', en: 'Leave out the {n} just named' }, { n: still.length })}
        </Button>
      )}
      <details open={people.length <= seenAtOnce}>
        <summary>{say({ vi: '{n} người đã chọn', en: '{n} chosen' }, { n: people.length })}</summary>
        <ul class="bullets close">
          {people.map(({ officialId, name }) => (
            <li key={officialId}>
              <strong>{name}</strong>{' '}
              <Button look="quiet" onClick={() => without([officialId])}>
                {say({ vi: 'Bỏ chọn', en: 'Leave out' })}
                <span class="only-heard"> {name}</span>
              </Button>
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}
