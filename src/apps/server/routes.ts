/** Every call of the system, room by room in floor order. */

import { areaRoutes } from '#features/areas/routes.ts'
import { decisionRoutes } from '#features/decisions/routes.ts'
import { householdRoutes } from '#features/households/routes.ts'
import { paperRoutes } from '#features/papers/routes.ts'
import { type PeopleDeps, peopleRoutes } from '#features/people/routes.ts'
import { roundRoutes } from '#features/rounds/routes.ts'
import type { Library } from '#features/standards/library.ts'
import { standardRoutes } from '#features/standards/routes.ts'
import { surveyRoutes } from '#features/surveys/routes.ts'
import { trainingRoutes } from '#features/training/routes.ts'
import type { Route } from '#platform/server/handle.ts'
import { allJobs } from './jobs.ts'

export type RoomDeps = { readonly library: Library; readonly demo: PeopleDeps['demo'] }

export const allRoutes = ({ library, demo }: RoomDeps): Route[] => [
  ...areaRoutes,
  ...peopleRoutes({ demo, jobs: allJobs }),
  ...paperRoutes,
  ...standardRoutes({ library }),
  ...trainingRoutes(),
  ...householdRoutes,
  ...roundRoutes({ library }),
  ...surveyRoutes({ library }),
  ...decisionRoutes({ library }),
]
