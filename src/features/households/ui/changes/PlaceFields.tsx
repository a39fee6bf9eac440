import { areaChildren } from '#features/areas/ui/calls.ts'
import type { AreaId } from '#kernel/ids.ts'
import { today } from '#platform/web/day.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { useRead } from '#platform/web/reads.ts'
import { tidyNumber } from '../../rules/numbers.ts'

export type Place = { readonly villageId: AreaId | null; readonly address: string; readonly number: string }
type Props = {
  readonly communeId: AreaId | null
  readonly place: Place
  readonly onChange: (place: Place) => void
}

/** A village of the commune, the address and the number in the commune's own books. */
export function PlaceFields({ communeId, place, onChange }: Props) {
  const villages = useRead(areaChildren, communeId ? { areaId: communeId, day: today() } : null)
  const put = (change: Partial<Place>) => onChange({ ...place, ...change })
  return (
    <>
      <ChoiceField<AreaId>
        as="select"
        label={{ vi: 'Thôn', en: 'Village' }}
        at="villageId"
        problem={villages.problem?.title}
        required
        choices={(villages.data?.areas ?? []).map((area) => ({ value: area.areaId, label: area.name }))}
        value={place.villageId}
        onChange={(villageId) => put({ villageId })}
      />
      <TextField
        label={{ vi: 'Địa chỉ', en: 'Address' }}
        at="address"
        hint={{ vi: 'Số nhà, ngõ, xóm', en: 'House, lane, hamlet' }}
        value={place.address}
        onChange={(address) => put({ address })}
        maxLength={300}
      />
      <TextField
        label={{ vi: 'Số hộ', en: 'Household number' }}
        at="number"
        hint={{ vi: 'Theo sổ của xã', en: 'As in the books of the commune' }}
        read={tidyNumber}
        value={place.number}
        onChange={(number) => put({ number })}
        maxLength={40}
      />
    </>
  )
}
