import type { AreaId, TrainerId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import { Picker } from '#platform/web/kit/Picker.tsx'
import { listTrainers } from '../../trainers/ui/calls.ts'

export type Chosen = { readonly trainerId: TrainerId | null; readonly name: string }
type Props = { readonly areaId: AreaId; readonly of: Chosen; readonly onChange: (next: Chosen) => void }

const found = 8

/** Somebody of the register of a unit, of those below it and above it. */
export const TrainerPicker = ({ areaId, of, onChange }: Props) => (
  <Picker<TrainerId>
    at="trainerId"
    label={{ vi: 'Giảng viên', en: 'Trainer' }}
    hint={{ vi: 'Gõ tên hoặc nơi công tác', en: 'Type the name, or where they work' }}
    required
    chosen={of.name || null}
    load={async (q, signal) => {
      const { rows } = await send(listTrainers, { areaId, above: true, state: 'teaching', q }, { signal })
      return rows.slice(0, found).map(({ trainerId: value, name: label, organisation, topics }) => ({
        ...{ value, label },
        detail: [organisation, topics.map(({ code }) => code).join(', ')].filter(Boolean).join('. '),
      }))
    }}
    onChoose={({ value, label }) => onChange({ trainerId: value, name: label })}
  />
)
