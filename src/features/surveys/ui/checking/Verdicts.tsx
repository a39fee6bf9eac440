import { today } from '#platform/web/day.ts'
import { ClassMark } from '#platform/web/kit/ClassMark.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { WhyPanel } from '#platform/web/kit/WhyPanel.tsx'
import { say, type Words } from '#platform/web/language.ts'
import type { Purpose, Undecidable } from '../../model.ts'
import { purposeSaid } from '../../rules/purposes.ts'
import type { CaseAnswer } from '../answers.ts'
import { VerdictWhy } from '../verdict/VerdictWhy.tsx'
import { WhyHeld } from '../verdict/WhyButton.tsx'

const undecidableWords: Record<Undecidable, Words> = {
  what_if: { vi: 'Phép thử, không phải luật.', en: 'An exercise, not law.' },
  illustrative_table: {
    vi: 'Dùng bảng điểm minh hoạ nên không ra quyết định được.',
    en: 'An illustrative table was used: nothing can be decided by it.',
  },
  table_not_confirmed: {
    vi: 'Bảng điểm chưa được tỉnh xác nhận nên không ra quyết định được.',
    en: 'The points table is not confirmed by the province: nothing can be decided by it.',
  },
  class_open: {
    vi: 'Còn nhiều khả năng xếp loại nên chưa ra quyết định được.',
    en: 'More than one class is possible: it cannot be decided yet.',
  },
}

/** Where one standard holds before and after, as the form's result says it. */
const onlyWords: Words = { vi: 'Theo chuẩn áp dụng', en: 'By the standard in force' }

/** The class before, and every verdict of this survey with its reasons. */
export function Verdicts({ of: { case: row, survey, before, round } }: { of: CaseAnswer }) {
  const said = (purpose: Purpose) => purposeSaid(purpose, round.classesHoldFrom, today())
  const stopped = [row.opens, row.closes].flatMap((line) => (line?.undecidable ? [line] : []))
  return (
    <>
      <p>
        {say({ vi: 'Diện hiện nay:', en: 'Class now:' })}{' '}
        {row.classBefore ? (
          <>
            <ClassMark of={row.classBefore} /> <WhyHeld householdId={row.householdId} name={row.headName} />
          </>
        ) : (
          say({ vi: 'chưa có', en: 'none' })
        )}
      </p>
      {stopped.map((line) => (
        <Notice key={line.purpose} look="waits">
          {say(said(line.purpose))}: {line.undecidable && say(undecidableWords[line.undecidable])}
        </Notice>
      ))}
      <div class="pair">
        {(survey?.verdicts ?? []).map((one, _at, all) => (
          <VerdictWhy
            key={one.purpose}
            heading={all.length > 1 ? said(one.purpose) : onlyWords}
            of={one}
            facts={survey?.facts ?? null}
          />
        ))}
      </div>
      {before && before.verdicts.length > 0 && (
        <WhyPanel label={{ vi: 'Kết quả lần trước: vì sao?', en: 'Last time: why?' }}>
          <div class="pair">
            {before.verdicts.map((one) => (
              <VerdictWhy key={one.purpose} heading={before.roundName} of={one} facts={before.facts} />
            ))}
          </div>
        </WhyPanel>
      )}
    </>
  )
}
