import type { Library } from '#features/standards/library.ts'
import type { Room } from '#platform/server/room.ts'
import { demoRounds } from './demo/story.ts'
import { writeRound } from './demo/write.ts'
import { roundEvent } from './events.ts'
import { roundRoutes } from './routes.ts'
import { roundTouches } from './touches.ts'

export const room: Room<{ readonly library: Library }> = {
  name: 'rounds',
  routes: roundRoutes,
  events: roundEvent,
  touches: roundTouches,
  demo: async ({ db, library, today }) => {
    for (const round of demoRounds(today)) await writeRound(db, library, round)
  },
}
