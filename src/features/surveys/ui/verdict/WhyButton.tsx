import type { HouseholdId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { say } from '#platform/web/language.ts'
import { householdPath } from '../addresses.ts'
import './why.css'

const why = { vi: 'Vì sao?', en: 'Why?' }

/** "Vì sao?" beside a class in a list. `name` tells those who listen whose class it is. */
export const WhyButton = ({ name, onClick }: { name: string; onClick: () => void }) => (
  <button type="button" class="surveys-why" onClick={onClick}>
    {say(why)}
    <span class="only-heard"> {name}</span>
  </button>
)

/** The reason of a class held already: on the page of the household, with the decision that gave it. */
export function WhyHeld({ householdId, name }: { householdId: HouseholdId; name: string }) {
  const to = useTo()
  return (
    <a class="surveys-why" href={to(householdPath(householdId))}>
      {say(why)}
      <span class="only-heard"> {name}</span>
    </a>
  )
}
