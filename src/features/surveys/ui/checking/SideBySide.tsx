import type { Form } from '#features/standards/model/form.ts'
import { oddAnswers } from '#features/standards/rules/odd.ts'
import { useForm } from '#features/standards/ui/law.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { CaseAnswer } from '../answers.ts'
import { AnswerTable } from './AnswerTable.tsx'
import type { Notes } from './notes.ts'
import { type AnswerRow, keyOf, rowsOf } from './rows.ts'

type Props = { readonly of: CaseAnswer; readonly notes: Notes }

/** Both surveys question by question: those that differ first, then everything, section by section. */
export function SideBySide({ of, notes }: Props) {
  const read = useForm(of.form.hash)
  return (
    <Reading of={read} rows={10}>
      {(form) => <Answers form={form} of={of} notes={notes} />}
    </Reading>
  )
}

/** "12", "12; 9 giữ như điền sẵn". */
function countOf(rows: readonly AnswerRow[]): string {
  const kept = rows.filter((row) => row.kept).length
  const all = showNumber(rows.length)
  if (kept === 0) return all
  return say({ vi: '{all}; {n} giữ như điền sẵn', en: '{all}; {n} kept as filled in' }, { all, n: showNumber(kept) })
}

function Answers({ form, of, notes }: Props & { form: Form }) {
  if (!of.survey) return null
  const differs = new Set(of.differences.map((one) => keyOf(one.question, one.person)))
  const kept = new Map(of.kept.map((one) => [keyOf(one.question, one.person), one.from]))
  const odd = oddAnswers(of.survey.facts, of.survey.surveyedOn)
  const two = { now: of.survey.facts, before: of.before?.facts ?? null, differs, kept, odd }
  const sections = form.sections.map((section) => ({ section, rows: rowsOf(section, two) }))
  const changed = sections.flatMap(({ rows }) => rows.filter((row) => row.differs))
  const table = (rows: readonly AnswerRow[], caption: string) => (
    <AnswerTable rows={rows} caption={caption} of={of} notes={notes} />
  )
  const changedTitle = say({ vi: 'Khác lần trước', en: 'Differs from last time' })
  return (
    <>
      {of.before && (
        <Section title={`${changedTitle}: ${showNumber(changed.length)}`}>
          {changed.length === 0 ? (
            <p class="quiet">{say({ vi: 'Mọi câu trả lời như lần trước.', en: 'All answers are as last time.' })}</p>
          ) : (
            table(changed, changedTitle)
          )}
        </Section>
      )}
      <Section title={{ vi: 'Tất cả câu trả lời', en: 'All answers' }}>
        {kept.size > 0 && (
          <p class="quiet">
            {say(
              {
                vi: '{n} câu ghi “giữ như lần trước” hoặc “giữ theo sổ hộ”: phần mềm điền sẵn từ đó và được gửi đi không đổi. Phiếu không cho biết rà soát viên có hỏi lại hay không.',
                en: '{n} answers marked “kept” were filled in from last time or the register and sent unchanged. The form does not tell whether they were asked again.',
              },
              { n: showNumber(kept.size) },
            )}
          </p>
        )}
        <div class="surveys-sections">
          {sections.map(({ section, rows }) => (
            <details key={section.id} class="surveys-section" open={!of.before || undefined}>
              <summary>
                {say(section.title)} <span class="quiet tabular">({countOf(rows)})</span>
              </summary>
              {rows.length === 0 ? (
                <p class="quiet">{say({ vi: 'Chưa có câu trả lời.', en: 'No answer.' })}</p>
              ) : (
                table(rows, say(section.title))
              )}
            </details>
          ))}
        </div>
      </Section>
    </>
  )
}
