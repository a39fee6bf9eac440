import type { Room } from '#platform/server/room.ts'
import { attendanceRoutes } from './attendance/routes.ts'
import { checkInRoutes } from './checkin/routes.ts'
import { addDemoClasses } from './demo.ts'
import { classEvent } from './events.ts'
import { hallRoutes } from './halls/routes.ts'
import { classRoutes } from './list/routes.ts'
import { seatRoutes } from './seats/routes.ts'
import { sessionRoutes } from './sessions/routes.ts'
import { classSubjects } from './subjects.ts'
import { classTouches } from './touches.ts'
import { trainerRoutes } from './trainers/routes.ts'
import { turnRoutes } from './turns/routes.ts'

export const room: Room = {
  name: 'classes',
  routes: ({ touches }) => [
    ...hallRoutes,
    ...trainerRoutes,
    ...classRoutes(touches),
    ...sessionRoutes,
    ...seatRoutes,
    ...attendanceRoutes,
    ...checkInRoutes,
    ...turnRoutes,
  ],
  events: classEvent,
  subjects: [classSubjects],
  touches: classTouches,
  demo: ({ db, today }) => addDemoClasses(db, today),
}
