import type { Room } from '#platform/server/room.ts'
import { writeNorms } from './demo/norms.ts'
import { trainingEvent } from './events.ts'
import { frameworkRoutes } from './frameworks/routes.ts'
import { topicImportRoutes } from './import/routes.ts'
import { normRoutes } from './money/routes.ts'
import { programmeRoutes } from './programmes/routes.ts'
import { trainingRoutes } from './routes.ts'
import { trainingSubjects } from './subjects.ts'

export const room: Room = {
  name: 'training',
  routes: () => [...trainingRoutes(), ...programmeRoutes, ...frameworkRoutes, ...topicImportRoutes, ...normRoutes],
  events: trainingEvent,
  subjects: [trainingSubjects],
  demo: ({ db, today }) => writeNorms(db, today),
}
