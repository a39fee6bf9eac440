import { lawOf } from '#features/standards/law.ts'
import type { Library } from '#features/standards/library.ts'
import type { Room } from '#platform/server/room.ts'
import { attemptRoutes } from './attempts/routes.ts'
import { questionRoutes } from './bank/routes.ts'
import { addDemoQuestions } from './demo.ts'
import { classTestRoutes } from './drawn/routes.ts'
import { testEvent } from './events.ts'
import { questionImportRoutes } from './import/routes.ts'
import { remarkRoutes } from './remark/routes.ts'
import { testSubjects } from './subjects.ts'
import { testTouches } from './touches.ts'

export const room: Room<{ readonly library: Library }> = {
  name: 'tests',
  routes: ({ library, touches }) => [
    ...questionRoutes(library),
    ...questionImportRoutes,
    ...classTestRoutes(library),
    ...attemptRoutes(lawOf(library), touches),
    ...remarkRoutes(library, touches),
  ],
  events: testEvent,
  subjects: [testSubjects],
  touches: testTouches,
  demo: ({ db, library, today }) => addDemoQuestions(db, library, today),
}
