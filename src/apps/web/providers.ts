/** What the rooms bring to the frame: work that waits, and things one may search for. */
import { useFailedJobs } from '#features/people/runs/ui/useFailedJobs.ts'
import { useReviewWork } from '#features/rounds/ui/useReviewWork.ts'
import type { SearchProvider } from '#platform/web/kit/Search.tsx'
import type { WorkProvider } from '#platform/web/work.ts'
import { searchAreas } from './searchAreas.ts'
import { searchHouseholds } from './searchHouseholds.ts'
import { searchPages } from './searchPages.ts'

/** Hooks: their order never changes. */
export const workProviders: readonly WorkProvider[] = [useReviewWork, useFailedJobs]

export const searchProviders: readonly SearchProvider[] = [searchPages, searchHouseholds, searchAreas]
