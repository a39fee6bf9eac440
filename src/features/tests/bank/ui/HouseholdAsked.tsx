/** The household that a question is about, as a learner is told of it: what was answered, group by group. */
import type { Form } from '#features/standards/model/form.ts'
import { answerAt } from '#features/standards/rules/form.ts'
import { getStandard } from '#features/standards/ui/calls.ts'
import { screensOf } from '#features/standards/ui/form/walk.ts'
import { answerText, personName } from '#features/standards/ui/form/words.ts'
import { showDate } from '#kernel/dates.ts'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { BodyOf } from '../model.ts'

type Told = Pick<BodyOf<'household'>, 'standardId' | 'day' | 'facts'>

export const HouseholdAsked = ({ of }: { of: Told }) => (
  <Reading of={useRead(getStandard, { standardId: of.standardId })} rows={6}>
    {({ form }) => (form ? <Groups of={of} form={form.form} /> : null)}
  </Reading>
)

/** "Chuẩn nghèo đa chiều giai đoạn 2022-2025, câu trả lời của hộ ngày 15/10/2025" */
export function MarkedBy({ of: { standardId, day } }: { of: Told }) {
  const { data } = useRead(getStandard, { standardId })
  const said = { vi: '{name}, câu trả lời của hộ ngày {day}', en: '{name}, answers of {day}' }
  return <>{data && say(said, { name: say(data.standard.name), day: showDate(day) })}</>
}

function Groups({ of: { facts, day }, form }: { of: Told; form: Form }) {
  const groups = screensOf({ form, facts, day }, { start: false }).flatMap((screen) => {
    if (screen.kind !== 'group') return []
    const { key, group, person, asked } = screen
    const told = asked.flatMap((question) => {
      const text = answerText(question, answerAt(facts, question.path, person ?? undefined), {})
      return text === null ? [] : [{ label: question.asks, value: text }]
    })
    const title = person === null ? say(group.title) : `${personName(facts, person)}: ${say(group.title)}`
    return told.length > 0 ? [{ key, title, told }] : []
  })
  return (
    <>
      {groups.map(({ key, title, told }) => (
        <section key={key} class="tests-household" aria-label={title}>
          <h3>{title}</h3>
          <FactList of={told} />
        </section>
      ))}
    </>
  )
}
