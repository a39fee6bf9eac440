import type { OfficialId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import type { FieldFrame } from '#platform/web/kit/Field.tsx'
import { Picker } from '#platform/web/kit/Picker.tsx'
import { searchOfficials } from './calls.ts'

type Props = FieldFrame & {
  readonly chosen: string | null
  readonly onChoose: (officialId: OfficialId, name: string) => void
}

/** Somebody of the roster, by name. */
export const OfficialPicker = ({ chosen, onChoose, ...field }: Props) => (
  <Picker<OfficialId>
    hint={{
      vi: 'Gõ tên. Người chưa có trong sổ cán bộ thì ghi vào sổ trước, có thể không kèm chức danh.',
      en: 'Type a name. Who is not in the roster yet is entered there first, without a post if they hold none.',
    }}
    {...field}
    chosen={chosen}
    load={async (q, signal) => {
      const { officials } = await send(searchOfficials, { q }, { signal })
      return officials.map(({ officialId, name, birthYear, unitName }) => ({
        ...{ value: officialId, label: name, detail: `${birthYear}, ${unitName}` },
      }))
    }}
    onChoose={(option) => onChoose(option.value, option.label)}
  />
)
