import type { Library } from '#features/standards/library.ts'
import type { Room } from '#platform/server/room.ts'
import { addDemoStudy } from './demo/add.ts'
import { studyEvent } from './events.ts'
import { handoutRoutes } from './handouts/routes.ts'
import { inquiryRoutes } from './inquiries/routes.ts'
import { libraryRoutes } from './materials/routes.ts'
import { studySubjects } from './subjects.ts'
import { studyTouches } from './touches.ts'

export const room: Room<{ readonly library: Library }> = {
  name: 'study',
  routes: ({ library }) => [...libraryRoutes(library), ...handoutRoutes, ...inquiryRoutes],
  events: studyEvent,
  subjects: [studySubjects],
  touches: studyTouches,
  demo: ({ db, today }) => addDemoStudy(db, today),
}
