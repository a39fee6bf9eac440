import { casesPath } from '#features/rounds/ui/addresses.ts'
import { useWaiting } from '#features/rounds/ui/useWaiting.ts'
import type { Worklist } from '#platform/web/work.ts'
import { myListPath } from './addresses.ts'
import { surveyWork } from './calls.ts'
import { waitsWords } from './householdRows.ts'

/** Households to survey, surveys that came back, surveys to check. */
export const useSurveyWork = (): Worklist =>
  useWaiting(surveyWork, {
    labels: {
      ...waitsWords,
      to_check: { vi: 'Phiếu chờ kiểm tra', en: 'Surveys to check' },
    },
    wayTo: (line) =>
      line.kind === 'to_check' ? { path: casesPath(line.roundId), state: 'submitted' } : { path: myListPath(line) },
  })
