/** Every call of the system, room by room in floor order. */
import type { Route } from '#platform/server/handle.ts'
import { routesOf } from '#platform/server/room.ts'
import { oldNames } from './oldNames.ts'
import { type Needs, rooms } from './rooms.ts'

export const allRoutes = (needs: Needs): Route[] => routesOf(rooms, needs, oldNames.events)
