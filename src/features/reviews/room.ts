import type { Library } from '#features/standards/library.ts'
import type { Room } from '#platform/server/room.ts'
import { reviewRoutes } from './routes.ts'

export const room: Room<{ readonly library: Library }> = { name: 'reviews', routes: reviewRoutes }
