import type { Room } from '#platform/server/room.ts'
import { deliveryRoutes } from './delivery/routes.ts'
import { deviceRoutes } from './devices/routes.ts'
import { draftRoutes } from './drafts/routes.ts'
import { fieldEvent } from './events.ts'
import { idleRoutes } from './idle/routes.ts'
import { sendingRoutes } from './sending/routes.ts'
import { fieldTouches } from './touches.ts'

export const room: Room = {
  name: 'field',
  routes: () => [...sendingRoutes, ...deviceRoutes, ...deliveryRoutes, ...draftRoutes, ...idleRoutes],
  events: fieldEvent,
  touches: fieldTouches,
}
