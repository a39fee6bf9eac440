import type { Room } from '#platform/server/room.ts'
import { paperRoutes } from './routes.ts'

export const room: Room = { name: 'papers', routes: () => paperRoutes }
