import type { Library } from '#features/standards/library.ts'
import type { Room } from '#platform/server/room.ts'
import { questionRoutes } from './bank/routes.ts'
import { addDemoQuestions } from './demo.ts'
import { testEvent } from './events.ts'
import { questionImportRoutes } from './import/routes.ts'
import { testSubjects } from './subjects.ts'
import { testTouches } from './touches.ts'

export const room: Room<{ readonly library: Library }> = {
  name: 'tests',
  routes: ({ library }) => [...questionRoutes(library), ...questionImportRoutes],
  events: testEvent,
  subjects: [testSubjects],
  touches: testTouches,
  demo: ({ db, library }) => addDemoQuestions(db, library),
}
