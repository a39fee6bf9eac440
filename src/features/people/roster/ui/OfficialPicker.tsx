import type { OfficialId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import type { FieldFrame } from '#platform/web/kit/Field.tsx'
import { Picker } from '#platform/web/kit/Picker.tsx'
import { searchOfficials } from './calls.ts'
import { toldApart } from './told.ts'

type Props = FieldFrame & {
  readonly chosen: string | null
  /** `told`: the name with what tells the person apart. */
  readonly onChoose: (officialId: OfficialId, told: string) => void
  /** Who is not meant. */
  readonly without?: OfficialId
  /** Not who has died, retired or left the work. */
  readonly present?: boolean
  /** A name that is searched for before anybody types. */
  readonly first?: string | undefined
}

/** Somebody of the roster, by name. */
export const OfficialPicker = ({ chosen, onChoose, without, present = false, ...field }: Props) => (
  <Picker<OfficialId>
    hint={{
      vi: 'Gõ tên. Người chưa có trong sổ cán bộ thì ghi vào sổ trước, có thể không kèm chức danh.',
      en: 'Type a name. Who is not in the roster yet is entered there first, without a post if they hold none.',
    }}
    {...field}
    chosen={chosen}
    load={async (q, signal) => {
      const { officials } = await send(searchOfficials, { q, ...(present && { inWork: true }) }, { signal })
      return officials
        .filter(({ officialId }) => officialId !== without)
        .map((one) => ({ value: one.officialId, label: one.name, detail: toldApart(one) }))
    }}
    onChoose={({ value, label, detail }) => onChoose(value, detail ? `${label} (${detail})` : label)}
  />
)
