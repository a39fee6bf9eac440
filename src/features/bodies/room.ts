import type { Room } from '#platform/server/room.ts'
import { addDemoBodies } from './demo.ts'
import { bodyEvent } from './events.ts'
import { listRoutes } from './lists.ts'
import { paperRoutes } from './papers.ts'
import { bodyRoutes } from './routes.ts'
import { bodySubjects } from './subjects.ts'
import { bodyTouches } from './touches.ts'

export const room: Room = {
  name: 'bodies',
  routes: () => [...bodyRoutes, ...listRoutes, ...paperRoutes],
  events: bodyEvent,
  subjects: [bodySubjects],
  touches: bodyTouches,
  demo: ({ db, today }) => addDemoBodies(db, today),
}
