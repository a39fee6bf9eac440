import type { Room } from '#platform/server/room.ts'
import { amendRoutes } from './amend/routes.ts'
import { commentRoutes } from './comments/routes.ts'
import { addDemoTraining, addDemoTrainingAround } from './demo/demo.ts'
import { dueRoutes } from './due/routes.ts'
import { trainingEvent } from './events.ts'
import { frameworkRoutes } from './frameworks/routes.ts'
import { topicImportRoutes } from './import/routes.ts'
import { limitRoutes } from './limits/routes.ts'
import { normRoutes } from './money/routes.ts'
import { needRoutes } from './needs/routes.ts'
import { planRoutes } from './plan/routes.ts'
import { printedRoutes } from './printed/routes.ts'
import { programmeRoutes } from './programmes/routes.ts'
import { proposalRoutes } from './propose/routes.ts'
import { trainingRoutes } from './routes.ts'
import { trainingSubjects } from './subjects.ts'
import { takenRoutes } from './taken/routes.ts'
import { trainingTouches } from './touches.ts'
import { wayImportRoutes } from './wayimport/routes.ts'
import { wayRoutes } from './ways/routes.ts'

export const room: Room = {
  name: 'training',
  routes: () => [
    ...trainingRoutes(),
    ...programmeRoutes,
    ...frameworkRoutes,
    ...topicImportRoutes,
    ...needRoutes,
    ...dueRoutes,
    ...normRoutes,
    ...limitRoutes,
    ...wayRoutes,
    ...wayImportRoutes,
    ...proposalRoutes,
    ...planRoutes,
    ...takenRoutes,
    ...commentRoutes,
    ...amendRoutes,
    ...printedRoutes,
  ],
  events: trainingEvent,
  subjects: [trainingSubjects],
  touches: trainingTouches,
  demo: async ({ db, today }) => {
    await addDemoTraining(db, today)
    await addDemoTrainingAround(db, today)
  },
}
