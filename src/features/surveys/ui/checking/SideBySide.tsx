import type { Form } from '#features/standards/model/form.ts'
import { oddAnswers } from '#features/standards/rules/odd.ts'
import { useForm } from '#features/standards/ui/law.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { Asking } from '../../rules/differences.ts'
import type { CaseAnswer, SurveyRecord } from '../answers.ts'
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

const keptSaid = {
  vi: '{n} câu ghi “giữ như lần trước” hoặc “giữ theo sổ hộ”: rà soát viên đã đọc cho gia đình và bấm giữ.',
  en: '{n} answers marked “kept” were read to the family and kept by who surveyed it.',
}

/** "30 của 80 câu (38%)". */
const shareSaid = ({ kept, all }: { readonly kept: number; readonly all: number }): string =>
  say(
    { vi: '{kept} của {all} câu ({share}%)', en: '{kept} of {all} answers ({share}%)' },
    { kept: showNumber(kept), all: showNumber(all), share: showNumber(Math.round((kept * 100) / all)) },
  )

/** How much was kept here, and of all that the same person sent in the round. */
function Shares({ of: { shares, survey } }: { of: CaseAnswer }) {
  if (!shares || shares.own.all === 0 || shares.ofAll.all === 0) return null
  const { own, ofAll, forms } = shares
  return (
    <p>
      {say(
        {
          vi: 'Giữ như lần trước: phiếu này {own}; mọi phiếu của {by} trong kỳ ({forms} phiếu) {all}.',
          en: 'Kept as last time: of this form {own}; of all forms of {by} in the round ({forms}) {all}.',
        },
        { own: shareSaid(own), all: shareSaid(ofAll), forms: showNumber(forms), by: survey?.by ?? '' },
      )}
    </p>
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
  const byPoints = (of.opens.points ?? of.closes?.points ?? null) !== null
  const asking = ({ facts, surveyedOn: day }: SurveyRecord): Asking => ({ facts, day, byPoints })
  const two = { now: asking(of.survey), before: of.before && asking(of.before), differs, kept, odd }
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
        <Shares of={of} />
        {kept.size > 0 && (
          <p class="quiet">
            {say(
              of.shares
                ? keptSaid
                : {
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
