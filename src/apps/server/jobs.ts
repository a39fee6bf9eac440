/** All work in the background, room by room in floor order. */
import { nationId } from '#features/areas/nation/snapshot.ts'
import { type Jobs, startJobs } from '#platform/server/jobs/worker.ts'
import { joinRooms } from '#platform/server/room.ts'
import type { Host } from '#platform/server/services.ts'
import { rooms } from './rooms.ts'

export const allJobs = joinRooms(rooms).jobs

/** Does them for as long as the server stands. `url`: of the application. */
export const startAllJobs = (host: Host, url: string): Promise<Jobs> =>
  startJobs(host, { url, jobs: allJobs, nation: nationId })
