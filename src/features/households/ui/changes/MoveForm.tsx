import { tidyPhone } from '#kernel/phones.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { useEdit } from '#platform/web/edits.ts'
import { Decide } from '#platform/web/kit/Decide.tsx'
import { moveHousehold } from '../calls.ts'
import { Doubles, useAsked } from '../Doubles.tsx'
import { aboutHousehold, householdWords } from '../fieldWords.ts'
import { DeedForm } from './DeedForm.tsx'
import type { DeedProps } from './deed.ts'
import { PhoneField } from './PhoneField.tsx'
import { type Place, PlaceFields } from './PlaceFields.tsx'

/** `begin`: the number of the telephone that was heard, and when. */
type Props = DeedProps & { readonly begin?: { readonly phone: string; readonly on: string } }

export function MoveForm({ household, onDone, begin }: Props) {
  const current = { villageId: household.village.areaId, address: household.address, number: household.number }
  const draft = useDraft('households.move', household.householdId)
  const before = useSeen(draft, 'seen', current)
  const called = useSeen(draft, 'seenPhone', household.phone)
  const [place, setPlace] = useTyped<Place>(draft, 'place', current)
  const [phone, setPhone] = useTyped(draft, 'phone', begin?.phone ?? household.phone)
  const [day, setDay] = useTyped<string | null>(draft, 'day', begin?.on ?? null)
  const asked = useAsked(useChange(moveHousehold, { draft }), draft)
  const moving = useEdit(asked)
  const { villageId, address, number } = place
  const stays = villageId === before.villageId && address.trim() === before.address && number.trim() === before.number
  const same = stays && tidyPhone(phone) === called
  return (
    <>
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
          const was = { ...before, phone: called }
          if (villageId && (await moving.run({ householdId, on, villageId, address, number, phone, was }))) onDone()
        }}
      >
        <PlaceFields communeId={household.commune?.areaId ?? null} place={place} onChange={setPlace} />
        <PhoneField value={phone} onChange={setPhone} />
      </DeedForm>
      <Doubles of={asked} onDone={onDone} />
      <Decide of={moving} about={aboutHousehold(household)} words={householdWords} onDone={onDone} />
    </>
  )
}
