/** The households of an act on many, by name: some may have been ticked on another page or under an earlier search. */
import { Button } from '#platform/web/kit/Button.tsx'
import { say } from '#platform/web/language.ts'
import type { ListedHousehold } from '../answers.ts'
import { sayPlace } from '../sayings.ts'

type Props = { readonly rows: readonly ListedHousehold[]; readonly onDrop: (household: ListedHousehold) => void }

/** More than these are opened by who wants to see them. */
const seenAtOnce = 10

export const ChosenToMove = ({ rows, onDrop }: Props) => (
  <details open={rows.length <= seenAtOnce}>
    <summary>{say({ vi: 'Các hộ đã chọn', en: 'The households chosen' })}</summary>
    <ul class="bullets close">
      {rows.map((row) => (
        <li key={row.householdId}>
          <strong>{row.headName}</strong>
          {', '}
          {sayPlace(row)}{' '}
          <Button look="quiet" onClick={() => onDrop(row)}>
            {say({ vi: 'Bỏ chọn', en: 'Leave out' })}
            <span class="only-heard"> {row.headName}</span>
          </Button>
        </li>
      ))}
    </ul>
  </details>
)
