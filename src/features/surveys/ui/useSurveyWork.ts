import { casesPath } from '#features/rounds/ui/addresses.ts'
import { useWaiting } from '#features/rounds/ui/useWaiting.ts'
import type { Worklist } from '#platform/web/work.ts'
import { roundNoticesPath } from '../notices/ui/paths.ts'
import { myListPath } from './addresses.ts'
import { surveyWork } from './calls.ts'
import { waitsWords } from './householdRows.ts'

/** Households to survey, surveys that came back, surveys to check. */
export const useSurveyWork = (): Worklist =>
  useWaiting(surveyWork, {
    labels: {
      ...waitsWords,
      to_check: { vi: 'Phiếu chờ kiểm tra', en: 'Surveys to check' },
      notices: { vi: 'Tin báo từ thôn chờ xử lý', en: 'Notices from villages waiting' },
      came_since: {
        vi: 'Hộ ghi không khảo sát được, nay có phiếu gửi đến',
        en: 'Not surveyed, and a survey came since',
      },
    },
    wayTo: (line) => {
      if (line.kind === 'notices') return { path: roundNoticesPath(line.roundId), state: 'open' }
      if (line.kind === 'came_since') return { path: casesPath(line.roundId), state: 'came_since' }
      return line.kind === 'to_check'
        ? { path: casesPath(line.roundId), state: 'submitted' }
        : { path: myListPath(line) }
    },
  })
