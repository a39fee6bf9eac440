import type { Room } from '#platform/server/room.ts'
import type { Library } from './library.ts'
import { standardRoutes } from './routes.ts'

export const room: Room<{ readonly library: Library }> = { name: 'standards', routes: standardRoutes }
