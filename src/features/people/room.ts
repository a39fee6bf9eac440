import type { Room } from '#platform/server/room.ts'
import { accountRoutes } from './accounts/routes.ts'
import { addDemoAccounts } from './demo/accounts.ts'
import { addDemoFormerOfficials, addDemoOfficials } from './demo/officials.ts'
import { peopleEvent } from './events.ts'
import { handoverRoutes } from './handover/routes.ts'
import { officialImportRoutes } from './import/routes.ts'
import { peopleJobs } from './jobs.ts'
import { joiningRoutes } from './joining/routes.ts'
import { joiningTouches } from './joining/touches.ts'
import { peopleFiles } from './lists.ts'
import { moveRoutes } from './moves/routes.ts'
import { normRoutes } from './norms/routes.ts'
import { normSubjects } from './norms/subjects.ts'
import { personnelRoutes } from './personnel/routes.ts'
import { requiredRoutes } from './required/routes.ts'
import { requiredSubjects } from './required/subjects.ts'
import { responsibleRoutes } from './responsible/routes.ts'
import { rosterRoutes } from './roster/routes.ts'
import { rosterSubjects } from './roster/subjects.ts'
import { rosterTouches } from './roster/touches.ts'
import { peopleRoutes } from './routes.ts'
import { slipRoutes } from './slips/routes.ts'
import { slipEnteringRoutes } from './slips/signIn.ts'
import { peopleSubjects } from './subjects.ts'
import { targetRoutes } from './targets/routes.ts'
import { peopleTouches } from './touches.ts'

export const room: Room = {
  name: 'people',
  routes: (given) => [
    ...peopleRoutes(given),
    ...peopleFiles,
    ...slipEnteringRoutes,
    ...slipRoutes,
    ...rosterRoutes,
    ...officialImportRoutes,
    ...moveRoutes,
    ...targetRoutes,
    ...accountRoutes,
    ...handoverRoutes,
    ...joiningRoutes(given.touches),
    ...normRoutes,
    ...requiredRoutes,
    ...personnelRoutes,
    ...responsibleRoutes,
  ],
  jobs: peopleJobs,
  events: peopleEvent,
  subjects: [peopleSubjects, rosterSubjects, normSubjects, requiredSubjects],
  touches: [...peopleTouches, ...rosterTouches, ...joiningTouches],
  demo: async ({ db, keys }) => {
    await addDemoAccounts(db)
    await addDemoOfficials(db, keys)
    await addDemoFormerOfficials(db, keys)
  },
}
