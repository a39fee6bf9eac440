import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { moveHousehold } from '../calls.ts'
import { DeedForm } from './DeedForm.tsx'
import type { DeedProps } from './deed.ts'
import { type Place, PlaceFields } from './PlaceFields.tsx'

export function MoveForm({ household, onDone }: DeedProps) {
  const before: Place = { villageId: household.village.areaId, address: household.address, number: household.number }
  const draft = useDraft('households.move', household.householdId)
  const [place, setPlace] = useTyped(draft, 'place', before)
  const [day, setDay] = useTyped<string | null>(draft, 'day', null)
  const moving = useChange(moveHousehold, { draft })
  const { villageId, address, number } = place
  const same = villageId === before.villageId && address.trim() === before.address && number.trim() === before.number
  return (
    <DeedForm
      draft={draft}
      touches={{ ...household, act: 'household.moved' }}
      day={day}
      onDay={setDay}
      pending={moving.pending}
      problem={moving.problem}
      whyNot={same ? { vi: 'Chưa có gì thay đổi.', en: 'Nothing is changed yet.' } : null}
      onSubmit={async (on) => {
        const { householdId } = household
        if (villageId && (await moving.run({ householdId, on, villageId, address, number }))) onDone()
      }}
    >
      <PlaceFields communeId={household.commune?.areaId ?? null} place={place} onChange={setPlace} />
    </DeedForm>
  )
}
