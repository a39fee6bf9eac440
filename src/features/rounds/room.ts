import type { Library } from '#features/standards/library.ts'
import type { Room } from '#platform/server/room.ts'
import { conflictRoutes } from './conflicts/routes.ts'
import { demoRounds } from './demo/story.ts'
import { writeRound } from './demo/write.ts'
import { roundEvent } from './events.ts'
import { roundFiles } from './lists.ts'
import { roundRoutes } from './routes.ts'
import { roundSubjects } from './subjects.ts'
import { roundTouches } from './touches.ts'

export const room: Room<{ readonly library: Library }> = {
  name: 'rounds',
  routes: (given) => [...roundRoutes(given), ...roundFiles(given), ...conflictRoutes],
  events: roundEvent,
  subjects: [roundSubjects],
  touches: roundTouches,
  demo: async ({ db, library, today }) => {
    for (const round of demoRounds(today)) await writeRound(db, library, round)
  },
}
