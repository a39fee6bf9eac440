/** Every name that this build writes into stored data, a line each: its kind in the table of old names, and the name. */
import { allJobs } from '#apps/server/jobs.ts'
import { allRoutes } from '#apps/server/routes.ts'
import { loadStandards } from '#features/standards/library.ts'

export function storedNames(): string[] {
  const changes = allRoutes({ library: loadStandards() })
    .map((route) => route.endpoint)
    .filter((endpoint) => endpoint.method === 'POST' && !endpoint.reads)
  const lines = [
    ...changes.map(({ name }) => `calls ${name}`),
    ...allJobs.map(({ spec }) => `calls ${spec.name}`),
    ...changes.map(({ path }) => `paths ${path}`),
  ]
  return [...new Set(lines)].sort()
}
