import type { Library } from '#features/standards/library.ts'
import type { Room } from '#platform/server/room.ts'
import { ruleRoutes } from './conditions/routes.ts'
import { addDemoCredentials } from './demo.ts'
import { credentialEvent } from './events.ts'
import { extensionRoutes } from './extensions/routes.ts'
import { gateRoutes } from './gate/routes.ts'
import { credentialJobs } from './issued/jobs.ts'
import { credentialRoutes } from './issued/routes.ts'
import { credentialSubjects } from './subjects.ts'
import { credentialTouches } from './touches.ts'

export const room: Room<{ readonly library: Library }> = {
  name: 'credentials',
  routes: ({ library }) => [...ruleRoutes(library), ...credentialRoutes(library), ...extensionRoutes, ...gateRoutes],
  jobs: credentialJobs,
  events: credentialEvent,
  subjects: [credentialSubjects],
  touches: credentialTouches,
  demo: ({ db, today }) => addDemoCredentials(db, today),
}
