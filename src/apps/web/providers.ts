/** What the rooms bring to the frame: work that waits, and things one may search for. */
import { useDecisionWork } from '#features/decisions/round/ui/useDecisionWork.ts'
import { useFailedJobs } from '#features/people/runs/ui/useFailedJobs.ts'
import { useRoundWork } from '#features/rounds/ui/useRoundWork.ts'
import { useSurveyWork } from '#features/surveys/ui/useSurveyWork.ts'
import type { SearchProvider } from '#platform/web/kit/Search.tsx'
import type { WorkProvider } from '#platform/web/work.ts'
import { searchAreas } from './searchAreas.ts'
import { searchHouseholds } from './searchHouseholds.ts'
import { searchPages } from './searchPages.ts'

/** Hooks: their order never changes. */
export const workProviders: readonly WorkProvider[] = [useRoundWork, useSurveyWork, useDecisionWork, useFailedJobs]

export const searchProviders: readonly SearchProvider[] = [searchPages, searchHouseholds, searchAreas]
