import { casesPath } from '#features/rounds/ui/addresses.ts'
import { useWaiting } from '#features/rounds/ui/useWaiting.ts'
import type { Worklist } from '#platform/web/work.ts'
import { surveyWork } from './calls.ts'

/** Households to survey, surveys that came back, surveys to check. */
export const useSurveyWork = (): Worklist =>
  useWaiting(surveyWork, {
    labels: {
      returned: { vi: 'Phiếu bị trả lại', en: 'Surveys returned' },
      to_survey: { vi: 'Hộ chờ khảo sát', en: 'Households to survey' },
      to_check: { vi: 'Phiếu chờ kiểm tra', en: 'Surveys to check' },
    },
    wayTo: ({ kind, roundId }) =>
      kind === 'to_check' ? { path: casesPath(roundId), state: 'submitted' } : { path: '/phone' },
  })
