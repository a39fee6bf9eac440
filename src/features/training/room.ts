import type { Room } from '#platform/server/room.ts'
import { trainingRoutes } from './routes.ts'

export const room: Room = { name: 'training', routes: trainingRoutes }
