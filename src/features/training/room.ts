import type { Room } from '#platform/server/room.ts'
import { writeFrameworks } from './demo/frameworks.ts'
import { trainingEvent } from './events.ts'
import { frameworkRoutes } from './frameworks/routes.ts'
import { topicImportRoutes } from './import/routes.ts'
import { addDemoNeeds } from './needs/demo.ts'
import { needRoutes } from './needs/routes.ts'
import { programmeRoutes } from './programmes/routes.ts'
import { trainingRoutes } from './routes.ts'
import { trainingSubjects } from './subjects.ts'

export const room: Room = {
  name: 'training',
  routes: () => [...trainingRoutes(), ...programmeRoutes, ...frameworkRoutes, ...topicImportRoutes, ...needRoutes],
  events: trainingEvent,
  subjects: [trainingSubjects],
  demo: async ({ db, today }) => {
    await writeFrameworks(db, today)
    await addDemoNeeds(db, today)
  },
}
