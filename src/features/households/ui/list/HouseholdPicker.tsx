import type { AreaId, HouseholdId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import type { FieldFrame } from '#platform/web/kit/Field.tsx'
import { Picker } from '#platform/web/kit/Picker.tsx'
import { searchHouseholds } from '../calls.ts'
import { sayFound } from '../sayings.ts'

type Props = FieldFrame & {
  readonly areaId?: AreaId | undefined
  readonly chosen?: string | null
  /** Not offered: the household one comes from. */
  readonly but?: HouseholdId | undefined
  readonly onChoose: (householdId: HouseholdId, headName: string) => void
}

/** Finds a household by member, number or address as one types, with or without tone marks. */
export const HouseholdPicker = ({ areaId, chosen = null, but, onChoose, ...field }: Props) => (
  <Picker<HouseholdId>
    hint={{
      vi: 'Gõ tên thành viên, số hộ, địa chỉ hoặc số điện thoại.',
      en: 'Type a member, a number, an address or a phone.',
    }}
    {...field}
    chosen={chosen}
    load={async (q, signal) => {
      const { households } = await send(searchHouseholds, { q, ...(areaId && { areaId }) }, { signal })
      return households
        .filter(({ householdId, endedOn }) => householdId !== but && (but === undefined || endedOn === null))
        .map((found) => ({ value: found.householdId, label: found.headName, detail: sayFound(found) }))
    }}
    onChoose={(option) => onChoose(option.value, option.label)}
  />
)
