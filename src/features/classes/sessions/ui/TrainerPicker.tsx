import type { AreaId, ClassSessionId, TrainerId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import { Picker } from '#platform/web/kit/Picker.tsx'
import { useRead } from '#platform/web/reads.ts'
import type { ClassAnswer } from '../../list/ui/class.ts'
import { listTrainers } from '../../trainers/ui/calls.ts'
import type { Clash } from '../model.ts'
import { askClashes } from './calls.ts'

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

/** What stands against their teaching these sessions of a class, as soon as they are chosen. */
export function useTrainerClashes(
  { trainingClassId, sessionList }: Pick<ClassAnswer, 'trainingClassId' | 'sessionList'>,
  trainerId: TrainerId | null,
  chosen: readonly ClassSessionId[],
): readonly Clash[] {
  const sessions = sessionList
    .filter(({ classSessionId }) => chosen.includes(classSessionId))
    .map(({ classSessionId, day, from, until }) => ({ classSessionId, day, from, until }))
  const read = useRead(askClashes, trainerId && sessions.length > 0 ? { trainingClassId, trainerId, sessions } : null)
  return read.data?.clashes ?? []
}
