import type { Room } from '#platform/server/room.ts'
import { loadDemoPlaces, loadDemoVinhPhuc } from './demoPlaces.ts'
import { areaEvent } from './events.ts'
import { areaJobs } from './jobs.ts'
import { areaFiles } from './lists.ts'
import { areaRoutes } from './routes.ts'
import { areaTouches } from './touches.ts'
import { undoRoutes } from './undo/routes.ts'

export const room: Room = {
  name: 'areas',
  routes: (given) => [...areaRoutes(given), ...undoRoutes(given), ...areaFiles],
  jobs: areaJobs,
  events: areaEvent,
  touches: areaTouches,
  demo: async ({ db, today }) => {
    await loadDemoPlaces(db, today)
    await loadDemoVinhPhuc(db, today)
  },
}
