import type { PlainDate } from '#kernel/dates.ts'
import type { Words } from '#platform/web/language.ts'
import type { Facts } from '../../model/facts.ts'
import type { Scorer } from '../../rules/compile.ts'
import { personName } from '../form/words.ts'
import { VerdictView } from '../verdict/VerdictView.tsx'

const own: Words = { vi: 'Theo chuẩn', en: 'By the standard' }
const whatIf: Words = { vi: 'Tính thử với ngưỡng mượn', en: 'What-if with borrowed thresholds' }

/** The verdict of the law, and beside it the exercise, which says on its face that it is none. */
export const TryVerdicts = ({ scorers, facts, day }: { scorers: readonly Scorer[]; facts: Facts; day: PlainDate }) => (
  <>
    {scorers.map((scorer) => (
      <VerdictView
        key={scorer.standard.id}
        heading={scorer.standard.whatIf ? whatIf : own}
        verdict={scorer.explain(facts, day)}
        standard={scorer.standard}
        nameOf={(person) => personName(facts, person)}
      />
    ))}
  </>
)
