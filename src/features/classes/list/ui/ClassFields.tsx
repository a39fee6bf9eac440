import type { AreaId, FrameworkTopicId, PlanLineId } from '#kernel/ids.ts'
import { ChoiceField, ChoicesField } from '#platform/web/kit/ChoiceField.tsx'
import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { useRead } from '#platform/web/reads.ts'
import { teachable } from '../../trainers/ui/trainer.ts'
import { type ClassKind, classKinds, type PlannedLine, type TopicOfClass } from '../model.ts'
import { plannedLines } from './calls.ts'
import { asPlanned, classLabels, type TypedClass, yearFault, yearIn } from './class.ts'

type Props = {
  readonly areaId: AreaId
  readonly of: TypedClass
  /** Its topics and line as they stand. */
  readonly own?: { readonly topics: readonly TopicOfClass[]; readonly line: Omit<PlannedLine, 'made'> | null }
  readonly onChange: (next: TypedClass) => void
}

const outside = 'none'
const outsideSaid = { vi: 'Ngoài kế hoạch', en: 'Outside the plan' }

/** What is written of a class: the line of the plan that it fulfils fills the rest. */
export function ClassFields({ areaId, of, own, onChange }: Props) {
  const put = (part: Partial<TypedClass>) => onChange({ ...of, ...part })
  const year = yearIn(of.year)
  const read = useRead(plannedLines, year ? { areaId, year } : null)
  const lines = read.data?.lines ?? []
  const chosen = lines.find(({ planLineId }) => planLineId === of.planLineId)
  const kept = own?.line && !lines.some(({ planLineId }) => planLineId === own.line?.planLineId) ? [own.line] : []
  const topics = teachable(read.data?.topics ?? [], [...(own?.topics ?? []), ...(chosen ? [topicOf(chosen)] : [])])
  const choose = (id: string) => {
    const line = lines.find(({ planLineId }) => planLineId === id)
    if (line && !own) onChange(asPlanned(of, line))
    else put({ planLineId: id === outside ? null : (id as PlanLineId) })
  }
  return (
    <>
      <ProblemNote of={read.problem} again={read.again} />
      <TextField
        at="year"
        label={classLabels.year}
        required
        digits
        maxLength={4}
        fault={yearFault(of.year)}
        value={of.year}
        onChange={(year) => put({ year, planLineId: null })}
      />
      {(lines.length > 0 || kept.length > 0) && (
        <ChoiceField<string>
          at="planLineId"
          as="select"
          label={classLabels.planLineId}
          hint={
            own
              ? undefined
              : { vi: 'Điền sẵn tên, chuyên đề, số chỗ.', en: 'Fills the title, the topic and the seats.' }
          }
          choices={[
            { value: outside, label: outsideSaid },
            ...[...kept.map((line) => ({ ...line, made: null })), ...lines].map((line) => ({
              value: line.planLineId,
              label: lineSaid(line),
            })),
          ]}
          value={of.planLineId ?? outside}
          onChange={choose}
        />
      )}
      <TextField
        at="title"
        label={classLabels.title}
        required
        maxLength={300}
        value={of.title}
        onChange={(title) => put({ title })}
      />
      <ChoiceField<ClassKind>
        at="kind"
        as="select"
        label={classLabels.kind}
        required
        choices={(Object.keys(classKinds) as ClassKind[]).map((value) => ({ value, label: classKinds[value] }))}
        value={of.kind}
        onChange={(kind) => put({ kind })}
      />
      <TextField
        at="code"
        label={classLabels.code}
        hint={{ vi: 'Như đơn vị đánh số các lớp, ví dụ 05', en: 'As the unit numbers its classes, as 05' }}
        maxLength={30}
        value={of.code}
        onChange={(code) => put({ code })}
      />
      <NumberField
        at="seats"
        label={classLabels.seats}
        min={1}
        max={2000}
        value={of.seats}
        onChange={(seats) => put({ seats })}
      />
      {topics.length > 0 && (
        <ChoicesField<FrameworkTopicId>
          at="topicIds"
          label={classLabels.topicIds}
          choices={topics}
          values={of.topicIds}
          onChange={(topicIds) => put({ topicIds })}
        />
      )}
      <TextField
        at="note"
        label={classLabels.note}
        maxLength={1000}
        value={of.note}
        onChange={(note) => put({ note })}
      />
    </>
  )
}

const topicOf = ({ topicId, code, title }: PlannedLine): TopicOfClass => ({ topicId, code, title })

function lineSaid({ code, title, people, classes, made }: Omit<PlannedLine, 'made'> & { made: number | null }) {
  const count = made === null ? '' : `, ${made}/${classes}`
  return {
    vi: `${code} ${title}: ${people} người, ${classes} lớp${count && `${count} đã lập`}`,
    en: `${code} ${title}: ${people} people, ${classes} classes${count && `${count} made`}`,
  }
}
