/** Every name that this build writes into stored data, a line each: its kind in the table of old names, and the name. */
import { rooms } from '#apps/server/rooms.ts'
import { allRoutes } from '#apps/server/routes.ts'
import { certificateSeries } from '#features/decisions/certify.ts'
import { byHand } from '#features/papers/numbers.ts'
import { loadStandards } from '#features/standards/library.ts'
import { paperKinds } from '#kernel/signed.ts'
import { joinRooms } from '#platform/server/room.ts'

export function storedNames(): string[] {
  const { jobs, events } = joinRooms(rooms)
  const changes = allRoutes({ library: loadStandards() })
    .map((route) => route.endpoint)
    .filter((endpoint) => endpoint.method === 'POST' && !endpoint.reads)
  const lines = [
    ...changes.map(({ name }) => `calls ${name}`),
    ...jobs.map(({ spec }) => `calls ${spec.name}`),
    ...Object.keys(events.said).map((what) => `events ${what}`),
    ...changes.map(({ path }) => `paths ${path}`),
    ...paperKinds.map((kind) => `papers ${kind}`),
    ...[certificateSeries, byHand].map(({ name }) => `series ${name}`),
  ]
  return [...new Set(lines)].sort()
}
