import type { Room } from '#platform/server/room.ts'
import { demoRegister } from './demo/registers.ts'
import { writeAtHome, writeHouseholds } from './demo/write.ts'
import { householdEvent } from './events.ts'
import { householdFiles } from './lists.ts'
import { officialJobs } from './officials/jobs.ts'
import { officialRoutes } from './officials/routes.ts'
import { phoneRoutes } from './phones/routes.ts'
import { householdRoutes } from './routes.ts'
import { householdSubjects } from './subjects.ts'
import { householdTouches } from './touches.ts'

export const room: Room = {
  name: 'households',
  routes: (given) => [...householdRoutes(given), ...householdFiles, ...officialRoutes, ...phoneRoutes],
  jobs: officialJobs,
  events: householdEvent,
  subjects: [householdSubjects],
  touches: householdTouches,
  demo: async ({ db, keys, today }) => {
    const households = Object.values(demoRegister()).flat()
    await writeHouseholds(db, keys, households)
    await writeAtHome(db, households, today)
  },
}
