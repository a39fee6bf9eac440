import type { Room } from '#platform/server/room.ts'
import { addDemoBodies } from './demo.ts'
import { bodyEvent } from './events.ts'
import { memberImportRoutes } from './import/routes.ts'
import { listRoutes } from './lists.ts'
import { meetingFiles } from './meetings/lists.ts'
import { paperRoutes } from './meetings/papers.ts'
import { meetingRoutes } from './meetings/routes.ts'
import { bodyNormRoutes } from './norm/routes.ts'
import { bodyNormSubjects } from './norm/subjects.ts'
import { bodyRoutes } from './routes.ts'
import { bodySubjects } from './subjects.ts'
import { bodyTouches } from './touches.ts'

export const room: Room = {
  name: 'bodies',
  routes: () => [
    ...bodyRoutes,
    ...listRoutes,
    ...meetingRoutes,
    ...meetingFiles,
    ...paperRoutes,
    ...memberImportRoutes,
    ...bodyNormRoutes,
  ],
  events: bodyEvent,
  subjects: [bodySubjects, bodyNormSubjects],
  touches: bodyTouches,
  demo: ({ db, today }) => addDemoBodies(db, today),
}
