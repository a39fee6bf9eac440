import type { AreaId, ClassHallId, ClassTrainerId, FrameworkTopicId } from '#kernel/ids.ts'
import { ChoiceField, ChoicesField } from '#platform/web/kit/ChoiceField.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { useRead } from '#platform/web/reads.ts'
import { listHalls } from '../../halls/ui/calls.ts'
import { type ClassAnswer, topicSaid } from '../../list/ui/class.ts'
import { trainerAnswers } from '../model.ts'
import { sessionLabels, type TypedHolds } from './session.ts'

type Props = {
  readonly of: ClassAnswer
  readonly typed: TypedHolds
  /** The hall that it has, which may be of a unit above. */
  readonly own?: { readonly hallId: ClassHallId | null; readonly hallName: string | null }
  readonly onChange: (next: TypedHolds) => void
}

const none = 'none'
const elsewhere = { vi: 'Nơi khác, ghi bằng chữ', en: 'Another place, in words' }
const noTopic = { vi: 'Không theo chuyên đề (khai mạc, kiểm tra)', en: 'Of no topic (opening, test)' }

/** Where a session is, what it teaches and who teaches it. */
export function HoldsFields({ of, typed, own, onChange }: Props) {
  const put = (part: Partial<TypedHolds>) => onChange({ ...typed, ...part })
  const willing = of.trainerList.filter(
    ({ state, classTrainerId }) =>
      state === 'asked' || state === 'accepted' || typed.classTrainerIds.includes(classTrainerId),
  )
  return (
    <>
      <HallField areaId={of.areaId} value={typed.hallId} own={own} onChange={(hallId) => put({ hallId })} />
      {typed.hallId === null && (
        <TextField
          at="place"
          label={sessionLabels.place}
          maxLength={200}
          value={typed.place}
          onChange={(place) => put({ place })}
        />
      )}
      {of.topics.length > 0 && (
        <ChoiceField<string>
          at="topicId"
          as="select"
          label={sessionLabels.topicId}
          choices={[
            { value: none, label: noTopic },
            ...of.topics.map((topic) => ({ value: topic.topicId, label: topicSaid(topic) })),
          ]}
          value={typed.topicId ?? none}
          onChange={(id) => put({ topicId: id === none ? null : (id as FrameworkTopicId) })}
        />
      )}
      {willing.length > 0 && (
        <ChoicesField<ClassTrainerId>
          at="classTrainerIds"
          label={sessionLabels.classTrainerIds}
          choices={willing.map(({ classTrainerId: value, name, state }) => ({
            value,
            label: name,
            hint: trainerAnswers[state],
          }))}
          values={typed.classTrainerIds}
          onChange={(classTrainerIds) => put({ classTrainerIds })}
        />
      )}
    </>
  )
}

type HallProps = {
  readonly areaId: AreaId
  readonly value: ClassHallId | null
  readonly own: Props['own']
  readonly onChange: (hall: ClassHallId | null) => void
}
function HallField({ areaId, value, own, onChange }: HallProps) {
  const read = useRead(listHalls, { areaId, state: 'in_use' })
  const halls = read.data?.rows ?? []
  const kept = own?.hallId && !halls.some(({ classHallId }) => classHallId === own.hallId) ? own : null
  return (
    <>
      <ProblemNote of={read.problem} again={read.again} />
      <ChoiceField<string>
        at="hallId"
        as="select"
        label={sessionLabels.hallId}
        choices={[
          { value: none, label: elsewhere },
          ...(kept?.hallId ? [{ value: kept.hallId, label: kept.hallName ?? '' }] : []),
          ...halls.map(({ classHallId, name, areaName, seats }) => ({
            value: classHallId,
            label: { vi: `${name}, ${areaName}: ${seats} chỗ`, en: `${name}, ${areaName}: ${seats} seats` },
          })),
        ]}
        value={value ?? none}
        onChange={(id) => onChange(id === none ? null : (id as ClassHallId))}
      />
    </>
  )
}
